package care.weft.gateway.web;

import static org.assertj.core.api.Assertions.assertThat;

import care.weft.gateway.access.CallerRole;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.PlainHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import reactor.core.publisher.Mono;

/** Three issuers, as they are in life, and what somebody might try with their tokens. */
class TrustedIssuersTests {

    private static final String CIS2 = "https://cis2.example";
    private static final String NHS_LOGIN = "https://login.example";
    private static final String COUNCIL = "https://council.example";

    private static final RSAKey CIS2_KEY = rsa("cis2");
    private static final ECKey LOGIN_KEY = ec("login");
    private static final ECKey COUNCIL_KEY = ec("council");
    private static final HttpServer KEYS = keys();

    @BeforeAll
    static void serve() {
        serve("/cis2", new JWKSet(CIS2_KEY.toPublicJWK()));
        serve("/login", new JWKSet(LOGIN_KEY.toPublicJWK()));
        serve("/council", new JWKSet(COUNCIL_KEY.toPublicJWK()));
        KEYS.start();
    }

    @AfterAll
    static void stop() {
        KEYS.stop(0);
    }

    private final TrustedIssuers issuers = new TrustedIssuers(settings());

    private static WebSettings settings() {
        var written = new LinkedHashMap<String, String>();
        written.put("weft.web.id-key", "a-key-that-is-no-secret");
        issuer(written, 0, CIS2, "/cis2", "PS256");
        written.put("weft.web.issuers[0].assurance.idassurancelevel", "3");
        written.put("weft.web.issuers[0].claims.id", "nhsid_useruid");
        written.put("weft.web.issuers[0].claims.national-roles.R0260", "GP");
        written.put("weft.web.issuers[0].claims.grants", "GP,NURSE");
        issuer(written, 1, NHS_LOGIN, "/login", "ES256");
        written.put("weft.web.issuers[1].types", "JWT");
        written.put("weft.web.issuers[1].assurance.identity_proofing_level", "P9");
        written.put("weft.web.issuers[1].claims.everybody", "PERSON");
        written.put("weft.web.issuers[1].claims.grants", "PERSON");
        issuer(written, 2, COUNCIL, "/council", "ES256");
        written.put("weft.web.issuers[2].claims.roles", "groups");
        written.put("weft.web.issuers[2].claims.words.asc-social-worker", "SOCIAL_WORKER");
        written.put("weft.web.issuers[2].claims.grants", "SOCIAL_WORKER,SUPPORT_STAFF");
        return new Binder(new MapConfigurationPropertySource(written))
                .bind("weft.web", WebSettings.class)
                .get();
    }

    private static void issuer(Map<String, String> written, int place, String uri, String keys, String algorithm) {
        var prefix = "weft.web.issuers[" + place + "].";
        written.put(prefix + "uri", uri);
        written.put(
                prefix + "jwk-set-uri", "http://localhost:" + KEYS.getAddress().getPort() + keys);
        written.put(prefix + "audiences", "weft");
        written.put(prefix + "algorithms", algorithm);
    }

    @Test
    void eachIssuersUsersAreKnownByItsOwnClaims() {
        assertThat(roles(CIS2_KEY, gp())).containsExactly(CallerRole.GP);
        assertThat(roles(LOGIN_KEY, patient())).containsExactly(CallerRole.PERSON);
        assertThat(roles(COUNCIL_KEY, socialWorker())).containsExactly(CallerRole.SOCIAL_WORKER);
    }

    @Test
    void aTokenForAnotherAudienceIsRefused() {
        assertRefused(signed(CIS2_KEY, "at+jwt", with(gp(), "aud", "another-service")));
        assertRefused(signed(CIS2_KEY, "at+jwt", with(gp(), "aud", null)));
    }

    @Test
    void aTokenWithoutASignatureIsRefused() throws ParseException {
        var header =
                new PlainHeader.Builder().type(new JOSEObjectType("at+jwt")).build();

        assertRefused(new PlainJWT(header, JWTClaimsSet.parse(gp())).serialize());
    }

    /** The public key is no secret: whoever takes it for one would accept what anybody signed with it. */
    @Test
    void aTokenSignedWithThePublicKeyAsASecretIsRefused() throws JOSEException {
        var secret = CIS2_KEY.toRSAPublicKey().getEncoded();

        assertRefused(signed(JWSAlgorithm.HS256, new MACSigner(secret), CIS2_KEY.getKeyID(), "at+jwt", gp()));
    }

    @Test
    void anAlgorithmThatThisIssuerDoesNotUseIsRefused() throws JOSEException {
        assertRefused(signed(JWSAlgorithm.RS256, new RSASSASigner(CIS2_KEY), CIS2_KEY.getKeyID(), "at+jwt", gp()));
    }

    @Test
    void anotherTypeOfTokenIsRefusedAndSoIsNone() {
        assertRefused(signed(CIS2_KEY, "id+jwt", gp()));
        assertRefused(signed(CIS2_KEY, "logout+jwt", gp()));
        assertRefused(signed(CIS2_KEY, null, gp()));
        assertRefused(signed(LOGIN_KEY, "at+jwt", patient()));
    }

    @Test
    void aTokenThatIsOverOrNotYetValidOrNeverEndsIsRefused() {
        assertRefused(signed(CIS2_KEY, "at+jwt", with(gp(), "exp", seconds(Duration.ofHours(-1)))));
        assertRefused(signed(CIS2_KEY, "at+jwt", with(gp(), "nbf", seconds(Duration.ofHours(1)))));
        assertRefused(signed(CIS2_KEY, "at+jwt", with(gp(), "exp", null)));
    }

    @Test
    void aTokenOfALowerAssuranceIsRefused() {
        assertRefused(signed(CIS2_KEY, "at+jwt", with(gp(), "idassurancelevel", "1")));
        assertRefused(signed(CIS2_KEY, "at+jwt", with(gp(), "idassurancelevel", null)));
        assertRefused(signed(LOGIN_KEY, "JWT", with(patient(), "identity_proofing_level", "P5")));
        assertThat(roles(CIS2_KEY, with(gp(), "idassurancelevel", 3L)))
                .as("a number says the same")
                .containsExactly(CallerRole.GP);
    }

    @Test
    void anUnknownIssuerIsRefused() {
        assertRefused(signed(CIS2_KEY, "at+jwt", with(gp(), "iss", "https://evil.example")));
        assertRefused(signed(CIS2_KEY, "at+jwt", with(gp(), "iss", CIS2 + "/")));
    }

    /** Each signs for itself alone, and gives its own roles alone. */
    @Test
    void oneIssuerDoesNotSpeakForAnother() {
        assertRefused(signed(COUNCIL_KEY, "at+jwt", gp()));
        assertRefused(signed(LOGIN_KEY, "JWT", socialWorker()));
        assertThat(roles(LOGIN_KEY, with(patient(), "roles", List.of("GP", "AUDITOR"))))
                .containsExactly(CallerRole.PERSON);
        assertThat(roles(COUNCIL_KEY, with(socialWorker(), "groups", List.of("PERSON", "GP"))))
                .isEmpty();
    }

    @Test
    void whatSomebodySaysOfTheKeyInTheTokenIsNotBelieved() throws JOSEException, ParseException {
        var mine = ec("council");
        var header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(new JOSEObjectType("at+jwt"))
                .jwk(mine.toPublicJWK())
                .keyID("council")
                .build();
        var token = new SignedJWT(header, JWTClaimsSet.parse(socialWorker()));
        token.sign(new ECDSASigner(mine));

        assertRefused(token.serialize());
    }

    private static Map<String, Object> claims(String issuer) {
        var claims = new LinkedHashMap<String, Object>();
        claims.put("iss", issuer);
        claims.put("sub", "user-1");
        claims.put("aud", "weft");
        claims.put("exp", seconds(Duration.ofMinutes(5)));
        return claims;
    }

    private static long seconds(Duration ahead) {
        return Instant.now().plus(ahead).getEpochSecond();
    }

    private static Map<String, Object> gp() {
        var claims = claims(CIS2);
        claims.put("idassurancelevel", "3");
        claims.put("nhsid_useruid", "555000000001");
        claims.put(
                "nhsid_nrbac_roles",
                List.of(Map.of("person_roleid", "1", "org_code", "P84001", "role_code", "S0010:G0020:R0260")));
        return claims;
    }

    private static Map<String, Object> patient() {
        var claims = claims(NHS_LOGIN);
        claims.put("identity_proofing_level", "P9");
        claims.put("nhs_number", "9990000018");
        return claims;
    }

    private static Map<String, Object> socialWorker() {
        var claims = claims(COUNCIL);
        claims.put("groups", List.of("asc-social-worker", "staff"));
        return claims;
    }

    private static Map<String, Object> with(Map<String, Object> claims, String claim, @Nullable Object value) {
        if (value == null) {
            claims.remove(claim);
        } else {
            claims.put(claim, value);
        }
        return claims;
    }

    private Set<CallerRole> roles(JWK key, Map<String, Object> claims) {
        return authenticate(signed(key, key.equals(LOGIN_KEY) ? "JWT" : "at+jwt", claims))
                .orElseThrow()
                .caller()
                .roles();
    }

    private void assertRefused(String token) {
        assertThat(authenticate(token)).isEmpty();
    }

    /** As the chain of filters does it: the issuer that the token names, if it is trusted, is asked. */
    private Optional<CallerAuthentication.CallerToken> authenticate(String token) {
        return issuers.resolve(issuer(token))
                .flatMap(manager -> manager.authenticate(new BearerTokenAuthenticationToken(token)))
                .cast(CallerAuthentication.CallerToken.class)
                .onErrorResume(AuthenticationException.class, _ -> Mono.empty())
                .blockOptional(Duration.ofSeconds(10));
    }

    private static String issuer(String token) {
        try {
            return Objects.requireNonNull(
                    JWTParser.parse(token).getJWTClaimsSet().getIssuer());
        } catch (ParseException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static String signed(JWK key, @Nullable String type, Map<String, Object> claims) {
        try {
            return switch (key) {
                case RSAKey rsa -> signed(JWSAlgorithm.PS256, new RSASSASigner(rsa), rsa.getKeyID(), type, claims);
                case ECKey ec -> signed(JWSAlgorithm.ES256, new ECDSASigner(ec), ec.getKeyID(), type, claims);
                default -> throw new AssertionError(key);
            };
        } catch (JOSEException failed) {
            throw new AssertionError(failed);
        }
    }

    private static String signed(
            JWSAlgorithm algorithm, JWSSigner signer, String keyId, @Nullable String type, Map<String, Object> claims) {
        try {
            var header = new JWSHeader.Builder(algorithm)
                    .type(type == null ? null : new JOSEObjectType(type))
                    .keyID(keyId)
                    .build();
            var token = new SignedJWT(header, JWTClaimsSet.parse(claims));
            token.sign(signer);
            return token.serialize();
        } catch (JOSEException | ParseException failed) {
            throw new AssertionError(failed);
        }
    }

    private static RSAKey rsa(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException failed) {
            throw new AssertionError(failed);
        }
    }

    private static ECKey ec(String id) {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID(id).generate();
        } catch (JOSEException failed) {
            throw new AssertionError(failed);
        }
    }

    private static HttpServer keys() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
    }

    private static void serve(String path, JWKSet published) {
        KEYS.createContext(path, exchange -> {
            try (exchange) {
                var body = published.toString().getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
            }
        });
    }
}
