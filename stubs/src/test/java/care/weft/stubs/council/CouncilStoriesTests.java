package care.weft.stubs.council;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import care.weft.stubs.StubSettings;
import care.weft.stubs.Stubs;
import care.weft.stubs.population.Person;
import care.weft.stubs.population.SpecialPerson;
import care.weft.stubs.population.Story;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What the council holds of the people of the stories. */
class CouncilStoriesTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final Stubs STUBS =
            Stubs.start(StubSettings.onFreePorts().withPeople(20).withToday(TODAY));
    private static final CouncilClient COUNCIL = new CouncilClient(STUBS);

    @AfterAll
    static void close() {
        STUBS.close();
    }

    @Test
    void threeAssessments() {
        var person = of(Story.THREE_ASSESSMENTS);
        assertThat(held(person, "Task"))
                .extracting(task -> text(task, "/code/coding/0/code"), task -> text(task, "/executionPeriod/end"))
                .containsExactlyInAnyOrder(tuple("CN", day(-24)), tuple("OT", day(-20)));
        var contact = one(person, "ServiceRequest");
        assertThat(text(contact, "/status")).isEqualTo("completed");
        assertThat(text(contact, "/authoredOn")).isEqualTo(day(-30));
        assertThat(text(contact, "/requester/identifier/value"))
                .isEqualTo(person.practice().ods());
        assertThat(held(person, "EpisodeOfCare"))
                .extracting(service -> text(service, "/contained/0/name"), service -> text(service, "/period/start"))
                .contains(tuple("Levenshulme Home Care", day(-6)));
        var daughter = one(person, "RelatedPerson");
        assertThat(daughter.at("/extension"))
                .extracting(role -> text(role, "/extension/0/valueCodeableConcept/coding/0/code"))
                .containsExactly("NOK", "LPA");
        assertThat(text(one(person, "CareTeam"), "/contained/0/telecom/0/value"))
                .startsWith("0161 496 0");
    }

    @Test
    void assessmentInProgress() {
        var tasks = held(of(Story.ASSESSMENT_IN_PROGRESS), "Task");

        assertThat(tasks)
                .extracting(task -> text(task, "/status"), task -> text(task, "/executionPeriod/start"))
                .containsExactly(tuple("in-progress", day(-2)), tuple("cancelled", day(-40)));
        assertThat(text(tasks.getFirst(), "/contained/0/telecom/0/value")).startsWith("0161 496 0");
        assertThat(text(tasks.getLast(), "/statusReason/text")).startsWith("Person in hospital");
        assertThat(text(one(of(Story.ASSESSMENT_IN_PROGRESS), "ServiceRequest"), "/status"))
                .isEqualTo("active");
    }

    @Test
    void supersededNumber() {
        var patient = patient(Story.SUPERSEDED_NUMBER);

        assertThat(text(patient, "/identifier/0/value")).isEqualTo("9990000190");
        assertThat(COUNCIL.patients(CouncilClient.NHS_NUMBER, "9990000190")).hasSize(1);
        assertThat(COUNCIL.patients(CouncilClient.NHS_NUMBER, "9990001006")).isEmpty();
    }

    @Test
    void restrictedAndDeathAreUnknownHere() {
        assertThat(patient(Story.RESTRICTED).at("/meta").has("security")).isFalse();
        assertThat(patient(Story.RESTRICTED).propertyNames()).contains("address", "telecom");
        assertThat(patient(Story.DEATH_KNOWN_TO_ONE).propertyNames()).doesNotContain("deceasedDateTime");
        assertThat(text(one(of(Story.DEATH_KNOWN_TO_ONE), "EpisodeOfCare"), "/status"))
                .isEqualTo("active");
    }

    @Test
    void someoneWithoutAnNhsNumberHasTheLocalIdThatIsPromised() {
        var person = of(Story.NO_NHS_NUMBER);
        var patient = patient(Story.NO_NHS_NUMBER);

        assertThat(STUBS.council().patientIds(person)).containsExactly("P4100222");
        assertThat(text(patient, "/name/0/family")).isEqualTo("Hirsi");
        assertThat(patient.at("/identifier")).hasSize(1);
        assertThat(COUNCIL.patients(
                        "https://fhir.interweavedigital.nhs.uk/Id/local-patient-identifier", "00BN.P4100222"))
                .containsExactly(patient);
        assertThat(text(one(person, "Task"), "/status")).isEqualTo("in-progress");
        assertThat(one(person, "CareTeam").at("/participant")).hasSize(1);
    }

    @Test
    void carerAndTheWifeWhomHeLooksAfter() {
        assertThat(held(of(Story.CARER), "Task"))
                .extracting(task -> text(task, "/code/coding/0/code"), task -> text(task, "/status"))
                .containsExactly(tuple("CA", "accepted"), tuple("CA", "completed"));
        assertThat(text(one(of(Story.CARER), "RelatedPerson"), "/name/0/given/0"))
                .isEqualTo("Doreen");
        var doreen = STUBS.population().of(SpecialPerson.CARED_FOR);
        assertThat(text(one(doreen, "RelatedPerson"), "/name/0/given/0")).isEqualTo("Derek");
        assertThat(text(one(doreen, "Task"), "/executionPeriod/end")).isEqualTo(day(-210));
    }

    @Test
    void discharge() {
        assertThat(held(of(Story.DISCHARGE), "EpisodeOfCare"))
                .extracting(service -> text(service, "/status"), service -> text(service, "/period/start"))
                .containsExactlyInAnyOrder(tuple("planned", day(1)), tuple("planned", day(2)));
        assertThat(text(one(of(Story.DISCHARGE), "Task"), "/code/coding/0/code"))
                .isEqualTo("HD");
    }

    @Test
    void ofOneNothingIsKnownButWhoSheIs() {
        var person = of(Story.CLASHING_APPOINTMENTS);

        assertThat(STUBS.council().patientIds(person)).hasSize(1);
        CouncilStub.SEARCHES
                .keySet()
                .forEach(type -> assertThat(held(person, type)).isEmpty());
    }

    private static Person of(Story story) {
        return STUBS.population().of(story);
    }

    private static JsonNode patient(Story story) {
        return COUNCIL.patient(STUBS.council().patientIds(of(story)).getFirst());
    }

    private static List<JsonNode> held(Person person, String type) {
        return COUNCIL.all(
                type + "?patient=" + STUBS.council().patientIds(person).getFirst());
    }

    private static JsonNode one(Person person, String type) {
        assertThat(held(person, type)).hasSize(1);
        return held(person, type).getFirst();
    }

    private static String text(JsonNode node, String pointer) {
        return node.at(pointer).asString();
    }

    private static String day(int days) {
        return TODAY.plusDays(days).toString();
    }
}
