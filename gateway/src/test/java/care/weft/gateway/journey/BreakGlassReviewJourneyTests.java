package care.weft.gateway.journey;

import static org.assertj.core.api.Assertions.assertThat;

import care.weft.gateway.audit.AuditFact;
import care.weft.gateway.audit.AuditTrail;
import care.weft.stubs.population.Person;
import care.weft.stubs.population.Story;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Somebody looks at each record that was opened by breaking the glass, and says what they found. */
class BreakGlassReviewJourneyTests extends Journey {

    private static final String BREAK =
            "mutation($n: NhsNumber!, $r: String!) { breakGlass(nhsNumber: $n, reason: $r) { opened { until } } }";
    private static final String LIST = "query($o: Boolean) { breakGlassReviews(first: 100, openOnly: $o) {"
            + " nodes { id reason outcome findings { outcome note by at } } edges { cursor node { id } }"
            + " pageInfo { hasNextPage endCursor } } }";
    private static final String OPEN = "{ breakGlassReviews(first: 100) { nodes { id reason } } }";
    private static final String REVIEW = "mutation($i: ID!, $o: ReviewOutcome!, $n: String!) {"
            + " reviewBreakGlass(id: $i, outcome: $o, note: $n) {"
            + " review { id outcome findings { outcome note by } } problems { code field } } }";
    private static final String NOTE = "Rang the ward: she was brought in unconscious";

    @Test
    void whatWasLookedAtLeavesTheListAndSaysWhoFoundWhat(@Autowired AuditTrail trail) {
        var id = opened("Brought in, nobody with her: reviewed");

        var answer = review("ig-reviewer", id, "APPROPRIATE", NOTE);

        assertThat(answer.data().path("reviewBreakGlass").toString())
                .isEqualTo("{\"review\":{\"id\":\"" + id + "\",\"outcome\":\"APPROPRIATE\",\"findings\":[{\"outcome\":"
                        + "\"APPROPRIATE\",\"note\":\"" + NOTE + "\",\"by\":\"Farah Siddiqui\"}]},\"problems\":[]}");
        assertThat(facts(trail, answer))
                .as("in the audit, with what it is about")
                .contains(new AuditFact.Written(key(story(Story.CARER)), "REVIEW_APPROPRIATE", id));
        assertThat(ids(ask("ig-reviewer", OPEN, Map.of())))
                .as("by default what is left to do")
                .doesNotContain(id);
        assertThat(nodes(ask("ig-reviewer", LIST, Map.of("o", false))))
                .filteredOn(each -> each.path("id").asString().equals(id))
                .singleElement()
                .satisfies(each -> {
                    assertThat(each.path("outcome").asString()).isEqualTo("APPROPRIATE");
                    assertThat(each.path("findings").get(0).path("at").asString())
                            .isNotEmpty();
                });
    }

    @Test
    void anEnquiryLeavesItOpenAndStaysBesideWhatCameOfIt() {
        var id = opened("Brought in, nobody with her: enquiry");

        review("ig-reviewer", id, "FURTHER_ENQUIRY", "Asked the head of service for the rota");

        assertThat(ids(ask("ig-reviewer", OPEN, Map.of()))).contains(id);
        assertThat(review("ig-reviewer", id, "NOT_APPROPRIATE", "Not on duty that night")
                        .data()
                        .path("reviewBreakGlass")
                        .path("review")
                        .path("findings")
                        .valueStream()
                        .map(each -> each.path("outcome").asString()))
                .containsExactly("FURTHER_ENQUIRY", "NOT_APPROPRIATE");
        assertThat(ids(ask("ig-reviewer", OPEN, Map.of()))).doesNotContain(id);
    }

    @Test
    void sayingTheSameAgainChangesNothingAndSayingOtherwiseIsAProblem() {
        var id = opened("Brought in, nobody with her: twice");
        review("ig-reviewer", id, "APPROPRIATE", NOTE);

        var again = review("ig-reviewer", id, "APPROPRIATE", NOTE).data().path("reviewBreakGlass");
        assertThat(again.path("problems").isEmpty()).isTrue();
        assertThat(again.path("review").path("findings").size()).isEqualTo(1);

        for (var outcome : List.of("NOT_APPROPRIATE", "FURTHER_ENQUIRY")) {
            var other = review("ig-reviewer", id, outcome, NOTE).data().path("reviewBreakGlass");
            assertThat(other.path("review").isNull()).isTrue();
            assertThat(other.path("problems").toString()).isEqualTo("[{\"code\":\"NOT_OPEN\",\"field\":null}]");
        }
    }

    @Test
    void nobodyReviewsTheirOwnOpening(@Autowired AuditTrail trail) {
        var id = opened("Brought in, nobody with her: own");
        var token = STUBS.identityProvider()
                .token(
                        "out-of-hours",
                        claims -> claims.put(
                                "roles", List.of("OUT_OF_HOURS_CLINICIAN", "INFORMATION_GOVERNANCE_REVIEWER")));

        var answer = send(post(REVIEW, Map.of("i", id, "o", "APPROPRIATE", "n", NOTE))
                .header("Authorization", "Bearer " + token));

        assertThat(answer.errorCode()).isEqualTo("FORBIDDEN");
        assertThat(facts(trail, answer))
                .contains(new AuditFact.SecurityEvent("REVIEW_OF_OWN_OPENING_REFUSED", key(story(Story.CARER)), null));
        assertThat(ids(ask("ig-reviewer", OPEN, Map.of()))).contains(id);
    }

    @Test
    void whatIsNotToBeReviewedOrNotSaidSoThatItCanBeReadIsAProblemAndOthersAreRefused() {
        var id = opened("Brought in, nobody with her: problems");

        assertThat(problems(review("ig-reviewer", "no-such-opening", "APPROPRIATE", NOTE)))
                .isEqualTo("[{\"code\":\"NOT_FOUND\",\"field\":null}]");
        assertThat(problems(review("ig-reviewer", id, "APPROPRIATE", "fine")))
                .isEqualTo("[{\"code\":\"INVALID_ARGUMENT\",\"field\":\"note\"}]");
        for (var user : List.of("gp", "auditor", "stranger", "out-of-hours")) {
            assertThat(review(user, id, "APPROPRIATE", NOTE).errorCode()).isEqualTo("FORBIDDEN");
        }
    }

    /** The person themself reads in plain words that their record was opened so, and that somebody looked at it. */
    @Test
    void thePersonReadsThatTheOpeningWasReviewed() {
        var person = story(Story.THREE_ASSESSMENTS);
        var id = opened("Brought in, nobody with her: told", person);
        review("ig-reviewer", id, "APPROPRIATE", NOTE);

        var history = ask(
                "person",
                "query($n: NhsNumber!) { person(nhsNumber: $n) { accessHistory(first: 100) { nodes { summary } } } }",
                Map.of("n", number(person)));

        assertThat(history.person()
                        .path("accessHistory")
                        .path("nodes")
                        .valueStream()
                        .map(each -> each.path("summary").asString()))
                .anyMatch(words ->
                        words.startsWith("Dr Owen Marsden") && words.contains("stated why the record had to be opened"))
                .anyMatch(words -> words.startsWith("Farah Siddiqui")
                        && words.contains("reviewed whether it was right that somebody opened the record"));
    }

    private String opened(String reason) {
        return opened(reason, story(Story.CARER));
    }

    /** Breaks the glass, and finds the opening in the list by its reason. */
    private String opened(String reason, Person person) {
        ask("out-of-hours", BREAK, Map.of("n", number(person), "r", reason));
        return nodes(ask("ig-reviewer", OPEN, Map.of())).stream()
                .filter(each -> each.path("reason").asString().equals(reason))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asString();
    }

    private Answer review(String user, String id, String outcome, String note) {
        return ask(user, REVIEW, Map.of("i", id, "o", outcome, "n", note));
    }

    private static String problems(Answer answer) {
        return answer.data().path("reviewBreakGlass").path("problems").toString();
    }

    private static List<JsonNode> nodes(Answer answer) {
        return answer.data()
                .path("breakGlassReviews")
                .path("nodes")
                .valueStream()
                .toList();
    }

    private static List<String> ids(Answer answer) {
        return nodes(answer).stream().map(each -> each.path("id").asString()).toList();
    }
}
