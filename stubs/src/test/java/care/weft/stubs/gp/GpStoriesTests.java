package care.weft.stubs.gp;

import static org.assertj.core.api.Assertions.assertThat;

import care.weft.stubs.Http;
import care.weft.stubs.StubSettings;
import care.weft.stubs.Stubs;
import care.weft.stubs.population.Canaries;
import care.weft.stubs.population.Person;
import care.weft.stubs.population.SpecialPerson;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What practices hold of the people of the stories, and that nobody's record is mixed with another's. */
class GpStoriesTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final Stubs STUBS =
            Stubs.start(StubSettings.onFreePorts().withPeople(150).withToday(TODAY));
    private static final GpClient GP = new GpClient(STUBS.gp());

    @AfterAll
    static void close() {
        STUBS.close();
    }

    @Test
    void threeAssessments() {
        var person = STUBS.story("three-assessments");

        assertThat(days(appointments(person))).containsExactly(5L, 19L);
        assertThat(appointments(person).get(1).at("/extension/2/valueCode").asString())
                .isEqualTo("Telephone");
        assertThat(referrals(person))
                .extracting(
                        referral -> referral.at("/reasonCode/0/coding/0/code").asString())
                .containsExactly("FALLS", "MEM", "POD");
        assertThat(observations(person))
                .filteredOn(observation -> observation.has("valueQuantity"))
                .extracting(observation -> observation.at("/code/coding/0/code").asString())
                .contains("FRAT", "763264000");
    }

    @ParameterizedTest
    @CsvSource({
        "assessment-in-progress, 20",
        "conflicting-birth-date, 9",
        "superseded-number, 7",
        "death-known-to-one, 3",
        "carer, 11",
        "discharge, 10",
        "clashing-appointments, 9"
    })
    void eachHasOneAppointment(String story, long day) {
        // Seven days on is a Saturday: the clash is where the hospital's clinics are, on the Monday.
        assertThat(days(appointments(STUBS.story(story)))).containsExactly(day);
    }

    @Test
    void coupleComesTogether() {
        var wife = STUBS.population().of(SpecialPerson.CARED_FOR);

        assertThat(appointments(wife).getFirst().get("start"))
                .isEqualTo(appointments(STUBS.story("carer")).getFirst().get("start"));
        assertThat(referrals(wife)).hasSize(1);
    }

    @Test
    void everybodysRecordHoldsNobodyElsesMark() {
        for (var person : STUBS.population().people()) {
            if (person.nhsNumber() == null) {
                continue;
            }
            var all = new StringBuilder();
            all.append(
                    GP.findPatient(person.practice().ods(), person.nhsNumber()).body());
            all.append(GP.appointments(person.practice().ods(), GpStub.patientId(person), dates())
                    .body());
            for (var area : List.of("includeReferrals", "includeUncategorisedData")) {
                var part = area.equals("includeReferrals") ? "referralSearchPeriod" : "uncategorisedDataSearchPeriod";
                all.append(GP.structured(
                                person.practice().ods(), GpClient.request(person.nhsNumber(), area, part, "2020-01-01"))
                        .body());
            }
            assertThat(marks(all.toString())).isSubsetOf(person.canary());
        }
    }

    @Test
    void someOfTheCrowdAreNotFoundDissentOrHaveConfidentialItems() {
        var answers = STUBS.population().people().stream()
                .filter(Person::ofTheCrowd)
                .map(person -> GP.structured(
                        person.practice().ods(),
                        GpClient.request(
                                person.nhsNumber(),
                                "includeUncategorisedData",
                                "uncategorisedDataSearchPeriod",
                                "2020-01-01")))
                .toList();

        assertThat(answers).filteredOn(answer -> answer.statusCode() == 404).hasSizeBetween(2, 6);
        assertThat(answers).filteredOn(answer -> answer.statusCode() == 403).hasSizeBetween(2, 6);
        assertThat(answers).anyMatch(answer -> answer.body().contains("confidential-items"));
        assertThat(answers).anyMatch(answer -> answer.body().contains("data-in-transit"));
        assertThat(answers).anyMatch(answer -> answer.body().contains("includeUncategorisedData has been disabled"));
    }

    private static Set<String> marks(String text) {
        return Canaries.PATTERN
                .matcher(text)
                .results()
                .map(result -> result.group())
                .collect(Collectors.toSet());
    }

    private static List<Long> days(List<JsonNode> appointments) {
        return appointments.stream()
                .map(appointment -> OffsetDateTime.parse(
                                appointment.get("start").asString())
                        .toLocalDate())
                .map(day -> day.toEpochDay() - TODAY.toEpochDay())
                .toList();
    }

    private static List<JsonNode> appointments(Person person) {
        var patient = Http.json(GP.findPatient(person.practice().ods(), String.valueOf(person.nhsNumber())))
                .at("/entry/0/resource");
        assertThat(patient.at("/generalPractitioner/0/identifier/value").asString())
                .isEqualTo(person.practice().ods());
        assertThat(patient.get("birthDate").asString())
                .isEqualTo(person.birthDate().toString());
        var found = GP.appointments(person.practice().ods(), patient.get("id").asString(), dates());
        assertThat(found.statusCode()).as(found.body()).isEqualTo(200);
        return GpClient.resources(Http.json(found), "Appointment");
    }

    private static String dates() {
        return "start=ge" + TODAY + "&start=le" + TODAY.plusMonths(13);
    }

    private static List<JsonNode> referrals(Person person) {
        return GP.record(person, "includeReferrals", "referralSearchPeriod", "ReferralRequest", "2024-11-21");
    }

    private static List<JsonNode> observations(Person person) {
        return GP.record(
                person, "includeUncategorisedData", "uncategorisedDataSearchPeriod", "Observation", "2024-11-21");
    }
}
