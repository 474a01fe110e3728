package care.weft.gateway.journey;

import static org.assertj.core.api.Assertions.assertThat;

import care.weft.stubs.population.Person;
import care.weft.stubs.population.Story;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** A commissioner asks what came of it. */
class MetricsJourneyTests extends AnnouncementStories {

    private static final String FIGURE = " { value suppressed } ";
    private static final String OFFERS = " { offered" + FIGURE + "followed" + FIGURE + "overridden" + FIGURE
            + "noLongerNeeded" + FIGURE + "unanswered" + FIGURE + "} ";
    private static final String METRICS =
            "from to smallestCount offered" + FIGURE + "found { people" + FIGURE + "assessments"
                    + FIGURE + "all" + FIGURE + "sameInstrument" + FIGURE + "} reuse" + OFFERS + "join" + OFFERS
                    + "topUp" + OFFERS
                    + "afterReuse { avoided" + FIGURE + "notYetKnown" + FIGURE + "bandChanged" + FIGURE
                    + "} unverifiable" + FIGURE
                    + "hoursSaved { fewest most basis } byInstrument { instrument { id } offered" + FIGURE
                    + "} byPartners { to { id } from { id } offered" + FIGURE + "}";

    private Answer metrics(String user, String neighbourhood, String from, String to) {
        return ask(
                user,
                "query($n: ID!, $f: Date!, $t: Date!) { neighbourhood(id: $n) { id metrics(from: $f, to: $t) { "
                        + METRICS + " } } }",
                Map.of("n", neighbourhood, "f", from, "t", to));
    }

    private String neighbourhoodOf(Person person) {
        return askAbout(person, "neighbourhood { id }")
                .person()
                .at("/neighbourhood/id")
                .asString();
    }

    @Test
    void whatWasAdvisedAndFollowedIsCountedInTheNeighbourhoodAndSmallCountsAreNotTold() {
        var here = neighbourhoodOf(maureen);
        var cards = new ArrayList<JsonNode>();
        for (int n = 0; n < 8; n++) {
            var intent = new HashMap<>(intent(maureen, "CFS"));
            intent.put("team", "team " + n);
            cards.add(ask(
                            "nurse",
                            "query($i: AssessmentIntentInput!) { assessmentAdvice(intent: $i) { id decision } }",
                            Map.of("i", intent))
                    .data()
                    .path("assessmentAdvice"));
        }
        assertThat(cards)
                .allSatisfy(card -> assertThat(card.path("decision").asString()).isEqualTo("REUSE"));
        cards.forEach(card -> ask(
                        "nurse",
                        "mutation($id: ID!) { recordAdviceOutcome(adviceId: $id, outcome: FOLLOWED) { problems { code } } }",
                        Map.of("id", card.path("id").asString()))
                .data());

        var metrics = metrics("mdt", here, "2026-03-10", "2026-03-10").data().at("/neighbourhood/metrics");

        assertThat(metrics.path("from").asString()).isEqualTo("2026-03-01");
        assertThat(metrics.path("to").asString()).isEqualTo("2026-03-31");
        assertThat(metrics.path("smallestCount").asInt()).isEqualTo(5);
        assertThat(metrics.at("/offered/value").asInt()).isGreaterThanOrEqualTo(8);
        assertThat(metrics.at("/hoursSaved/basis").asString()).contains("without a source");
        figures(metrics)
                .forEach(figure -> assertThat(figure.path("value").asInt(0))
                        .satisfiesAnyOf(
                                value -> assertThat(value).isZero(),
                                value -> assertThat(value).isGreaterThanOrEqualTo(5)));
        assertThat(metrics("mdt", here, "2025-01-01", "2025-12-31")
                        .data()
                        .at("/neighbourhood/metrics/offered/value")
                        .asInt(-1))
                .isZero();
    }

    private static List<JsonNode> figures(JsonNode metrics) {
        var figures = new ArrayList<JsonNode>();
        if (metrics.has("suppressed")) {
            figures.add(metrics);
        }
        metrics.values().forEach(child -> figures.addAll(figures(child)));
        return figures;
    }

    @ParameterizedTest
    @ValueSource(strings = {"person", "stranger", "link-worker"})
    void figuresAreNotForEverybody(String user) {
        var answer = metrics(user, neighbourhoodOf(story(Story.DISCHARGE)), "2026-03-01", "2026-03-31");

        assertThat(answer.errorCode()).isEqualTo("FORBIDDEN");
        assertThat(answer.body().at("/data/neighbourhood/metrics").isNull()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"2026-03-31, 2026-03-01, to", "2020-01-01, 2026-03-01, from"})
    void aPeriodThatCannotBeCountedIsRefusedByItsArgument(String from, String to, String argument) {
        var answer = metrics("mdt", neighbourhoodOf(maureen), from, to);

        assertThat(answer.errorCode()).isEqualTo("INVALID_ARGUMENT");
        assertThat(answer.error().at("/extensions/argument").asString()).isEqualTo(argument);
    }
}
