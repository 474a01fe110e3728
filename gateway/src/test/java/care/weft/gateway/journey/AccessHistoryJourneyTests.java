package care.weft.gateway.journey;

import static org.assertj.core.api.Assertions.assertThat;

import care.weft.stubs.population.Person;
import care.weft.stubs.population.Story;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A person sees who looked at their record; a reviewer sees every event; nobody else sees either. */
class AccessHistoryJourneyTests extends TrustJourney {

    private static final String HISTORY = """
            query($n: NhsNumber!, $first: Int, $after: String) { person(nhsNumber: $n) {
              accessHistory(first: $first, after: $after) {
                nodes { kind from to requests who callerId roles organisation purpose sections partners requestId nhsNumber summary }
                pageInfo { hasNextPage hasPreviousPage endCursor } } } }""";
    private static final String EVENTS = """
            query($filter: AccessFilter!, $first: Int, $after: String) {
              accessEvents(filter: $filter, first: $first, after: $after) {
                nodes { id kind who callerId outcome requestId nhsNumber summary }
                pageInfo { hasNextPage hasPreviousPage endCursor } } }""";

    private final Person person = story(Story.THREE_ASSESSMENTS);

    @Test
    void thePersonSeesWhoLookedVisitByVisitInPlainWords() {
        look("nurse");
        look("nurse");
        ask("stranger", "query($n: NhsNumber!) { person(nhsNumber: $n) { id } }", Map.of("n", number(person)));

        var visits = history("person", 100, null).path("nodes");

        var nurse = visits.valueStream()
                .filter(visit -> visit.path("who").asString().equals("Grace Owusu"))
                .toList();
        assertThat(nurse).singleElement().satisfies(visit -> {
            assertThat(visit.path("requests").asInt()).isGreaterThanOrEqualTo(2);
            assertThat(visit.path("kind").asString()).isEqualTo("DISCLOSURE");
            assertThat(visit.path("sections").toString()).contains("STAYS");
            assertThat(visit.path("partners").toString()).isEqualTo("[\"trust\"]");
            assertThat(visit.path("summary").asString())
                    .startsWith("Grace Owusu, nurse at ")
                    .contains("looked at ", "hospital stays", " for direct care, ", " times ");
            assertThat(List.of(visit.path("callerId"), visit.path("requestId"), visit.path("nhsNumber")))
                    .allMatch(JsonNode::isNull);
        });
        assertThat(visits.valueStream().map(visit -> visit.path("summary").asString()))
                .anyMatch(summary -> summary.contains("asked for the record and was refused, for direct care"));
    }

    @Test
    void theHistoryIsReadInPages() {
        look("gp");
        look("nurse");
        look("social-worker");
        var whole = history("person", 100, null).path("nodes");

        var paged = new ArrayList<JsonNode>();
        var page = history("person", 1, null);
        assertThat(page.path("pageInfo").path("hasPreviousPage").asBoolean()).isFalse();
        paged.addAll(page.path("nodes").valueStream().toList());
        while (page.path("pageInfo").path("hasNextPage").asBoolean()) {
            page = history("person", 1, page.path("pageInfo").path("endCursor").asString());
            assertThat(page.path("pageInfo").path("hasPreviousPage").asBoolean())
                    .isTrue();
            paged.addAll(page.path("nodes").valueStream().toList());
        }

        assertThat(paged.stream().map(visit -> visit.path("who")).toList())
                .isEqualTo(whole.valueStream().map(visit -> visit.path("who")).toList())
                .hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    void whoIsNotThePersonIsRefusedTheHistoryAndNothingElse() {
        var answer = ask(
                "gp",
                "query($n: NhsNumber!) { person(nhsNumber: $n) { id accessHistory { nodes { who } } } }",
                Map.of("n", number(person)));

        assertThat(answer.errorCode()).isEqualTo("FORBIDDEN");
        assertThat(answer.body().path("data").path("person").path("id").isNull())
                .isFalse();
        assertThat(answer.body()
                        .path("data")
                        .path("person")
                        .path("accessHistory")
                        .isNull())
                .isTrue();
    }

    @Test
    void aReviewerFindsEveryEventOfAPersonAndPagesThroughThem() {
        var shown = look("nurse");
        var request = shown.http().headers().firstValue("X-Request-ID").orElseThrow();

        var ofRequest = events(Map.of("requestId", request), 50, null).path("nodes");
        assertThat(ofRequest.valueStream().map(event -> event.path("kind").asString()))
                .contains("DISCLOSURE", "LOOKUP");
        assertThat(ofRequest.valueStream()).allSatisfy(event -> {
            assertThat(event.path("callerId").asString()).isEqualTo("user-nurse");
            assertThat(event.path("nhsNumber").asString()).isEqualTo(number(person));
        });

        var filter = Map.of("nhsNumber", number(person), "kinds", List.of("DISCLOSURE", "LOOKUP"));
        var whole = ids(events(filter, 100, null));
        var paged = new ArrayList<String>();
        @Nullable String after = null;
        for (boolean more = true; more && paged.size() < whole.size(); ) {
            var page = events(filter, 3, after);
            paged.addAll(ids(page));
            after = page.path("pageInfo").path("endCursor").asString();
            more = page.path("pageInfo").path("hasNextPage").asBoolean();
        }
        assertThat(paged.subList(0, whole.size())).isEqualTo(whole).doesNotHaveDuplicates();
    }

    @Test
    void askingTheAuditIsInTheAudit() {
        events(Map.of("callerId", "user-nobody"), 50, null);

        var searches = events(Map.of("kinds", List.of("SEARCH"), "callerId", "user-auditor"), 50, null)
                .path("nodes");

        assertThat(searches.valueStream().map(event -> event.path("outcome").asString()))
                .contains("ACCESS_EVENTS");
    }

    @Test
    void whoIsNoReviewerIsRefusedTheEventsAndThatIsInTheAudit() {
        var answer = ask("gp", EVENTS, Map.of("filter", Map.of("nhsNumber", number(person))));

        assertThat(answer.errorCode()).isEqualTo("FORBIDDEN");
        var alarms = events(Map.of("kinds", List.of("SECURITY_EVENT"), "nhsNumber", number(person)), 50, null);
        assertThat(alarms.path("nodes")
                        .valueStream()
                        .map(event -> event.path("outcome").asString()))
                .contains("ACCESS_EVENTS_REFUSED");
    }

    @Test
    void anArgumentThatCannotBeUnderstoodIsNamed() {
        var cursor = ask("auditor", EVENTS, Map.of("filter", Map.of(), "after", "nonsense"));
        var first = ask("auditor", EVENTS, Map.of("filter", Map.of(), "first", 101));

        assertThat(cursor.error().path("extensions").path("argument").asString())
                .isEqualTo("after");
        assertThat(first.error().path("extensions").path("argument").asString()).isEqualTo("first");
    }

    private Answer look(String user) {
        var answer = ask(
                user,
                "query($n: NhsNumber!) { person(nhsNumber: $n) { stays { nodes { title } } } }",
                Map.of("n", number(person)));
        assertThat(answer.person().path("stays").path("nodes").isEmpty()).isFalse();
        return answer;
    }

    private JsonNode history(String user, int first, @Nullable String after) {
        var variables = new HashMap<String, Object>(Map.of("n", number(person), "first", first));
        if (after != null) {
            variables.put("after", after);
        }
        return ask(user, HISTORY, variables).person().path("accessHistory");
    }

    private JsonNode events(Map<String, ?> filter, int first, @Nullable String after) {
        var variables = new HashMap<String, Object>(Map.of("filter", filter, "first", first));
        if (after != null) {
            variables.put("after", Objects.requireNonNull(after));
        }
        return ask("auditor", EVENTS, variables).data().path("accessEvents");
    }

    private static List<String> ids(JsonNode page) {
        return page.path("nodes")
                .valueStream()
                .map(event -> event.path("id").asString())
                .toList();
    }
}
