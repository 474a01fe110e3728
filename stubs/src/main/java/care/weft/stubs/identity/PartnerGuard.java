package care.weft.stubs.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Says whether a caller of one partner system is authorised, by its bearer token. Safe for concurrent use. */
public final class PartnerGuard {

    private static final String SCHEME = "Bearer ";
    private static final JOSEObjectType TYPE = new JOSEObjectType(TokenMint.ACCESS_TOKEN);

    private final String partner;
    private final ECKey key;
    private final Supplier<String> issuer;
    private final InstantSource clock;
    private final Accepted accepted = new Accepted();
    private volatile boolean usersAlone;

    PartnerGuard(String partner, ECKey key, Supplier<String> issuer, InstantSource clock) {
        this.partner = partner;
        this.key = key.toPublicJWK();
        this.issuer = issuer;
        this.clock = clock;
    }

    /**
     * Lets in only those from now on who act for a user, or others too as at first: a token by client credentials says that nobody's
     * record is asked for on anybody's behalf.
     */
    public void usersAlone(boolean only) {
        usersAlone = only;
        accepted.clear();
    }

    /**
     * Checks the {@code Authorization} header of a call.
     *
     * @return empty when the caller may go on; else the value of {@code WWW-Authenticate}
     */
    public Optional<String> challenge(@Nullable String authorization) {
        if (authorization == null || !authorization.startsWith(SCHEME)) {
            return Optional.of("Bearer realm=\"" + partner + "\"");
        }
        var token = authorization.substring(SCHEME.length()).strip();
        var now = clock.instant();
        if (accepted.stillGood(token, now)) {
            return Optional.empty();
        }
        var reason = refusal(token, now);
        return reason.map(words ->
                "Bearer realm=\"" + partner + "\", error=\"invalid_token\", error_description=\"" + words + "\"");
    }

    private Optional<String> refusal(String token, Instant now) {
        try {
            var jwt = SignedJWT.parse(token);
            var header = jwt.getHeader();
            if (!JWSAlgorithm.ES256.equals(header.getAlgorithm())
                    || !TYPE.equals(header.getType())
                    || !jwt.verify(new ECDSAVerifier(key))) {
                return Optional.of("not signed as an access token by the identity provider");
            }
            var claims = jwt.getJWTClaimsSet();
            var reason = refusal(claims, now);
            if (reason.isEmpty()) {
                accepted.add(token, claims.getExpirationTime().toInstant());
            }
            return reason;
        } catch (ParseException | JOSEException e) {
            return Optional.of("not a signed token");
        }
    }

    private Optional<String> refusal(JWTClaimsSet claims, Instant now) throws ParseException {
        if (!issuer.get().equals(claims.getIssuer())) {
            return Optional.of("from another issuer");
        }
        if (!claims.getAudience().contains(partner)) {
            return Optional.of("for another audience");
        }
        if (claims.getExpirationTime() == null
                || !now.isBefore(claims.getExpirationTime().toInstant())) {
            return Optional.of("expired");
        }
        if (claims.getNotBeforeTime() != null
                && now.isBefore(claims.getNotBeforeTime().toInstant())) {
            return Optional.of("not yet valid");
        }
        var actor = claims.getJSONObjectClaim("act");
        if (actor == null
                ? usersAlone
                : !IdentityProvider.CLIENT_ID.equals(actor.get("sub"))
                        || IdentityProvider.CLIENT_ID.equals(claims.getSubject())) {
            return Optional.of("not for a user for whom the gateway acts");
        }
        var scope = claims.getStringClaim("scope");
        if (scope == null || !Arrays.asList(scope.split(" ", -1)).contains(partner + ".read")) {
            return Optional.of("without the scope " + partner + ".read");
        }
        return Optional.empty();
    }

    /** Tokens whose signature was found good: a load test is to measure the gateway, not this check. */
    private static final class Accepted {

        private static final int MOST = 1_000;

        private final Map<String, Instant> expiries = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
                return size() > MOST;
            }
        };

        synchronized boolean stillGood(String token, Instant now) {
            var expiry = expiries.get(token);
            return expiry != null && now.isBefore(expiry);
        }

        synchronized void clear() {
            expiries.clear();
        }

        synchronized void add(String token, Instant expiry) {
            expiries.put(token, expiry);
        }
    }
}
