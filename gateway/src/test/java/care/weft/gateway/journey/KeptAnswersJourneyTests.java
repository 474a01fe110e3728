package care.weft.gateway.journey;

import static org.assertj.core.api.Assertions.assertThat;

import care.weft.stubs.population.Person;
import care.weft.stubs.population.Story;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What partners answered serves others who may see the same, says so, and goes when it must. */
class KeptAnswersJourneyTests extends KeptAnswersJourney {

    private static final String APPOINTMENTS = """
            appointments(first: 50) { complete nodes { title provenance { partner { id } recordId freshness ageSeconds } }
              sources { partner { id } outcome freshness ageSeconds retryable message } }""";

    private final Person person = story(Story.THREE_ASSESSMENTS);

    @BeforeEach
    void forgetTheOneBefore() {
        forget(person);
    }

    @Test
    void theNextWhoAsksIsToldTheSameAndHowOldItIs() {
        var first = appointments("gp", "");
        STUBS.reset();
        var second = appointments("gp", "");

        assertThat(freshness(first, "trust")).isEqualTo("LIVE");
        assertThat(freshness(second, "trust")).isEqualTo("CACHED");
        assertThat(source(second, "trust").path("ageSeconds").asInt()).isLessThan(60);
        assertThat(recordIds(second, "trust")).isNotEmpty().isEqualTo(recordIds(first, "trust"));
        assertThat(STUBS.trust().calls("Appointment")).isZero();
        assertThat(STUBS.trust().calls("Patient"))
                .as("who it is, is asked each time")
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"mdt, trust", "nurse, trust", "person, trust", "mdt, gp"})
    void whoReadsInAnotherStandingIsNotServedWithIt(String user, String partner) {
        appointments("gp", "");

        var theirs = appointments(user, "");

        assertThat(outcome(theirs, partner)).isEqualTo("ANSWERED");
        assertThat(freshness(theirs, partner)).isEqualTo("LIVE");
    }

    @ParameterizedTest
    @CsvSource({
        "gp, no-cache, LIVE",
        "gp, 'max-age=0, No-Cache', LIVE",
        "gp, no-store, CACHED",
        "person, no-cache, CACHED"
    })
    void professionalsMayHavePartnersAskedAnew(String user, String header, String freshness) {
        appointments(user, "");

        assertThat(freshness(appointments(user, header), "trust")).isEqualTo(freshness);
    }

    @Test
    void whenAnOperatorHasAPersonForgottenPartnersAreAskedAnewForThatPersonAlone() {
        var other = story(Story.CARER);
        forget(other);
        appointments("gp", "");
        appointments(other, "gp", "");

        assertThat(forget(person)).isPositive();

        assertThat(freshness(appointments("gp", ""), "trust")).isEqualTo("LIVE");
        assertThat(freshness(appointments(other, "gp", ""), "trust")).isEqualTo("CACHED");
    }

    @ParameterizedTest
    @CsvSource({"gp, 403", "auditor, 403", "operator, 200"})
    void nobodyElseMayHaveAnythingForgotten(String user, int status) {
        assertThat(send(purge(user, number(person))).http().statusCode()).isEqualTo(status);
    }

    @Test
    void whoIsMeantMustBeSaidRightlyAndIsNotRepeated() {
        var answer = send(purge("operator", "9990000019"));

        assertThat(answer.http().statusCode()).isEqualTo(400);
        assertThat(answer.http().body()).contains("check its ten digits").doesNotContain("9990000019");
    }

    @Test
    void manyWhoAskAtOnceAreOneReadAtThePartner() {
        STUBS.trust().delay(Duration.ofMillis(300));

        var answers =
                Stream.generate(() -> sendAsync(as("gp", person, ""))).limit(20).toList();

        assertThat(answers.stream()
                        .map(CompletableFuture::join)
                        .map(answer -> recordIds(answer.person().path("appointments"), "trust")))
                .hasSize(20)
                .containsOnly(recordIds(appointments("gp", ""), "trust"));
        assertThat(STUBS.trust().calls("Appointment")).isEqualTo(1);
    }

    @Test
    void whileThePartnerIsDownWhatItSaidIsShownWithItsAgeWhereThePlaceHasAgreedToIt() {
        var before = appointments("gp", "");
        STUBS.trust().stop();

        var person = as(
                "gp",
                this.person,
                "no-cache",
                APPOINTMENTS + " referrals { nodes { provenance { partner { id } } } " + """
                 sources { partner { id } outcome } } demographics { sources { partner { id } outcome freshness } }""");
        var answer = send(person).person();
        var after = answer.path("appointments");

        assertThat(outcome(after, "trust")).isEqualTo("UNAVAILABLE");
        assertThat(freshness(after, "trust")).isEqualTo("STALE");
        assertThat(source(after, "trust").path("retryable").asBoolean()).isTrue();
        assertThat(source(after, "trust").path("message").asString())
                .startsWith(
                        "Manchester University NHS Foundation Trust does not answer just now. Shown is what it said at ")
                .endsWith(" on 10 March 2026, which may have changed: try again, or ask it directly.");
        assertThat(after.path("complete").asBoolean()).isFalse();
        assertThat(recordIds(after, "trust")).isEqualTo(recordIds(before, "trust"));
        assertThat(nodes(after, "trust"))
                .extracting(node -> node.path("provenance").path("freshness").asString())
                .containsOnly("STALE");
        assertThat(nodes(answer.path("referrals"), "trust"))
                .as("nobody has agreed to it")
                .isEmpty();
        assertThat(freshness(answer.path("demographics"), "trust")).isEmpty();
    }

    private JsonNode appointments(String user, String cacheControl) {
        return appointments(person, user, cacheControl);
    }

    private JsonNode appointments(Person whom, String user, String cacheControl) {
        return send(as(user, whom, cacheControl)).person().path("appointments");
    }

    private HttpRequest.Builder as(String user, Person whom, String cacheControl) {
        return as(user, whom, cacheControl, APPOINTMENTS);
    }

    private HttpRequest.Builder as(String user, Person whom, String cacheControl, String selection) {
        var request = post(
                        "query($n: NhsNumber!) { person(nhsNumber: $n) { " + selection + " } }",
                        Map.of("n", number(whom)))
                .header("Authorization", "Bearer " + STUBS.identityProvider().token(user));
        return cacheControl.isEmpty() ? request : request.header("Cache-Control", cacheControl);
    }

    private static String freshness(JsonNode section, String partner) {
        return source(section, partner).path("freshness").asString("");
    }

    private int forget(Person whom) {
        return send(purge("operator", number(whom))).body().path("forgotten").asInt();
    }
}
