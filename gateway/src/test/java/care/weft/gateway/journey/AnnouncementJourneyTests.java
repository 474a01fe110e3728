package care.weft.gateway.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;

/** Somebody says that they are about to assess, and others ask. */
class AnnouncementJourneyTests extends AnnouncementStories {

    @Test
    void theNurseIsToldToJoinWhatTheSocialWorkerAnnounced() {
        assertThat(advice("nurse", "CARE_ACT_NEEDS").path("decision").asString())
                .isEqualTo("PROCEED");

        var payload = announced("social-worker", intent(maureen, "CARE_ACT_NEEDS"), plan("Tom Ashdown"));

        assertThat(payload.path("problems").isEmpty()).isTrue();
        assertThat(payload.path("others").isEmpty()).isTrue();
        assertThat(payload.at("/announcement/state").asString()).isEqualTo("OPEN");
        var advice = advice("nurse", "CARE_ACT_NEEDS");
        assertThat(advice.path("decision").asString()).isEqualTo("JOIN");
        assertThat(advice.path("action").asString()).isEqualTo("ATTEND");
        var plan = advice.path("joinWith");
        assertThat(plan.path("assessmentStatus").asString()).isEqualTo("BOOKED");
        assertThat(plan.path("bookedAt").asString()).isEqualTo(WHEN);
        assertThat(plan.at("/location/name").asString()).isEqualTo("At home");
        assertThat(plan.at("/contact/phone").asString()).isEqualTo("0161 496 0777");
        assertThat(plan.at("/assessor/name").asString()).isEqualTo("Tom Ashdown");
        assertThat(plan.at("/organisation/name").asString()).isEqualTo("Manchester City Council");
        assertThat(plan.at("/provenance/partner/id").asString()).isEqualTo(SOURCE);
        assertThat(advice.path("complete").asBoolean()).isTrue();
    }

    @Test
    void whoeverAsksForTheAssessmentsSeesItBookedAndNotByAPartner() {
        var before = assessments("nurse");
        announced("social-worker", intent(maureen, "CARE_ACT_NEEDS"), plan("Tom Ashdown"));

        var after = assessments("nurse");

        assertThat(before.path("sources").size()).isEqualTo(5);
        assertThat(nodes(before, SOURCE)).isEmpty();
        assertThat(outcome(after, SOURCE)).isEqualTo("ANSWERED");
        assertThat(nodes(after, SOURCE)).singleElement().satisfies(node -> {
            assertThat(node.path("bookedAt").asString()).isEqualTo(WHEN);
            assertThat(node.at("/instrument/id").asString()).isEqualTo("CARE_ACT_NEEDS");
        });
        assertThat(after.path("complete").asBoolean()).isTrue();
        assertThat(assessments("person").path("nodes").size())
                .isEqualTo(after.path("nodes").size());
    }

    @Test
    void aRoleThatMayNotSeeAssessmentsSeesNoAnnouncements() {
        announced("social-worker", intent(maureen, "CARE_ACT_NEEDS"), plan("Tom Ashdown"));

        var list = assessments("link-worker");
        var advice = advice("link-worker", "CARE_ACT_NEEDS");
        var asked = ask(
                "link-worker",
                "query($n: NhsNumber!) { person(nhsNumber: $n) { announcements { id } } }",
                Map.of("n", number(maureen)));

        assertThat(nodes(list, SOURCE)).isEmpty();
        assertThat(list.path("sources").size()).isEqualTo(5);
        assertThat(advice.path("decision").asString()).isEqualTo("PROCEED");
        assertThat(advice.toString()).doesNotContain("0161 496 0777", "Tom Ashdown", SOURCE);
        assertThat(asked.errorCode()).isEqualTo("FORBIDDEN");
    }

    @Test
    void whatIsTakenBackIsJoinedNoMoreAndAStrangerCannotTakeItBack() {
        var id = announced("social-worker", intent(maureen, "CARE_ACT_NEEDS"), plan("Tom Ashdown"))
                .at("/announcement/id")
                .asString();

        var strangers = withdraw("nurse", id);
        assertThat(advice("nurse", "CARE_ACT_NEEDS").path("decision").asString())
                .isEqualTo("JOIN");
        var own = withdraw("social-worker", id);

        assertThat(strangers.at("/problems/0/code").asString()).isEqualTo("NOT_FOUND");
        assertThat(own.at("/announcement/state").asString()).isEqualTo("WITHDRAWN");
        assertThat(withdraw("social-worker", id).at("/announcement")).isEqualTo(own.at("/announcement"));
        assertThat(advice("nurse", "CARE_ACT_NEEDS").path("decision").asString())
                .isEqualTo("PROCEED");
        assertThat(nodes(assessments("nurse"), SOURCE)).isEmpty();
    }

    @Test
    void theSecondToAnnounceLearnsOfTheFirstAndIsToldToJoin() {
        announced("social-worker", intent(maureen, "CARE_ACT_NEEDS"), plan("Tom Ashdown"));

        var second = announced("nurse", intent(maureen, "CARE_ACT_NEEDS"), plan("Grace Owusu"));

        assertThat(second.path("others")
                        .valueStream()
                        .map(each -> each.path("who").asString()))
                .containsExactly("Tom Ashdown");
        assertThat(second.at("/advice/decision").asString()).isEqualTo("JOIN");
        assertThat(second.at("/advice/joinWith/contact/phone").asString()).isEqualTo("0161 496 0777");
        assertThat(second.at("/announcement/state").asString()).isEqualTo("OPEN");
    }

    @Test
    void ownAnnouncementsAndThoseOfColleaguesAreListedByTheirTimeWithThePerson() {
        announced("social-worker", intent(maureen, "CARE_ACT_NEEDS"), plan("Tom Ashdown"));
        announced("nurse", intent(maureen, "CGA"), plan("Grace Owusu"));

        assertThat(listed("social-worker")).singleElement().satisfies(own -> {
            assertThat(own.path("mine").asBoolean()).isTrue();
            assertThat(own.at("/person/nhsNumber").asString()).isEqualTo(number(maureen));
        });
        assertThat(listed("mdt"))
                .extracting(each -> each.path("who").asString())
                .containsExactlyInAnyOrder("Tom Ashdown", "Grace Owusu");
        assertThat(listed("person")).isEmpty();
    }

    private List<JsonNode> listed(String user) {
        var query = "{ announcements(first: 50, from: \"2026-03-12\", to: \"2026-03-12\") {"
                + " nodes { who mine state person { nhsNumber } } pageInfo { hasNextPage endCursor } } }";
        return ask(user, query, Map.of())
                .data()
                .at("/announcements/nodes")
                .valueStream()
                .filter(each -> each.path("state").asString().equals("OPEN"))
                .toList();
    }

    @Test
    void thoseOfAPersonAreListedWithWhoMadeThem() {
        announced("social-worker", intent(maureen, "CARE_ACT_NEEDS"), plan("Tom Ashdown"));

        var listed = ask(
                        "nurse",
                        "query($n: NhsNumber!) { person(nhsNumber: $n) { announcements { " + ANNOUNCEMENT + " } } }",
                        Map.of("n", number(maureen)))
                .person()
                .path("announcements");

        assertThat(listed.size()).isEqualTo(1);
        assertThat(listed.at("/0/mine").asBoolean()).isFalse();
        assertThat(listed.at("/0/instrument/id").asString()).isEqualTo("CARE_ACT_NEEDS");
    }

    @Test
    void theExampleForFrontEndTeamsAnnounces() throws IOException {
        var example = new ClassPathResource("operations/announce-assessment.graphql")
                .getContentAsString(StandardCharsets.UTF_8);

        var payload = ask(
                        "social-worker",
                        example,
                        Map.of("intent", intent(maureen, "CARE_ACT_NEEDS"), "plan", plan("Tom Ashdown")))
                .data()
                .path("announceAssessment");

        assertThat(payload.path("problems").isEmpty()).isTrue();
        assertThat(payload.at("/announcement/state").asString()).isEqualTo("OPEN");
    }
}
