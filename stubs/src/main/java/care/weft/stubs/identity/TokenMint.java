package care.weft.stubs.identity;

import care.weft.stubs.population.Organisation;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.PlainHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Makes claims and signs them. */
final class TokenMint {

    /** What the gateway's users' tokens are for. */
    static final String AUDIENCE = "weft";

    static final String ACCESS_TOKEN = "at+jwt";
    private static final Duration USER_LIFETIME = Duration.ofHours(8);

    private final ECKey key = newKey();
    private final InstantSource clock;

    TokenMint(InstantSource clock) {
        this.clock = clock;
    }

    ECKey key() {
        return key;
    }

    static ECKey newKey() {
        try {
            return new ECKeyGenerator(Curve.P_256)
                    .algorithm(JWSAlgorithm.ES256)
                    .keyID(UUID.randomUUID().toString())
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    Map<String, Object> userClaims(String issuer, DemoUser user) {
        var claims = claims(issuer, user.subject(), List.of(AUDIENCE), USER_LIFETIME);
        claims.put("client_id", "weft-demo");
        claims.put("name", user.name());
        claims.put("roles", user.roles());
        if (user.employer() != null) {
            claims.put("employer", claim(user.employer()));
        }
        claims.put("acts_for", user.actsFor().stream().map(TokenMint::claim).toList());
        if (user.nhsNumber() != null) {
            claims.put("nhs_number", user.nhsNumber());
        }
        if (user.nationalRole() != null && user.employer() != null) {
            claims.putAll(CareIdentity.claims(user.login(), user.nationalRole(), user.employer()));
        }
        return claims;
    }

    /** A token by which {@code client} calls partners; {@code scope} names their read scopes. */
    Map<String, Object> partnerClaims(
            String issuer, String client, List<String> partners, String scope, Duration lifetime) {
        var claims = claims(issuer, client, partners, lifetime);
        claims.put("client_id", client);
        claims.put("scope", scope);
        return claims;
    }

    String sign(Map<String, Object> claims) {
        return sign(claims, ACCESS_TOKEN, key);
    }

    static String sign(Map<String, Object> claims, String type, ECKey key) {
        try {
            var header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                    .type(new JOSEObjectType(type))
                    .keyID(key.getKeyID())
                    .build();
            var token = new SignedJWT(header, JWTClaimsSet.parse(claims));
            token.sign(new ECDSASigner(key));
            return token.serialize();
        } catch (JOSEException | ParseException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The same claims with algorithm {@code none} and no signature. */
    static String unsigned(Map<String, Object> claims) {
        try {
            var header = new PlainHeader.Builder()
                    .type(new JOSEObjectType(ACCESS_TOKEN))
                    .build();
            return new PlainJWT(header, JWTClaimsSet.parse(claims)).serialize();
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<String, Object> claims(String issuer, String subject, List<String> audience, Duration lifetime) {
        long now = clock.instant().getEpochSecond();
        var claims = new LinkedHashMap<String, Object>();
        claims.put("iss", issuer);
        claims.put("sub", subject);
        claims.put("aud", audience);
        claims.put("iat", now);
        claims.put("nbf", now);
        claims.put("exp", now + lifetime.toSeconds());
        claims.put("jti", UUID.randomUUID().toString());
        return claims;
    }

    private static Map<String, Object> claim(Organisation organisation) {
        return Map.of("ods", organisation.ods(), "name", organisation.name());
    }
}
