package care.weft.gateway.journey;

import static org.assertj.core.api.Assertions.assertThat;

import care.weft.stubs.partner.PartnerStub;
import care.weft.stubs.population.Person;
import care.weft.stubs.population.SpecialPerson;
import care.weft.stubs.population.Story;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Somebody asks before starting an assessment. */
class AdviceJourneyTests extends Journey {

    private static final String ADVICE = """
            id instrument { id } decision reason gates action confirm { kind event domains } residualDomains determination
            joinWith { title assessmentStatus bookedAt team contact { phone } provenance { partner { id } } }
            domains { domain requiredDepth depth basis coveredBy { title provenance { partner { id } } } conflicting { title } }
            evidence { reason changedBy assessment { title assessmentStatus when setting validUntil instrument { id } provenance { partner { id } } } }
            unanswered { id } completeness complete sources { partner { id } section outcome }
            """;

    private final Person maureen = story(Story.THREE_ASSESSMENTS);

    private Answer answer(String user, Map<String, ?> intent) {
        return ask(
                user,
                "query($i: AssessmentIntentInput!) { assessmentAdvice(intent: $i) { " + ADVICE + " } }",
                Map.of("i", intent));
    }

    private JsonNode advice(String user, Person person, String instrument) {
        return answer(user, intent(person, instrument)).data().path("assessmentAdvice");
    }

    private static Map<String, Object> intent(Person person, String instrument) {
        return new HashMap<>(Map.of("nhsNumber", number(person), "instrument", instrument, "setting", "HOME"));
    }

    private static List<String> texts(JsonNode list, String field) {
        return list.valueStream().map(each -> each.path(field).asString()).toList();
    }

    private static PartnerStub stub(String partner) {
        return Objects.requireNonNull(STUBS.partners().get(partner));
    }

    @Test
    void adviceOnASecondNeedsAssessmentReadsAsAgreed() throws IOException {
        var answer = answer("social-worker", intent(maureen, "CARE_ACT_NEEDS"));
        var advice = (ObjectNode) answer.data().path("assessmentAdvice");
        advice.remove("id");

        StoryPicture.assertReads("advice-three-assessments", advice);
    }

    @Test
    void whatAnotherPartnerScoredWillDoOnceThePersonConfirmsIt() {
        var advice = advice("nurse", maureen, "CFS");

        assertThat(advice.path("decision").asString()).isEqualTo("REUSE");
        assertThat(advice.path("action").asString()).isEqualTo("CONFIRM_NO_CHANGE");
        assertThat(texts(advice.path("confirm"), "kind")).contains("NO_CHANGE", "NO_EVENT");
        var domain = advice.path("domains").path(0);
        assertThat(domain.path("domain").asString()).isEqualTo("FRAILTY");
        assertThat(domain.path("basis").asString()).isEqualTo("INFERRED");
        assertThat(advice.path("complete").asBoolean()).isTrue();
    }

    @Test
    void whatIsInProgressAtTheCouncilIsJoinedByTheTrust() {
        var advice = advice("nurse", story(Story.ASSESSMENT_IN_PROGRESS), "OT_FUNCTIONAL");

        assertThat(advice.path("decision").asString()).isEqualTo("JOIN");
        assertThat(advice.path("action").asString()).isEqualTo("CONTACT_TEAM");
        var plan = advice.path("joinWith");
        assertThat(plan.path("provenance").path("partner").path("id").asString())
                .isEqualTo("council");
        assertThat(plan.path("assessmentStatus").asString()).isEqualTo("IN_PROGRESS");
        assertThat(plan.path("contact").path("phone").asString()).isEqualTo("0161 496 0842");
        assertThat(advice.path("residualDomains").isEmpty()).isTrue();
    }

    /** Whichever partner it is: a change may be recorded there that nobody told of. */
    @ParameterizedTest
    @ValueSource(strings = {"council", "trust", "gp", "mental-health", "demographics"})
    void nothingIsReusedWhileAPartnerIsMissingAndItIsNamed(String stopped) {
        stub(stopped).stop();

        var advice = advice("nurse", maureen, "CFS");

        assertThat(advice.path("decision").asString()).isEqualTo("PROCEED");
        assertThat(texts(advice.path("unanswered"), "id")).contains(stopped);
        assertThat(advice.path("completeness").asString()).isEqualTo("INCOMPLETE");
        assertThat(advice.path("complete").asBoolean()).isFalse();
        var duplicates = askAbout(maureen, "duplicates { complete completeness }")
                .person()
                .path("duplicates");
        assertThat(duplicates.path("complete").asBoolean()).isFalse();
        assertThat(duplicates.path("completeness").asString()).isEqualTo("INCOMPLETE");
    }

    @Test
    void allThatIsCoveredIsLeftToBeAskedWhileAPartnerThatMayKnowOfAChangeIsSilent() {
        stub("mental-health").stop();

        var advice = advice("nurse", maureen, "CFS");

        assertThat(advice.path("reason").asString()).isEqualTo("CHANGE_UNVERIFIABLE");
        assertThat(advice.path("domains").path(0).path("coveredBy").isNull()).isFalse();
        assertThat(texts(advice.path("unanswered"), "id")).containsExactly("mental-health");
    }

    @Test
    void aRoleThatMayNotSeeWhatAssessmentsAreIsAdvisedAsIfThereWereNoneAndToldSo() {
        var answer = answer("link-worker", intent(maureen, "CFS"));

        var advice = answer.data().path("assessmentAdvice");
        assertThat(advice.path("decision").asString()).isEqualTo("PROCEED");
        assertThat(advice.path("reason").asString()).isEqualTo("NOT_COVERED");
        assertThat(texts(advice.path("evidence"), "reason")).allMatch("UNKNOWN_INSTRUMENT"::equals);
        assertThat(advice.path("unanswered").isEmpty()).isTrue();
        assertThat(advice.path("completeness").asString()).isEqualTo("COMPLETE_FOR_YOUR_ROLE");
        assertThat(advice.path("complete").asBoolean()).isFalse();
        assertThat(answer.http().body()).doesNotContainIgnoringCase("frailty scale");
    }

    @Test
    void whoeverMayNotOpenTheRecordIsNotAdvised() {
        assertThat(answer("stranger", intent(maureen, "CFS")).errorCode()).isEqualTo("FORBIDDEN");
        assertThat(stub("trust").calls()).isEmpty();
    }

    @Test
    void aDeathThatOnePartnerAloneRecordsIsToBeMadeSureOf() {
        var advice = advice("nurse", story(Story.DEATH_KNOWN_TO_ONE), "CFS");

        assertThat(advice.path("decision").asString()).isEqualTo("PROCEED");
        assertThat(advice.path("reason").asString()).isEqualTo("CONFIRM_DEATH");
        assertThat(texts(advice.path("confirm"), "kind")).containsExactly("CONFIRM_DEATH");
    }

    @Test
    void aRecordWithAnotherDateOfBirthIsShownAndCountsForNothing() {
        var person = story(Story.CONFLICTING_BIRTH_DATE);

        var advice = advice("nurse", person, "CFS");

        assertThat(advice.path("decision").asString()).isEqualTo("PROCEED");
        var trusts = advice.path("evidence")
                .valueStream()
                .filter(each ->
                        each.at("/assessment/provenance/partner/id").asString().equals("trust"))
                .toList();
        assertThat(trusts)
                .isNotEmpty()
                .allSatisfy(
                        each -> assertThat(each.path("reason").asString()).isIn("LINK_NOT_CONFIRMED", "NOT_COMPLETED"));
    }

    /** The ward's encounter says that she was an inpatient when she was scored. */
    @Test
    void whatAWardScoredIsGoodInHospitalAndNowhereElse() {
        var person = story(Story.DISCHARGE);
        var inHospital = intent(person, "MUST");
        inHospital.put("setting", "HOSPITAL");

        var there = answer("mental-health", inHospital).data().path("assessmentAdvice");
        var atHome = advice("mental-health", person, "MUST");

        assertThat(there.path("decision").asString()).isEqualTo("REUSE");
        assertThat(atHome.path("decision").asString()).isEqualTo("PROCEED");
        assertThat(atHome.path("evidence")
                        .valueStream()
                        .filter(each ->
                                each.at("/assessment/instrument/id").asString().equals("MUST"))
                        .map(each -> each.path("reason").asString()))
                .containsExactly("SETTING");
    }

    @Test
    void theSameCardKeepsItsIdUntilSomethingChanges() {
        var first = advice("nurse", maureen, "CFS").path("id").asString();
        var again = advice("nurse", maureen, "CFS").path("id").asString();
        stub("mental-health").stop();
        var without = advice("nurse", maureen, "CFS").path("id").asString();

        assertThat(again).isEqualTo(first);
        assertThat(without).isNotEqualTo(first);
    }

    @Test
    void theSameQuestionFromThePersonsOwnPracticeAndFromAnotherOrganisationDiffersInWhoseRecordsAreTheOwn() {
        var own = advice("nurse", story(Story.ASSESSMENT_IN_PROGRESS), "OT_FUNCTIONAL");
        var council = advice("social-worker", story(Story.ASSESSMENT_IN_PROGRESS), "OT_FUNCTIONAL");

        assertThat(own.at("/joinWith/provenance/partner/id").asString()).isEqualTo("council");
        assertThat(council.at("/joinWith/provenance/partner/id").asString()).isEqualTo("trust");
    }

    @Test
    void aWorklistIsAnsweredInItsOrderAndOneRefusedCostsTheOthersNothing() {
        var child = STUBS.population().of(SpecialPerson.CHILD);
        var body = ask(
                        "nurse",
                        "query($i: [AssessmentIntentInput!]!) { assessmentAdvices(intents: $i) { decision instrument { id } } }",
                        Map.of(
                                "i",
                                List.of(
                                        intent(story(Story.ASSESSMENT_IN_PROGRESS), "OT_FUNCTIONAL"),
                                        intent(child, "CFS"),
                                        intent(maureen, "NO_SUCH"),
                                        intent(maureen, "CFS"))))
                .body();

        var advices = body.path("data").path("assessmentAdvices");
        assertThat(texts(advices, "decision")).hasSize(4);
        assertThat(advices.path(0).path("decision").asString()).isEqualTo("JOIN");
        assertThat(advices.path(1).isNull()).isTrue();
        assertThat(advices.path(2).isNull()).isTrue();
        assertThat(advices.path(3).path("decision").asString()).isEqualTo("REUSE");
        var errors = body.path("errors");
        assertThat(errors.valueStream().map(error -> error.path("path").toString()))
                .containsExactly("[\"assessmentAdvices\",1]", "[\"assessmentAdvices\",2]");
        assertThat(errors.valueStream()
                        .map(error -> error.path("extensions").path("code").asString()))
                .containsExactly("NOT_IN_SCOPE", "INVALID_ARGUMENT");
    }

    @ParameterizedTest
    @CsvSource({
        "instrument, CGAA",
        "date, 2026-03-09",
        "completeBy, 2026-03-09",
        "carer, somebody",
        "onBehalfOf, R0B",
    })
    void anIntentThatCannotBeUnderstoodIsRefusedBeforeAnybodyIsAsked(String field, String value) {
        var intent = intent(maureen, "CGA");
        intent.put(field, value);

        var answer = answer("nurse", intent);

        assertThat(answer.errorCode()).isEqualTo("INVALID_ARGUMENT");
        assertThat(answer.error().path("extensions").path("argument").asString())
                .isEqualTo("intent." + field);
        assertThat(answer.error().path("message").asString()).doesNotContain(value);
        assertThat(stub("demographics").calls()).isEmpty();
    }

    @Test
    void theCatalogueIsServedByFamilyAndDomain() {
        var data = ask("nurse", """
                { all: assessmentInstruments { id }
                  frailty: assessmentInstruments(family: "FRAILTY") { id satisfiedBy validity { defaultDays } domains { domain depth } }
                  skin: assessmentInstruments(domain: SKIN) { id mustAnswer } }""", Map.of()).data();

        assertThat(data.path("all").size()).isEqualTo(57);
        assertThat(texts(data.path("frailty"), "id")).containsExactly("CFS", "EFI");
        assertThat(texts(data.path("skin"), "id")).contains("WATERLOW").doesNotContain("CFS");
    }
}
