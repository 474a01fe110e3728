package care.weft.stubs.trust;

import static org.assertj.core.api.Assertions.assertThat;

import care.weft.stubs.Http;
import care.weft.stubs.StubSettings;
import care.weft.stubs.Stubs;
import care.weft.stubs.population.SpecialPerson;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class TrustSearchTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final Stubs STUBS =
            Stubs.start(StubSettings.onFreePorts().withPeople(40).withToday(TODAY));
    private static final TrustClient TRUST =
            new TrustClient(STUBS.trust().baseUrl(), STUBS.identityProvider().partnerToken("trust"));
    private static final String NHS_NUMBER = "https://fhir.nhs.uk/Id/nhs-number";

    @AfterAll
    static void close() {
        STUBS.close();
    }

    @Test
    void aPatientIsFoundByNhsNumberAndReadByLogicalId() {
        var bundle = TRUST.patients(NHS_NUMBER, "9990000107");
        var found = bundle.at("/entry/0");
        var id = found.at("/resource/id").asString();

        assertThat(bundle.get("type").asString()).isEqualTo("searchset");
        assertThat(bundle.get("total").asInt()).isEqualTo(1);
        assertThat(found.get("fullUrl").asString()).isEqualTo(STUBS.trust().baseUrl() + "/Patient/" + id);
        assertThat(found.at("/search/mode").asString()).isEqualTo("match");
        assertThat(id).doesNotContain("9990000107");
        assertThat(Http.json(TRUST.get("Patient/" + id))).isEqualTo(found.get("resource"));
    }

    @Test
    void anIdentifierThatNobodyHasFindsNobody() {
        for (var system : List.of(NHS_NUMBER, "http://fhir.nhs.net/Id/nhs-number", "https://example.org/Id")) {
            var value = system.equals(NHS_NUMBER) ? "9990001065" : "9990000107";
            var bundle = TRUST.patients(system, value);

            assertThat(bundle.get("total").asInt()).isZero();
            assertThat(bundle.has("entry")).isFalse();
        }
    }

    @Test
    void someoneWithoutAnNhsNumberIsFoundByHospitalNumber() {
        var person = STUBS.story("no-nhs-number");
        var number = STUBS.trust().hospitalNumbers(person).getFirst();
        var patient = TrustClient.resources(TRUST.patients(TrustStub.HOSPITAL_NUMBER_SYSTEM, number))
                .getFirst();

        assertThat(patient.at("/name/0/family").asString())
                .isEqualTo(person.name().family());
        assertThat(patient.at("/identifier/0/value").isMissingNode()).isTrue();
        assertThat(patient.at("/identifier/0/extension/0/valueCodeableConcept/coding/0/code")
                        .asString())
                .isEqualTo("04");
    }

    @Test
    void aSupersededNumberFindsThePatientWhoNowHasAnother() {
        var patient =
                TrustClient.resources(TRUST.patients(NHS_NUMBER, "9990000190")).getFirst();

        assertThat(patient.at("/identifier/0/value").asString()).isEqualTo("9990001006");
        assertThat(patient.at("/identifier/1/use").asString()).isEqualTo("old");
        assertThat(patient.at("/identifier/1/value").asString()).isEqualTo("9990000190");
        assertThat(TRUST.patientIds("9990001006"))
                .containsExactly(patient.get("id").asString());
    }

    @Test
    void onePersonMayHaveTwoPatientsWithOneNumber() {
        var ids = TRUST.patientIds(SpecialPerson.TWO_TRUST_RECORDS.nhsNumber());

        assertThat(ids)
                .hasSize(2)
                .doesNotHaveDuplicates()
                .isEqualTo(STUBS.trust().patientIds(STUBS.population().of(SpecialPerson.TWO_TRUST_RECORDS)));
        assertThat(TRUST.all("Appointment?patient=" + ids.get(0))).hasSize(3);
        assertThat(TRUST.all("Appointment?patient=" + ids.get(1))).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "Patient, required",
        "Patient?identifier=9990000107, value",
        "Patient?identifier=https://fhir.nhs.uk/Id/nhs-number%7C, value",
        "Patient?identifier=a%7Cb&identifier=a%7Cc, value",
        "Patient?family=Gallimore, not-supported",
        "Appointment, required",
        "Appointment?pateint=1, required",
        "Appointment?patient=1&pateint=1, not-supported",
        "Appointment?patient=1&authored=2026, not-supported",
        "'Appointment?patient=1,2', not-supported",
        "Appointment?patient=1&date=soon, value",
        "Appointment?patient=1&date=ap2026, value",
        "Appointment?patient=1&date=ge2026-13-01, value",
        "Appointment?patient=1&_count=all, value",
        "Observation?patient=1, required",
        "Observation?category=survey, required",
        "Appointment?_page=garbage, value",
        "Appointment?_page=Z2FyYmFnZQ.Z2FyYmFnZQ, value",
    })
    void aCallThatMakesNoSenseIsRefusedWithTheReason(String call, String code) {
        var response = TRUST.get(call);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(Http.json(response).get("resourceType").asString()).isEqualTo("OperationOutcome");
        assertThat(Http.json(response).at("/issue/0/code").asString()).isEqualTo(code);
    }

    @Test
    void whatIsNotThereIsNotFound() {
        assertThat(TRUST.get("Patient/nobody").statusCode()).isEqualTo(404);
        assertThat(Http.json(TRUST.get("Patient/nobody")).at("/issue/0/code").asString())
                .isEqualTo("not-found");
        assertThat(TRUST.get("Medication?patient=1").statusCode()).isEqualTo(404);
        assertThat(TRUST.fetch(STUBS.trust().baseUrl().replace("/fhir/R4", "/other"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(TRUST.all("Appointment?patient=nobody")).isEmpty();
    }

    @Test
    void pagesHoldEverythingOnce() {
        var patient = id(SpecialPerson.MANY_APPOINTMENTS);
        var first = Http.json(TRUST.get("Appointment?patient=" + patient));
        var largest = Http.json(TRUST.get("Appointment?patient=" + patient + "&_count=500"));
        var all = TRUST.all("Appointment?patient=" + patient + "&_count=7");

        assertThat(first.get("total").asInt()).isEqualTo(130);
        assertThat(first.get("entry")).hasSize(20);
        assertThat(largest.get("entry")).hasSize(50);
        assertThat(all).hasSize(130);
        assertThat(all.stream().map(resource -> resource.get("id").asString())).doesNotHaveDuplicates();
        assertThat(TRUST.all("Appointment?patient=" + patient)).containsExactlyElementsOf(all);
    }

    @Test
    void aNextLinkIsOfTheServersOwnOriginAndKeepsTheFilters() {
        var patient = id(SpecialPerson.MANY_APPOINTMENTS);
        var search = "Appointment?patient=" + patient + "&date=ge" + TODAY + "&status=booked&_count=3";
        var bundle = Http.json(TRUST.get(search));

        assertThat(TrustClient.link(bundle, "self")).isEqualTo(STUBS.trust().baseUrl() + "/" + search);
        assertThat(TrustClient.link(bundle, "next"))
                .startsWith(STUBS.trust().baseUrl() + "/Appointment?_page=")
                .doesNotContain(patient);
        var all = TRUST.all(search);
        assertThat(all).hasSize(bundle.get("total").asInt()).allSatisfy(appointment -> {
            assertThat(appointment.get("status").asString()).isEqualTo("booked");
            assertThat(appointment.get("start").asString()).isGreaterThan(TODAY.toString());
        });
    }

    @Test
    void aPageOfOneTypeIsNotAPageOfAnother() {
        var bundle = Http.json(TRUST.get("Appointment?_count=1&patient=" + id(SpecialPerson.MANY_APPOINTMENTS)));
        var next = String.valueOf(TrustClient.link(bundle, "next"));

        assertThat(TRUST.fetch(next.replace("/Appointment?", "/Task?")).statusCode())
                .isEqualTo(400);
        assertThat(TRUST.fetch(next + "&_count=50").statusCode()).isEqualTo(400);
        assertThat(TRUST.fetch(next + "x").statusCode()).isEqualTo(400);
    }

    @Test
    void aCountOfNothingGivesTheTotalAlone() {
        var bundle = Http.json(TRUST.get("Appointment?_count=0&patient=" + id(SpecialPerson.MANY_APPOINTMENTS)));

        assertThat(bundle.get("total").asInt()).isEqualTo(130);
        assertThat(bundle.has("entry")).isFalse();
        assertThat(TrustClient.link(bundle, "next")).isNull();
    }

    @Test
    void datesAreComparedAsFarAsTheyAreKnown() {
        // Today is 2026-11-21: these records say 2026-03 and 2025.
        var patient = id(SpecialPerson.PARTIAL_DATES);

        assertThat(count("ServiceRequest", patient, "authored=ge2026-03-20")).isEqualTo(1);
        assertThat(count("ServiceRequest", patient, "authored=le2026-03-10")).isEqualTo(2);
        assertThat(count("ServiceRequest", patient, "authored=ge2026-04-01")).isZero();
        assertThat(count("ServiceRequest", patient, "authored=2026-03")).isEqualTo(1);
        assertThat(count("ServiceRequest", patient, "authored=2026-03-10")).isZero();
        assertThat(count("ServiceRequest", patient, "authored=ge2025-06-01&authored=le2025-07-01"))
                .isEqualTo(1);
        assertThat(count("Encounter", patient, "date=ge2026-03-31")).isEqualTo(1);
        assertThat(count("Task", patient, "authored-on=lt2025")).isZero();
        assertThat(count("Observation", patient, "category=survey&date=2025")).isEqualTo(1);
        assertThat(count("QuestionnaireResponse", patient, "authored=gt2026-03"))
                .isZero();
    }

    @Test
    void aStayIsFoundByEveryDayOfIt() {
        // In hospital since six days, and still.
        var patient = TRUST.patientIds("9990000379").getFirst();
        var stay = "class=IMP&date=";

        assertThat(count("Encounter", patient, stay + "ge" + TODAY)).isEqualTo(1);
        assertThat(count("Encounter", patient, stay + "le" + TODAY.minusDays(6)))
                .isEqualTo(1);
        assertThat(count("Encounter", patient, stay + "le" + TODAY.minusDays(7)))
                .isZero();
        assertThat(count("Encounter", patient, "date=eq" + TODAY.minusDays(6))).isEqualTo(1);
    }

    @Test
    void codesAreComparedAloneOrWithTheirSystem() {
        var patient = TRUST.patientIds("9990000107").getFirst();
        var survey = "category=survey";

        assertThat(count("Observation", patient, survey)).isEqualTo(3);
        assertThat(count("Observation", patient, "category=vital-signs")).isEqualTo(1);
        assertThat(count("Observation", patient, "category=survey,vital-signs")).isEqualTo(4);
        assertThat(count(
                        "Observation",
                        patient,
                        "category=http://terminology.hl7.org/CodeSystem/observation-category%7Csurvey"))
                .isEqualTo(3);
        assertThat(count("Observation", patient, survey + "&code=http://snomed.info/sct%7C278897004"))
                .isEqualTo(1);
        assertThat(count("Appointment", patient, "status=noshow,cancelled")).isEqualTo(2);
        assertThat(count("Appointment", patient, "status=waitlist")).isZero();
        assertThat(count("Encounter", patient, "class=IMP")).isEqualTo(1);
    }

    @Test
    void recordsAreFoundByWhenTheyLastChanged() {
        var patient = TRUST.patientIds("9990000107").getFirst();
        var since = "_lastUpdated=ge" + TODAY.minusDays(20);

        assertThat(count("Observation", patient, "category=survey&" + since)).isEqualTo(3);
        assertThat(count("QuestionnaireResponse", patient, since)).isZero();
    }

    @Test
    void aPatientMayBeNamedByReference() {
        var patient = TRUST.patientIds("9990000107").getFirst();

        assertThat(count("Task", "Patient/" + patient, "status=accepted")).isEqualTo(1);
        assertThat(count("Task", STUBS.trust().baseUrl() + "/Patient/" + patient, "status=accepted"))
                .isEqualTo(1);
    }

    @Test
    void oneRecordCannotBeReadWithoutItsStartThoughItIsFound() {
        var found = TRUST.all("Appointment?patient=" + id(SpecialPerson.UNREADABLE_RECORD) + "&date=ge2024-11-21");

        assertThat(found).hasSize(4);
        assertThat(found.stream().filter(appointment -> !appointment.has("start")))
                .hasSize(1);
    }

    @Test
    void appointmentsInTheNightsWhenClocksChangeHaveTheRightOffsets() {
        var starts = TRUST.all("Appointment?patient=" + id(SpecialPerson.CLOCK_CHANGES)).stream()
                .map(appointment -> appointment.get("start").asString());

        assertThat(starts)
                .containsExactly(
                        "2027-03-27T22:00:00+00:00",
                        "2027-03-28T00:30:00+00:00",
                        "2027-03-28T02:30:00+01:00",
                        "2027-03-29T09:00:00+01:00",
                        "2027-10-30T22:00:00+01:00",
                        "2027-10-31T01:30:00+01:00",
                        "2027-10-31T01:30:00+00:00",
                        "2027-11-01T09:00:00+00:00");
    }

    private static String id(SpecialPerson special) {
        return TRUST.patientIds(special.nhsNumber()).getFirst();
    }

    private static int count(String type, String patient, String parameters) {
        var response = TRUST.get(type + "?patient=" + patient + "&" + parameters);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        JsonNode bundle = Http.json(response);
        assertThat(TrustClient.resources(bundle)).hasSize(bundle.get("total").asInt());
        return bundle.get("total").asInt();
    }
}
