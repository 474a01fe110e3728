package care.weft.stubs.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import care.weft.stubs.Http;
import care.weft.stubs.population.Population;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdentityProviderTests {

    private static final IdentityProvider PROVIDER =
            new IdentityProvider(0, Population.of(40, LocalDate.of(2026, 11, 21)));

    @BeforeAll
    static void start() {
        PROVIDER.start();
    }

    @AfterAll
    static void stop() {
        PROVIDER.close();
    }

    @ParameterizedTest
    @CsvSource({
        "gp, GP",
        "nurse, NURSE",
        "social-worker, SOCIAL_WORKER",
        "mental-health, MENTAL_HEALTH_PRACTITIONER",
        "mdt, MDT_COORDINATOR",
        "link-worker, LINK_WORKER",
        "person, PERSON",
        "auditor, AUDITOR"
    })
    void eachUserSignsInWithTheirRole(String user, String role) throws Exception {
        var response = Http.get(PROVIDER.issuer() + "/token?user=" + user);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/plain"));
        assertThat(verified(response.body()).getStringListClaim("roles")).containsExactly(role);
    }

    @Test
    void aTokenSaysWhoTheUserIsAndLastsEightHours() throws Exception {
        var token = Http.get(PROVIDER.issuer() + "/token?user=social-worker").body();
        var claims = verified(token);

        assertThat(SignedJWT.parse(token).getHeader().getType()).isEqualTo(new JOSEObjectType("at+jwt"));
        assertThat(claims.getIssuer()).isEqualTo(PROVIDER.issuer()).startsWith("http://localhost:");
        assertThat(claims.getAudience()).containsExactly("weft");
        assertThat(claims.getSubject()).isEqualTo("user-social-worker");
        assertThat(claims.getStringClaim("name")).isNotBlank();
        assertThat(claims.getJWTID()).isNotBlank();
        assertThat(claims.getJSONObjectClaim("employer")).containsEntry("ods", "00BN");
        assertThat(claims.getListClaim("acts_for"))
                .isEqualTo(List.of(Map.of("ods", "00BN", "name", "Manchester City Council")));
        assertThat(Duration.between(
                        claims.getIssueTime().toInstant(),
                        claims.getExpirationTime().toInstant()))
                .isEqualTo(Duration.ofHours(8));
        assertThat(claims.getNotBeforeTime()).isEqualTo(claims.getIssueTime());
    }

    @Test
    void nhsStaffCarryClaimsOfTheNationalKindAndOthersDoNot() throws Exception {
        var nurse = verified(PROVIDER.token("nurse"));
        var role = (Map<?, ?>) nurse.getListClaim("nhsid_nrbac_roles").getFirst();

        assertThat(nurse.getStringClaim("nhsid_useruid")).matches("555[0-9]{9}");
        assertThat(role.get("org_code")).isEqualTo("R0A");
        assertThat(role.get("role_code")).isEqualTo("S8000:G8000:R8001");
        assertThat(role.get("person_roleid")).asString().matches("555[0-9]{9}");
        assertThat(verified(PROVIDER.token("social-worker")).getClaim("nhsid_useruid"))
                .isNull();
    }

    @Test
    void thePersonSignsInForTheirOwnRecordOrAnotherPersonForTheirs() throws Exception {
        var person = verified(PROVIDER.token("person"));
        var other = verified(Http.get(PROVIDER.issuer() + "/token?user=person&nhsNumber=9990000344")
                .body());

        assertThat(person.getStringClaim("nhs_number")).isEqualTo("9990000107");
        assertThat(person.getStringClaim("name")).isEqualTo("Mrs Maureen Gallimore");
        assertThat(other.getStringClaim("nhs_number")).isEqualTo("9990000344");
        assertThat(other.getSubject()).isNotEqualTo(person.getSubject());
        assertThat(other.getClaim("employer")).isNull();
        assertThat(Http.get(PROVIDER.issuer() + "/token?user=person&nhsNumber=9990001065")
                        .statusCode())
                .isEqualTo(404);
        assertThat(verified(PROVIDER.personToken("9990000344")).getSubject()).isEqualTo(other.getSubject());
    }

    @Test
    void aStrangerHasAGoodTokenWithoutARole() throws Exception {
        assertThat(verified(PROVIDER.token("stranger")).getStringListClaim("roles"))
                .isEmpty();
    }

    @Test
    void anUnknownUserGetsTheListOfTheKnownOnes() {
        var response = Http.get(PROVIDER.issuer() + "/token?user=nobody");

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.body().lines())
                .contains(
                        "gp",
                        "nurse",
                        "social-worker",
                        "mental-health",
                        "mdt",
                        "link-worker",
                        "person",
                        "auditor",
                        "stranger");
        assertThat(Http.get(PROVIDER.issuer() + "/token").statusCode()).isEqualTo(404);
        assertThatIllegalArgumentException().isThrownBy(() -> PROVIDER.token("nobody"));
    }

    @Test
    void discoveryPointsToTheKeysWhichHoldNoPrivatePart() {
        var discovery = Http.json(Http.get(PROVIDER.issuer() + "/.well-known/openid-configuration"));
        var keys = Http.json(Http.get(discovery.get("jwks_uri").asString()));

        assertThat(discovery.get("issuer").asString()).isEqualTo(PROVIDER.issuer());
        assertThat(keys.get("keys")).hasSize(1);
        assertThat(keys.get("keys").get(0).has("d")).isFalse();
    }

    @Test
    void storiesAreListedWithTheNumberToAskWith() {
        var stories = Http.json(Http.get(PROVIDER.issuer() + "/stories"));

        assertThat(stories).hasSize(10);
        assertThat(stories.get(0).get("story").asString()).isEqualTo("three-assessments");
        assertThat(stories.get(0).get("nhsNumber").asString()).isEqualTo("9990000107");
        assertThat(stories).allSatisfy(story -> {
            assertThat(story.propertyNames()).containsExactly("story", "nhsNumber", "name", "about");
            assertThat(story.get("name").asString()).isNotBlank();
            assertThat(story.get("about").asString()).endsWith(".");
            assertThat(story.get("nhsNumber").isNull())
                    .isEqualTo(story.get("story").asString().equals("no-nhs-number"));
        });
    }

    @Test
    void aPageOfAnotherOriginMayReadWhatIsFetchedWithGet() {
        for (var path : List.of("/token?user=gp", "/token?user=nobody", "/stories", "/jwks")) {
            assertThat(Http.get(PROVIDER.issuer() + path).headers().firstValue("Access-Control-Allow-Origin"))
                    .contains("*");
        }
    }

    @Test
    void clientCredentialsGiveATokenForThePartnersNamedByTheScope() throws Exception {
        int before = PROVIDER.partnerTokensIssued();
        var basic = clientCredentials(
                "grant_type=client_credentials&scope=trust.read", "Authorization", basic("weft-gateway-secret"));
        var post = clientCredentials(
                "grant_type=client_credentials&scope=trust.read+gp.read&client_id=weft-gateway&client_secret=weft-gateway-secret");

        assertThat(basic.statusCode()).isEqualTo(200);
        assertThat(Http.json(basic).get("token_type").asString()).isEqualTo("Bearer");
        assertThat(Http.json(basic).get("expires_in").asInt()).isEqualTo(300);
        assertThat(Http.json(basic).get("scope").asString()).isEqualTo("trust.read");
        var claims = verified(Http.json(basic).get("access_token").asString(), "trust");
        assertThat(claims.getSubject()).isEqualTo("weft-gateway");
        assertThat(verified(Http.json(post).get("access_token").asString(), "gp")
                        .getAudience())
                .containsExactly("trust", "gp");
        assertThat(PROVIDER.partnerTokensIssued()).isEqualTo(before + 2);
    }

    @Test
    void clientCredentialsAreRefusedForAWrongSecretGrantOrScope() {
        var wrongSecret =
                clientCredentials("grant_type=client_credentials&scope=trust.read", "Authorization", basic("wrong"));

        assertThat(wrongSecret.statusCode()).isEqualTo(401);
        assertThat(wrongSecret.headers().firstValue("WWW-Authenticate")).isPresent();
        assertThat(Http.json(wrongSecret).get("error").asString()).isEqualTo("invalid_client");
        assertThat(error("grant_type=password&scope=trust.read")).isEqualTo("unsupported_grant_type");
        assertThat(error("grant_type=client_credentials")).isEqualTo("invalid_scope");
        assertThat(error("grant_type=client_credentials&scope=everything")).isEqualTo("invalid_scope");
    }

    @Test
    void badTokensAreBadInTheWayTheySay() throws Exception {
        var bad = PROVIDER.badTokens();

        assertRefused(bad.expired("gp"), "Expired JWT");
        assertRefused(bad.notYetValid("gp"), "JWT before use time");
        assertRefused(bad.otherAudience("gp"), "JWT aud claim rejected");
        assertRefused(bad.otherIssuer("gp"), "JWT iss claim");
        assertRefused(bad.otherKey("gp"), "Invalid signature");
        assertRefused(bad.unsigned("gp"), "Unsecured");
        assertRefused(bad.otherType("gp"), "id+jwt");
        assertThat(verified(bad.withoutRoles("gp")).getClaim("roles")).isNull();
    }

    @Test
    void itListensOnTheSamePortAgainAndKeepsItsKey() throws Exception {
        try (var provider = new IdentityProvider(0, Population.of(20, LocalDate.of(2026, 11, 21)))) {
            provider.start();
            var issuer = provider.issuer();
            var token = provider.token("gp");
            var keys = Http.get(issuer + "/jwks").body();
            provider.stop();
            provider.start();
            provider.start();

            assertThat(provider.issuer()).isEqualTo(issuer);
            assertThat(Http.get(issuer + "/jwks").body()).isEqualTo(keys);
            assertThat(SignedJWT.parse(token).getJWTClaimsSet().getIssuer()).isEqualTo(issuer);
        }
    }

    private static HttpResponse<String> clientCredentials(String form, String... headers) {
        return Http.post(
                PROVIDER.issuer() + "/oauth2/token",
                form,
                headers.length == 0 ? new String[] {"Content-Type", "application/x-www-form-urlencoded"} : headers);
    }

    private static String error(String form) {
        var response = clientCredentials(form, "Authorization", basic("weft-gateway-secret"));
        assertThat(response.statusCode()).isEqualTo(400);
        return Http.json(response).get("error").asString();
    }

    private static String basic(String secret) {
        return "Basic "
                + Base64.getEncoder().encodeToString(("weft-gateway:" + secret).getBytes(StandardCharsets.UTF_8));
    }

    private static void assertRefused(String token, String reason) {
        assertThatThrownBy(() -> verified(token)).hasMessageContaining(reason);
    }

    private static JWTClaimsSet verified(String token) throws Exception {
        return verified(token, "weft");
    }

    /** Verifies as a resource server does, with nothing but what is published. */
    private static JWTClaimsSet verified(String token, String audience) throws Exception {
        var keys = JWKSet.parse(Http.get(PROVIDER.issuer() + "/jwks").body());
        var processor = new DefaultJWTProcessor<SecurityContext>();
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(JWSAlgorithm.ES256, new ImmutableJWKSet<>(keys)));
        processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(new JOSEObjectType("at+jwt")));
        var expected = new JWTClaimsSet.Builder().issuer(PROVIDER.issuer()).build();
        processor.setJWTClaimsSetVerifier(
                new DefaultJWTClaimsVerifier<>(audience, expected, Set.of("sub", "iat", "exp", "jti")));
        return processor.process(token, null);
    }
}
