package care.weft.stubs.identity;

import static org.assertj.core.api.Assertions.assertThat;

import care.weft.stubs.Http;
import care.weft.stubs.StubSettings;
import care.weft.stubs.Stubs;
import com.nimbusds.jwt.SignedJWT;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenExchangeTests {

    private static final Stubs STUBS =
            Stubs.start(StubSettings.onFreePorts().withPeople(40).withoutJournal());
    private static final IdentityProvider PROVIDER = STUBS.identityProvider();
    private static final String BASIC = "Basic "
            + Base64.getEncoder()
                    .encodeToString((IdentityProvider.CLIENT_ID + ":" + IdentityProvider.CLIENT_SECRET)
                            .getBytes(StandardCharsets.UTF_8));

    @AfterEach
    void mend() {
        PROVIDER.refuseExchange();
        PROVIDER.exchangeDown(false);
        STUBS.mentalHealth().demandUsers(false);
    }

    @AfterAll
    static void close() {
        STUBS.close();
    }

    @Test
    void theTokenIsOfTheUserForOnePartnerWithTheGatewayAsActor() throws Exception {
        var answer = Http.json(exchange(form("gp")));

        assertThat(answer.get("token_type").asString()).isEqualTo("Bearer");
        assertThat(answer.get("issued_token_type").asString())
                .isEqualTo("urn:ietf:params:oauth:token-type:access_token");
        assertThat(answer.get("expires_in").asInt()).isBetween(1, 300);
        var claims = SignedJWT.parse(answer.get("access_token").asString()).getJWTClaimsSet();
        assertThat(claims.getSubject()).isEqualTo("user-gp");
        assertThat(claims.getAudience()).containsExactly("mental-health");
        assertThat(claims.getJSONObjectClaim("act")).isEqualTo(Map.of("sub", "weft-gateway"));
        assertThat(claims.getStringClaim("scope")).isEqualTo("mental-health.read");
        assertThat(claims.getExpirationTime()).isBefore(Instant.now().plusSeconds(301));
        assertThat(claims.getClaim("roles"))
                .as("what the partner need not know")
                .isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "subject_token, '', invalid_request",
        "subject_token, a.b.c, invalid_request",
        "subject_token_type, '', invalid_request",
        "subject_token_type, urn:ietf:params:oauth:token-type:saml2, invalid_request",
        "requested_token_type, urn:ietf:params:oauth:token-type:refresh_token, invalid_request",
        "actor_token, x, invalid_request",
        "audience, '', invalid_target",
        "resource, https://trust.example, invalid_target",
        "scope, trust.read, invalid_scope",
        "grant_type, password, unsupported_grant_type"
    })
    void aRequestThatIsNotAsItMustBeIsRefused(String parameter, String value, String error) {
        var form = form("gp");
        form.put(parameter, value);
        var refused = exchange(form);

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(Http.json(refused).get("error").asString()).isEqualTo(error);
    }

    @Test
    void onlyAGoodTokenOfAUserIsExchangedAndOnlyForAKnownClient() {
        var bad = PROVIDER.badTokens();
        for (var token : new String[] {
            bad.expired("gp"),
            bad.otherAudience("gp"),
            bad.otherIssuer("gp"),
            bad.otherKey("gp"),
            bad.unsigned("gp"),
            bad.otherType("gp"),
            PROVIDER.partnerToken("mental-health")
        }) {
            var form = form("gp");
            form.put("subject_token", token);
            assertThat(Http.json(exchange(form)).get("error").asString()).isEqualTo("invalid_request");
        }
        assertThat(post(form("gp"), "Basic d2VmdDp3ZWZ0").statusCode()).isEqualTo(401);
    }

    @Test
    void someUsersCanBeRefusedAndTheExchangeTakenDown() {
        PROVIDER.refuseExchange("nurse");
        assertThat(Http.json(exchange(form("nurse"))).get("error").asString()).isEqualTo("access_denied");
        assertThat(exchange(form("gp")).statusCode()).isEqualTo(200);

        PROVIDER.exchangeDown(true);
        assertThat(exchange(form("gp")).statusCode()).isEqualTo(503);
    }

    @Test
    void aPartnerThatDemandsUsersLetsInNobodyElse() {
        var forUser = Http.json(exchange(form("gp"))).get("access_token").asString();
        var forItself = PROVIDER.partnerToken("mental-health");
        assertThat(table(forUser)).isEqualTo(200);
        assertThat(table(forItself)).isEqualTo(200);

        STUBS.mentalHealth().demandUsers(true);
        assertThat(table(forUser)).isEqualTo(200);
        assertThat(table(forItself)).isEqualTo(401);
        assertThat(table(PROVIDER.token("gp")))
                .as("the user's own, as it came in")
                .isEqualTo(401);
        assertThat(table(acting("another-gateway"))).isEqualTo(401);
        assertThat(table(acting("user-gp"))).isEqualTo(401);

        var elsewhere = form("gp");
        elsewhere.put("audience", "trust");
        elsewhere.remove("scope");
        assertThat(table(Http.json(exchange(elsewhere)).get("access_token").asString()))
                .isEqualTo(401);
    }

    /** Well signed, for the partner, with another actor. */
    private static String acting(String actor) {
        return PROVIDER.token("gp", claims -> {
            claims.put("aud", "mental-health");
            claims.put("scope", "mental-health.read");
            claims.put("act", Map.of("sub", actor));
        });
    }

    private static int table(String token) {
        return Http.get(
                        STUBS.mentalHealth().baseUrl() + "/MHS001MPI?NHSNumber=9990000107",
                        "Authorization",
                        "Bearer " + token)
                .statusCode();
    }

    private static Map<String, String> form(String user) {
        var form = new LinkedHashMap<String, String>();
        form.put("grant_type", "urn:ietf:params:oauth:grant-type:token-exchange");
        form.put("subject_token", PROVIDER.token(user));
        form.put("subject_token_type", "urn:ietf:params:oauth:token-type:access_token");
        form.put("audience", "mental-health");
        form.put("scope", "mental-health.read");
        return form;
    }

    private static HttpResponse<String> exchange(Map<String, String> form) {
        return post(form, BASIC);
    }

    private static HttpResponse<String> post(Map<String, String> form, String authorization) {
        var body = form.entrySet().stream()
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return Http.post(
                PROVIDER.issuer() + "/oauth2/token",
                body,
                "Authorization",
                authorization,
                "Content-Type",
                "application/x-www-form-urlencoded");
    }
}
