package care.weft.gateway.journey;

import static org.assertj.core.api.Assertions.assertThat;

import care.weft.stubs.population.Story;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What a reader makes of advice, and that it is not shown twice. */
class AdviceOutcomeJourneyTests extends AnnouncementStories {

    private JsonNode card(String user, Map<String, ?> intent) {
        return ask(
                        user,
                        "query($i: AssessmentIntentInput!) { assessmentAdvice(intent: $i) { id repeated outcome decision } }",
                        Map.of("i", intent))
                .data()
                .path("assessmentAdvice");
    }

    private JsonNode record(String user, JsonNode card, String outcome, String reason) {
        var variables = new HashMap<String, Object>(Map.of("id", card.path("id").asString(), "o", outcome));
        if (!reason.isEmpty()) {
            variables.put("r", reason);
        }
        return ask(
                        user,
                        "mutation($id: ID!, $o: AdviceOutcome!, $r: String) { recordAdviceOutcome(adviceId: $id, outcome: $o,"
                                + " reason: $r) { recorded { adviceId outcome at } problems { code message field } } }",
                        variables)
                .data()
                .path("recordAdviceOutcome");
    }

    @Test
    void anUnchangedCardIsNotRepeatedToTheSameProfessionalForTheSameIntent() {
        var intent = intent(story(Story.DISCHARGE), "CFS");
        var first = card("nurse", intent);
        var again = card("nurse", intent);
        var another = new HashMap<>(intent);
        another.put("team", "another team");

        assertThat(first.path("repeated").asBoolean()).isFalse();
        assertThat(again.path("repeated").asBoolean()).isTrue();
        assertThat(again.path("id")).isEqualTo(first.path("id"));
        assertThat(again.path("decision")).isEqualTo(first.path("decision"));
        assertThat(card("gp", intent).path("repeated").asBoolean()).isFalse();
        assertThat(card("nurse", another).path("repeated").asBoolean()).isFalse();
    }

    @Test
    void aChangedCardIsNew() {
        var intent = intent(maureen, "OT_FUNCTIONAL");
        card("nurse", intent);

        announced("social-worker", intent(maureen, "OT_FUNCTIONAL"), plan("Tom Ashdown"));

        assertThat(card("nurse", intent).path("repeated").asBoolean()).isFalse();
    }

    @Test
    void adviceIsFollowedInOneTapAndTheCardSaysSo() {
        var intent = intent(maureen, "CFS");
        var card = card("gp", intent);

        var recorded = record("gp", card, "FOLLOWED", "");

        assertThat(recorded.path("problems").isEmpty()).isTrue();
        assertThat(recorded.at("/recorded/outcome").asString()).isEqualTo("FOLLOWED");
        assertThat(card("gp", intent).path("outcome").asString()).isEqualTo("FOLLOWED");
        record("gp", card, "NO_LONGER_NEEDED", "");
        assertThat(card("gp", intent).path("outcome").asString()).isEqualTo("NO_LONGER_NEEDED");
    }

    @Test
    void whoeverOverridesAdviceSaysWhy() {
        var card = card("mental-health", intent(maureen, "CFS"));

        var without = record("mental-health", card, "OVERRIDDEN", "");
        var with = record("mental-health", card, "OVERRIDDEN", "Worse since the weekend");

        assertThat(without.at("/problems/0/field").asString()).isEqualTo("reason");
        assertThat(without.path("recorded").isNull()).isTrue();
        assertThat(with.at("/recorded/outcome").asString()).isEqualTo("OVERRIDDEN");
    }

    @Test
    void nobodySaysWhatCameOfAdviceThatSomebodyElseWasGiven() {
        var card = card("nurse", intent(maureen, "MUST"));

        for (var user : List.of("social-worker", "link-worker", "person")) {
            assertThat(record(user, card, "FOLLOWED", "").at("/problems/0/code").asString())
                    .isEqualTo("NOT_FOUND");
        }
        assertThat(card("nurse", intent(maureen, "MUST")).path("outcome").isNull())
                .isTrue();
    }
}
