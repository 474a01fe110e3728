package care.weft.gateway.journey;

import care.weft.stubs.population.Person;
import care.weft.stubs.population.Story;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import tools.jackson.databind.JsonNode;

/** Stories of announcements: what is announced in one is taken back before the next. */
abstract class AnnouncementStories extends Journey {

    static final String SOURCE = "weft-announcements";
    static final String WHEN = "2026-03-12T10:30:00Z";
    static final String ANNOUNCEMENT = """
            id state mine who where when team subject setting announcedAt expiresAt withdrawnAt requiredDomains
            instrument { id } organisation { name } contact { phone email hours }
            """;
    static final String PLAN_TO_JOIN = """
            decision reason action joinWith { title assessmentStatus bookedAt team location { name } contact { phone hours }
              assessor { name } organisation { name } provenance { partner { id name } system freshness } }
            """;
    static final String PAYLOAD = "announcement { " + ANNOUNCEMENT + " } others { " + ANNOUNCEMENT + " } advice { id "
            + PLAN_TO_JOIN + " unanswered { id } completeness } problems { code message field }";

    final Person maureen = story(Story.THREE_ASSESSMENTS);

    @AfterEach
    void takeAllBack() {
        for (var user : List.of("social-worker", "nurse", "gp", "mental-health")) {
            var mine = ask(user, "{ announcements(mine: true) { nodes { id state } } }", Map.of());
            mine.data()
                    .at("/announcements/nodes")
                    .forEach(each -> withdraw(user, each.path("id").asString()));
        }
    }

    static Map<String, Object> intent(Person person, String instrument) {
        return new HashMap<>(Map.of("nhsNumber", number(person), "instrument", instrument, "setting", "HOME"));
    }

    static Map<String, Object> plan(String who) {
        return new LinkedHashMap<>(Map.of(
                "key",
                UUID.randomUUID().toString(),
                "when",
                WHEN,
                "where",
                "At home",
                "who",
                who,
                "contact",
                new HashMap<>(Map.of("phone", "0161 496 0777", "hours", "Weekdays 9 to 5"))));
    }

    Answer announce(String user, Map<String, ?> intent, Map<String, ?> plan) {
        return ask(
                user,
                "mutation($i: AssessmentIntentInput!, $p: AnnouncementPlanInput!) { announceAssessment(intent: $i, plan: $p) { "
                        + PAYLOAD + " } }",
                Map.of("i", intent, "p", plan));
    }

    JsonNode announced(String user, Map<String, ?> intent, Map<String, ?> plan) {
        return announce(user, intent, plan).data().path("announceAssessment");
    }

    JsonNode withdraw(String user, String id) {
        return ask(
                        user,
                        "mutation($id: ID!) { withdrawAnnouncement(id: $id, reason: \"Plans changed\") { " + PAYLOAD
                                + " } }",
                        Map.of("id", id))
                .data()
                .path("withdrawAnnouncement");
    }

    JsonNode advice(String user, String instrument) {
        return ask(
                        user,
                        "query($i: AssessmentIntentInput!) { assessmentAdvice(intent: $i) { " + PLAN_TO_JOIN
                                + " evidence { reason assessment { title assessmentStatus provenance { partner { id } } } }"
                                + " complete completeness sources { partner { id } section outcome } unanswered { id } } }",
                        Map.of("i", intent(maureen, instrument)))
                .data()
                .path("assessmentAdvice");
    }

    JsonNode assessments(String user) {
        return ask(
                        user,
                        "query($n: NhsNumber!) { person(nhsNumber: $n) { assessments(status: [BOOKED]) { nodes { id title"
                                + " bookedAt when instrument { id } domains { domain } provenance { partner { id } recordId } }"
                                + " sources { partner { id kind } outcome message } complete } } }",
                        Map.of("n", number(maureen)))
                .person()
                .path("assessments");
    }
}
