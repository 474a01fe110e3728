package care.weft.gateway.journey;

import static org.assertj.core.api.Assertions.assertThat;

import care.weft.stubs.population.Story;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Who gets in, and what they are told when they do not. */
class DoorJourneyTests extends Journey {

    private static final String ADA = number(story(Story.THREE_ASSESSMENTS));
    private static final String NAME = "query($n: NhsNumber!) { person(nhsNumber: $n) { demographics { complete } } }";

    static Stream<String> badTokens() {
        var bad = STUBS.identityProvider().badTokens();
        return Stream.of(
                bad.expired("gp"),
                bad.notYetValid("gp"),
                bad.otherAudience("gp"),
                bad.otherIssuer("gp"),
                bad.otherKey("gp"),
                bad.unsigned("gp"),
                bad.otherType("gp"),
                STUBS.identityProvider().token("gp", claims -> claims.remove("sub")),
                STUBS.identityProvider().token("gp", claims -> claims.put("sub", " ")),
                "not-a-token");
    }

    @ParameterizedTest
    @MethodSource("badTokens")
    void aTokenThatIsNotWhollyRightIsNoToken(String token) {
        var answer = send(post(NAME, Map.of("n", ADA)).header("Authorization", "Bearer " + token));

        assertThat(answer.http().statusCode()).isEqualTo(401);
        assertThat(answer.errorCode()).isEqualTo("UNAUTHENTICATED");
        assertThat(answer.http().headers().firstValue("WWW-Authenticate"))
                .get()
                .asString()
                .startsWith("Bearer");
        assertThat(STUBS.trust().calls()).isEmpty();
    }

    @Test
    void withoutATokenNobodyGetsIn() {
        var answer = send(post(NAME, Map.of("n", ADA)));

        assertThat(answer.http().statusCode()).isEqualTo(401);
        assertThat(answer.errorCode()).isEqualTo("UNAUTHENTICATED");
    }

    /** Refused before their bodies are read, on connections that they keep. */
    @Test
    void manyWithoutATokenAreAnsweredEachTime() {
        var statuses = Flux.range(0, 16)
                .flatMap(_ -> Flux.range(0, 40)
                        .concatMap(_ -> Mono.fromFuture(() -> sendAsync(post(NAME, Map.of("n", ADA))))))
                .map(answer -> answer.http().statusCode())
                .collectList()
                .block(Duration.ofSeconds(60));

        assertThat(statuses).hasSize(16 * 40).containsOnly(401);
    }

    @Test
    void aStrangerMayAskWhoTheyAreAndNothingOfAnybody() {
        assertThat(ask("stranger", "{ me { roles mayRead } partners { id kind } }", Map.of())
                        .data())
                .hasToString("""
                        {"me":{"roles":[],"mayRead":[]},"partners":[{"id":"demographics","kind":"DEMOGRAPHICS"},\
                        {"id":"council","kind":"COUNCIL"},{"id":"trust","kind":"TRUST"},{"id":"gp","kind":"GP"},\
                        {"id":"mental-health","kind":"MENTAL_HEALTH"}]}""");

        var answer = ask("stranger", NAME, Map.of("n", ADA));

        assertThat(answer.errorCode()).isEqualTo("FORBIDDEN");
        assertThat(answer.body().path("data").path("person").isNull()).isTrue();
        assertThat(STUBS.trust().calls()).isEmpty();
    }

    @Test
    void thePersonReadsTheirOwnRecordAndNoOther() {
        var own =
                ask("person", "{ me { roles person { nhsNumber } } }", Map.of()).data();
        assertThat(own.path("me").path("person").path("nhsNumber").asString()).isEqualTo(ADA);

        var other = ask("person", NAME, Map.of("n", number(story(Story.CARER))));
        assertThat(other.errorCode()).isEqualTo("FORBIDDEN");
    }

    @Test
    void whatALinkWorkerMayNotSeeIsWithheldAndNeverAsked() {
        var person = ask("link-worker", """
                query($n: NhsNumber!) { person(nhsNumber: $n) {
                  demographics { complete }
                  stays { nodes { title } completeness sources { partner { id } outcome message } } } }""", Map.of("n", ADA)).person();

        assertThat(person.path("demographics").path("complete").asBoolean()).isTrue();
        var stays = person.path("stays");
        assertThat(stays.path("nodes").isEmpty()).isTrue();
        assertThat(stays.path("completeness").asString()).isEqualTo("COMPLETE_FOR_YOUR_ROLE");
        assertThat(outcome(stays, "trust")).isEqualTo("WITHHELD");
        assertThat(source(stays, "trust").path("message").asString())
                .isEqualTo("Your role may not see stays of Manchester University NHS Foundation Trust.");
        assertThat(STUBS.trust().calls("Encounter")).isZero();
    }

    @ParameterizedTest
    @MethodSource
    void aWrongNumberIsRefusedWithARemedyAndNeverRepeated(String query) {
        var answer = ask("gp", query, Map.of("n", "9990000108"));

        assertThat(answer.http().body()).doesNotContain("9990000108").contains("check digit");
        assertThat(answer.errorCode()).isEqualTo("INVALID_ARGUMENT");
        assertThat(STUBS.trust().calls()).isEmpty();
    }

    static Stream<String> aWrongNumberIsRefusedWithARemedyAndNeverRepeated() {
        return Stream.of(
                NAME,
                "{ person(nhsNumber: \"9990000108\") { id } }",
                "{ person(nhsNumber: 9990000108) { id } }",
                "{ people(nhsNumbers: [\"9990000107\", \"9990000108\"]) { id } }",
                "query($n: NhsNumber!) { people(nhsNumbers: [$n]) { id } }");
    }

    @ParameterizedTest
    @MethodSource
    void aDocumentThatDoesNotFitIsExplainedWithoutItsLiterals(String query) {
        var answer = ask("gp", query, Map.of());

        assertThat(answer.errorCode()).isEqualTo("INVALID_DOCUMENT");
        assertThat(answer.http().body()).doesNotContain("9990000107");
        assertThat(answer.http().statusCode()).isEqualTo(400);
    }

    static Stream<String> aDocumentThatDoesNotFitIsExplainedWithoutItsLiterals() {
        return Stream.of(
                "{ person(nhsNumber: \"9990000107\") { nothing } }",
                "{ 9990000107 }",
                "{ person(nhsNumber: \"9990000107\") }",
                "{ person { id } }",
                "query($n: NhsNumber!, $unused: Int) { person(nhsNumber: $n) { id } }",
                "{ person(nhsNumber: \"9990000107\", more: \"9990000107\") { id } }");
    }

    @Test
    void aWrongListArgumentNamesItselfAndTheRemedy() {
        assertThat(message("appointments(first: 101) { complete }")).isEqualTo("Argument 'first' must be 1 to 100.");
        assertThat(message("appointments(first: 0) { complete }")).isEqualTo("Argument 'first' must be 1 to 100.");
        assertThat(message("appointments(after: \"nonsense\") { complete }"))
                .isEqualTo("Argument 'after' must be the endCursor of an earlier page of this list.");
        assertThat(message("appointments(from: \"2026-03-02\", to: \"2026-03-01\") { complete }"))
                .isEqualTo("Argument 'to' must not be before 'from'.");
        assertThat(message("appointments(exceptPartners: [\"nobody\"]) { complete }"))
                .isEqualTo("Argument 'exceptPartners' names a partner that is not connected. Connected are:"
                        + " demographics, council, trust, gp, mental-health.");
    }

    private String message(String selection) {
        var answer = askAbout(story(Story.THREE_ASSESSMENTS), selection);
        assertThat(answer.errorCode()).isEqualTo("INVALID_ARGUMENT");
        return answer.error().path("message").asString();
    }

    @Test
    void anUnknownPurposeIsRefused() {
        var answer = send(post(NAME, Map.of("n", ADA))
                .header("Authorization", "Bearer " + STUBS.identityProvider().token("gp"))
                .header("Purpose-Of-Use", "CURIOSITY"));

        assertThat(answer.errorCode()).isEqualTo("INVALID_ARGUMENT");
        assertThat(answer.error().path("message").asString())
                .isEqualTo(
                        "Header Purpose-Of-Use must be one of [TREAT, ETREAT, BTG, PATRQT, HOPERAT, HRESCH], or absent"
                                + " for direct care.");
    }

    @Test
    void answersAreNotStoredAndCarryTheRequestId() {
        var answer = send(post(NAME, Map.of("n", ADA))
                .header("Authorization", "Bearer " + STUBS.identityProvider().token("gp"))
                .header("X-Request-ID", "front-end-0001"));

        assertThat(answer.http().headers().firstValue("X-Request-ID")).hasValue("front-end-0001");
        assertThat(answer.http().headers().firstValue("Cache-Control").orElse(""))
                .contains("no-store");
        assertThat(answer.http().headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    }

    @Test
    void healthIsOpenAndMetricsHoldNobody() throws Exception {
        var unused = askAbout(story(Story.THREE_ASSESSMENTS), "timeline { complete }")
                .data();

        var client = HttpClient.newHttpClient();
        var health = client.send(
                HttpRequest.newBuilder(address("/actuator/health")).build(), HttpResponse.BodyHandlers.ofString());
        var metrics = client.send(
                HttpRequest.newBuilder(address("/actuator/prometheus")).build(), HttpResponse.BodyHandlers.ofString());

        assertThat(health.body()).contains("UP");
        assertThat(metrics.statusCode()).isEqualTo(200);
        assertThat(metrics.body()).contains("graphql_request").doesNotContain(ADA);
        assertThat(unused.isObject()).isTrue();
    }
}
