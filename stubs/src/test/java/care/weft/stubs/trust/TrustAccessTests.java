package care.weft.stubs.trust;

import static org.assertj.core.api.Assertions.assertThat;

import care.weft.stubs.Http;
import care.weft.stubs.StubSettings;
import care.weft.stubs.Stubs;
import care.weft.stubs.identity.IdentityProvider;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrustAccessTests {

    private static final Stubs STUBS =
            Stubs.start(StubSettings.onFreePorts().withPeople(20).withToday(LocalDate.of(2026, 11, 21)));
    private static final String SEARCH =
            STUBS.trust().baseUrl() + "/Patient?identifier=https%3A%2F%2Ffhir.nhs.uk%2FId%2Fnhs-number%7C9990000107";

    @AfterAll
    static void close() {
        STUBS.close();
    }

    @Test
    void aTokenForTheTrustIsLetIn() {
        assertThat(ask(identity().partnerToken("trust")).statusCode()).isEqualTo(200);
        assertThat(ask(identity().partnerToken("gp", "trust")).statusCode()).isEqualTo(200);
    }

    @Test
    void withoutATokenTheCallerIsChallenged() {
        var response = Http.get(SEARCH);

        assertRefused(response);
        assertThat(response.headers().firstValue("WWW-Authenticate")).contains("Bearer realm=\"trust\"");
        assertRefused(Http.get(SEARCH, "Authorization", "Basic d2VmdDp3ZWZ0"));
    }

    @Test
    void tokensForOthersAreRefused() {
        assertRefused(ask(identity().token("gp")), "for another audience");
        assertRefused(ask(identity().partnerToken("gp")), "for another audience");
        assertRefused(ask(identity().token("gp", claims -> claims.put("aud", "trust"))), "without the scope");
    }

    @Test
    void tokensThatAreNotTheIdentityProvidersAreRefused() {
        try (var stranger = new IdentityProvider(0, STUBS.population())) {
            stranger.start();
            assertRefused(ask(stranger.partnerToken("trust")), "not signed");
        }
        assertRefused(ask(identity().badTokens().unsigned("gp")), "not a signed token");
        assertRefused(ask(identity().badTokens().otherKey("gp")), "not signed");
        assertRefused(ask(identity().badTokens().otherType("gp")), "not signed");
        assertRefused(ask(identity().badTokens().otherIssuer("gp")), "another issuer");
        assertRefused(ask("no-token"), "not a signed token");
    }

    @Test
    void expiredAndFutureTokensAreRefused() {
        assertRefused(
                ask(identity().token("gp", claims -> {
                    claims.put("aud", "trust");
                    claims.computeIfPresent("nbf", (name, seconds) -> (long) seconds + 3_600);
                })),
                "not yet valid");
        identity().partnerTokenLifetime(Duration.ofSeconds(-1));
        try {
            assertRefused(ask(identity().partnerToken("trust")), "expired");
        } finally {
            identity().partnerTokenLifetime(Duration.ofMinutes(5));
        }
    }

    @Test
    void anotherFormatThanJsonIsNotAcceptable() {
        assertThat(accepting("application/fhir+xml").statusCode()).isEqualTo(406);
        assertThat(issueCode(accepting("text/html"))).isEqualTo("not-supported");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/fhir+json",
                "application/fhir+json; fhirVersion=4.0",
                "application/json",
                "*/*",
                "text/html, application/*;q=0.8"
            })
    void whateverLetsJsonThroughIsAcceptable(String accept) {
        var response = accepting(accept);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/fhir+json; fhirVersion=4.0");
    }

    @Test
    void nothingCanBeWritten() {
        var token = "Bearer " + identity().partnerToken("trust");
        var response = Http.post(STUBS.trust().baseUrl() + "/Appointment", "{}", "Authorization", token);

        assertThat(response.statusCode()).isEqualTo(405);
        assertThat(response.headers().firstValue("Allow")).contains("GET");
        assertThat(issueCode(response)).isEqualTo("not-supported");
    }

    @Test
    void whatTheServerCanDoIsOpenToAll() {
        var statement = Http.json(Http.get(STUBS.trust().baseUrl() + "/metadata"));

        assertThat(statement.get("resourceType").asString()).isEqualTo("CapabilityStatement");
        assertThat(statement.at("/rest/0/resource")).hasSize(8);
    }

    private static IdentityProvider identity() {
        return STUBS.identityProvider();
    }

    private static HttpResponse<String> ask(String token) {
        return Http.get(SEARCH, "Authorization", "Bearer " + token);
    }

    private static HttpResponse<String> accepting(String accept) {
        return Http.get(SEARCH, "Authorization", "Bearer " + identity().partnerToken("trust"), "Accept", accept);
    }

    private static void assertRefused(HttpResponse<String> response, String reason) {
        assertRefused(response);
        assertThat(response.headers().firstValue("WWW-Authenticate").orElseThrow())
                .contains("error=\"invalid_token\"", reason);
    }

    private static void assertRefused(HttpResponse<String> response) {
        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(issueCode(response)).isEqualTo("login");
    }

    private static String issueCode(HttpResponse<String> response) {
        var outcome = Http.json(response);
        assertThat(outcome.get("resourceType").asString()).isEqualTo("OperationOutcome");
        return outcome.at("/issue/0/code").asString();
    }
}
