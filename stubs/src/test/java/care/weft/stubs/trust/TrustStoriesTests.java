package care.weft.stubs.trust;

import static org.assertj.core.api.Assertions.assertThat;

import care.weft.stubs.StubSettings;
import care.weft.stubs.Stubs;
import care.weft.stubs.population.Story;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What {@code /stories} says of a person is true of what the trust holds. */
class TrustStoriesTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final Stubs STUBS =
            Stubs.start(StubSettings.onFreePorts().withPeople(20).withToday(TODAY));
    private static final TrustClient TRUST =
            new TrustClient(STUBS.trust().baseUrl(), STUBS.identityProvider().partnerToken("trust"));

    @AfterAll
    static void close() {
        STUBS.close();
    }

    @Test
    void threeAssessments() {
        assertThat(values(of(Story.THREE_ASSESSMENTS, "QuestionnaireResponse"), "/status"))
                .containsExactly("completed");
        assertThat(values(of(Story.THREE_ASSESSMENTS, "Observation", "category=survey"), "/code/coding/0/code"))
                .containsExactlyInAnyOrder("445414007", "444297006", "278897004");
        var task = of(Story.THREE_ASSESSMENTS, "Task").getFirst();
        assertThat(task.at("/code/coding/0/code").asString()).isEqualTo("CGA");
        assertThat(task.at("/restriction/period/start").asString()).isGreaterThan(TODAY.toString());
        assertThat(task.at("/owner/reference").asString())
                .isEqualTo("#" + task.at("/contained/0/id").asString());
        assertThat(task.at("/contained/0/telecom/0/value").asString()).startsWith("0161 496 0");
        assertThat(of(Story.THREE_ASSESSMENTS, "Encounter", "class=IMP&status=finished"))
                .hasSize(1);
        assertThat(of(Story.THREE_ASSESSMENTS, "Appointment", "date=lt" + TODAY))
                .hasSize(2);
        assertThat(of(Story.THREE_ASSESSMENTS, "Appointment", "date=gt" + TODAY))
                .hasSize(5);
        assertThat(of(Story.THREE_ASSESSMENTS, "ServiceRequest")).hasSize(4);
        assertThat(of(Story.THREE_ASSESSMENTS, "EpisodeOfCare", "status=active"))
                .hasSize(1);
    }

    @Test
    void assessmentInProgress() {
        var task = of(Story.ASSESSMENT_IN_PROGRESS, "Task").getFirst();

        // It is the council that has begun one.
        assertThat(task.get("status").asString()).isEqualTo("accepted");
        assertThat(task.has("executionPeriod")).isFalse();
        var booked = of(Story.ASSESSMENT_IN_PROGRESS, "Appointment", "status=booked");
        assertThat(booked.getFirst().get("start").asString())
                .startsWith(task.at("/restriction/period/start").asString());
        assertThat(of(Story.ASSESSMENT_IN_PROGRESS, "QuestionnaireResponse")).isEmpty();
        assertThat(of(Story.ASSESSMENT_IN_PROGRESS, "Appointment", "status=fulfilled"))
                .isEmpty();
        assertThat(of(Story.ASSESSMENT_IN_PROGRESS, "Observation", "category=survey"))
                .hasSize(1);
    }

    @Test
    void conflictingBirthDate() {
        var truth = STUBS.story("conflicting-birth-date").birthDate();
        var held = LocalDate.parse(
                patient(Story.CONFLICTING_BIRTH_DATE).get("birthDate").asString());

        assertThat(held.getYear()).isNotEqualTo(truth.getYear());
        assertThat(held.getMonth()).isNotEqualTo(truth.getMonth());
        assertThat(held.getDayOfMonth()).isNotEqualTo(truth.getDayOfMonth());
    }

    @Test
    void restricted() {
        var patient = patient(Story.RESTRICTED);

        assertThat(patient.at("/meta/security/0/code").asString()).isEqualTo("R");
        assertThat(patient.propertyNames()).doesNotContain("address", "telecom", "generalPractitioner");
        assertThat(values(of(Story.RESTRICTED, "Appointment"), "/meta/security/0/code"))
                .containsOnly("R");
    }

    @Test
    void deathKnownToOne() {
        assertThat(patient(Story.DEATH_KNOWN_TO_ONE).get("deceasedDateTime").asString())
                .startsWith(TODAY.minusDays(9).toString());
        assertThat(of(Story.DEATH_KNOWN_TO_ONE, "Appointment", "status=booked")).isEmpty();
    }

    @Test
    void carer() {
        var task = of(Story.CARER, "Task").getFirst();

        assertThat(task.at("/code/coding/0/code").asString()).isEqualTo("CARER");
        assertThat(task.get("status").asString()).isEqualTo("requested");
        assertThat(task.has("restriction")).isFalse();
        assertThat(patient(Story.CARER).at("/contact/0/relationship/0/text").asString())
                .startsWith("Wife");
    }

    @Test
    void theTrustKnowsWhomToCall() {
        var daughter = patient(Story.THREE_ASSESSMENTS).at("/contact/0");

        assertThat(daughter.at("/name/given/0").asString()).isEqualTo("Julie");
        assertThat(daughter.at("/relationship/0/text").asString()).startsWith("Daughter");
        assertThat(daughter.at("/relationship/0/coding/0/code").asString()).isEqualTo("N");
        assertThat(daughter.at("/relationship/1/coding/0/code").asString()).isEqualTo("C");
        assertThat(patient(Story.DISCHARGE).at("/contact/0/name/given/0").asString())
                .isEqualTo("Ka Ho");
        assertThat(patient(Story.RESTRICTED).has("contact")).isFalse();
    }

    @Test
    void discharge() {
        var stay = of(Story.DISCHARGE, "Encounter", "class=IMP").getFirst();
        var task = of(Story.DISCHARGE, "Task").getFirst();

        assertThat(stay.get("status").asString()).isEqualTo("in-progress");
        assertThat(stay.at("/period/end").isMissingNode()).isTrue();
        assertThat(stay.at("/extension/0/valueDateTime").asString())
                .isEqualTo(TODAY.plusDays(1).toString());
        assertThat(stay.at("/extension/1/valueDate").asString())
                .isEqualTo(TODAY.minusDays(1).toString());
        assertThat(stay.at("/extension/2/valueCodeableConcept/coding/0/code").asString())
                .isEqualTo("1");
        assertThat(task.at("/code/coding/0/code").asString()).isEqualTo("D2A");
        assertThat(task.has("restriction")).isTrue();
    }

    @Test
    void clashingAppointments() {
        var booked = of(Story.CLASHING_APPOINTMENTS, "Appointment", "status=booked");
        var first = booked.get(0);
        var second = booked.get(1);

        assertThat(OffsetDateTime.parse(second.get("start").asString()))
                .isBefore(OffsetDateTime.parse(first.get("end").asString()));
        assertThat(first.at("/participant/2/actor/display").asString())
                .isNotEqualTo(second.at("/participant/2/actor/display").asString());
    }

    private static JsonNode patient(Story story) {
        var number = String.valueOf(story.nhsNumber());
        return TrustClient.resources(TRUST.patients("https://fhir.nhs.uk/Id/nhs-number", number))
                .getFirst();
    }

    private static List<JsonNode> of(Story story, String type, String... parameters) {
        var search = type + "?patient=" + patient(story).get("id").asString();
        return TRUST.all(parameters.length == 0 ? search : search + "&" + String.join("&", parameters));
    }

    private static List<String> values(List<JsonNode> resources, String pointer) {
        return resources.stream()
                .map(resource -> resource.at(pointer).asString())
                .toList();
    }
}
