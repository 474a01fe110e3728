package care.weft.stubs.demographics;

import static org.assertj.core.api.Assertions.assertThat;

import care.weft.stubs.StubSettings;
import care.weft.stubs.Stubs;
import care.weft.stubs.population.Canaries;
import care.weft.stubs.population.Person;
import care.weft.stubs.population.SpecialPerson;
import care.weft.stubs.population.Story;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What the register holds of the people of the stories, of the special ones and of the crowd. */
class DemographicsStoriesTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final Stubs STUBS =
            Stubs.start(StubSettings.onFreePorts().withPeople(140).withToday(TODAY));
    private static final RegisterClient REGISTER = new RegisterClient(STUBS);

    @BeforeAll
    static void callAsOftenAsYouLike() {
        STUBS.demographics().callsPerSecond(0);
    }

    @AfterAll
    static void close() {
        STUBS.close();
    }

    @Test
    void aPersonIsHeldInFull() {
        var person = STUBS.population().of(Story.THREE_ASSESSMENTS);
        var patient = patient(Story.THREE_ASSESSMENTS);

        assertThat(patient.get("id").asString()).isEqualTo(person.nhsNumber());
        assertThat(patient.at("/identifier/0/value").asString()).isEqualTo(person.nhsNumber());
        assertThat(patient.at("/meta/security/0/code").asString()).isEqualTo("U");
        assertThat(patient.at("/name/0/family").asString()).isEqualTo("Gallimore");
        assertThat(patient.at("/name/0/period/start").asString()).isNotEmpty();
        assertThat(patient.at("/address/0/postalCode").asString())
                .isEqualTo(person.address().postcode());
        assertThat(patient.at("/telecom/0/value").asString()).isEqualTo(person.phone());
        assertThat(patient.at("/generalPractitioner/0/identifier/value").asString())
                .isEqualTo(person.practice().ods());
        assertThat(patient.at("/generalPractitioner/0/display").isMissingNode()).isTrue();
        assertThat(patient.at("/extension/0/url").asString()).endsWith("Extension-UKCore-NominatedPharmacy");
    }

    @Test
    void theTrueDateOfBirthIsHeld() {
        assertThat(patient(Story.CONFLICTING_BIRTH_DATE).get("birthDate").asString())
                .isEqualTo("1957-08-19");
    }

    @Test
    void aSupersededNumberIsAnsweredWithTheRecordOfTheOneInForce() {
        assertThat(REGISTER.patient("9990000190").get("id").asString()).isEqualTo("9990001006");
        assertThat(REGISTER.patient("9990001006").get("id").asString()).isEqualTo("9990001006");
    }

    @Test
    void aWithdrawnNumberIsAnsweredForNobody() {
        var number = SpecialPerson.INVALIDATED_NUMBER.nhsNumber();

        assertThat(RegisterClient.error(REGISTER.get("Patient/" + number), 404)).isEqualTo("INVALIDATED_RESOURCE");
        assertThat(RegisterClient.error(REGISTER.get("Patient/" + number + "/RelatedPerson"), 404))
                .isEqualTo("INVALIDATED_RESOURCE");
    }

    @Test
    void whereARestrictedPersonIsIsNotTold() {
        var patient = patient(Story.RESTRICTED);

        assertThat(patient.at("/meta/security/0/system").asString())
                .isEqualTo("http://terminology.hl7.org/CodeSystem/v3-Confidentiality");
        assertThat(patient.at("/meta/security/0/code").asString()).isEqualTo("R");
        assertThat(patient.propertyNames())
                .contains("name", "birthDate")
                .doesNotContain("address", "telecom", "generalPractitioner");
        assertThat(patient.toString()).doesNotContain("NominatedPharmacy");
        assertThat(REGISTER.related("9990000220").get("total").asInt()).isZero();
    }

    @Test
    void nobodysDeathIsKnownHereThatAStoryTellsOf() {
        assertThat(patient(Story.DEATH_KNOWN_TO_ONE).has("deceasedDateTime")).isFalse();
    }

    @Test
    void theDeathOfSomeOfTheCrowdIsKnownHere() {
        var dead = crowd().stream()
                .map(person -> REGISTER.patient(String.valueOf(person.nhsNumber())))
                .filter(patient -> patient.has("deceasedDateTime"))
                .toList();

        assertThat(dead).isNotEmpty().allSatisfy(patient -> {
            assertThat(patient.get("deceasedDateTime").asString())
                    .startsWith(TODAY.minusDays(20).toString());
            assertThat(patient.toString()).contains("Formal - death notice");
        });
    }

    @Test
    void aDaughterIsNextOfKinAndEmergencyContact() {
        var bundle = REGISTER.related("9990000107");
        var daughter = bundle.at("/entry/0/resource");

        assertThat(bundle.get("total").asInt()).isEqualTo(1);
        assertThat(bundle.at("/entry/0/fullUrl").asString())
                .isEqualTo(STUBS.demographics().baseUrl() + "/Patient/9990000107/RelatedPerson/"
                        + daughter.get("id").asString());
        assertThat(daughter.at("/patient/identifier/value").asString()).isEqualTo("9990000107");
        assertThat(daughter.at("/name/0/given/0").asString()).isEqualTo("Julie");
        assertThat(codes(daughter)).containsExactly("DAUC", "Personal", "N", "C");
        assertThat(daughter.at("/telecom/0/value").asString()).startsWith("07700 900");
    }

    @Test
    void aHusbandCaresForHisWifeAndNobodyIsRelatedToHim() {
        var wife = REGISTER.related(SpecialPerson.CARED_FOR.nhsNumber());

        assertThat(wife.at("/entry/0/resource/name/0/given/0").asString()).isEqualTo("Derek");
        assertThat(codes(wife.at("/entry/0/resource"))).containsExactly("HUSB", "Personal", "Carer", "N");
        assertThat(REGISTER.related("9990000344").has("entry")).isFalse();
        assertThat(REGISTER.related("9990000379")
                        .at("/entry/0/resource/name/0/given/0")
                        .asString())
                .isEqualTo("Ka Ho");
    }

    @Test
    void whoIsRelatedAndInTheRegisterIsKnownByTheirOwnNumberAlone() {
        var linked = crowd().stream()
                .filter(person -> person.position() % 18 == 6)
                .map(person -> REGISTER.related(String.valueOf(person.nhsNumber())))
                .toList();

        assertThat(linked).isNotEmpty().allSatisfy(bundle -> {
            var related = bundle.at("/entry/0/resource");
            assertThat(bundle.at("/entry/0/fullUrl").asString())
                    .doesNotContain(related.at("/patient/identifier/value").asString());
            assertThat(related.propertyNames()).doesNotContain("name", "telecom");
        });
    }

    @Test
    void nobodyElsesWordsStandInARecord() {
        for (var person : STUBS.population().people()) {
            var number = person.nhsNumber();
            if (number != null && !number.equals(SpecialPerson.INVALIDATED_NUMBER.nhsNumber())) {
                var all = REGISTER.patient(number).toString() + REGISTER.related(number);
                assertThat(Canaries.PATTERN.matcher(all).results().map(match -> match.group()))
                        .isNotEmpty()
                        .containsOnly(person.canary());
            }
        }
    }

    private static List<Person> crowd() {
        return STUBS.population().people().stream().filter(Person::ofTheCrowd).toList();
    }

    private static JsonNode patient(Story story) {
        return REGISTER.patient(String.valueOf(story.nhsNumber()));
    }

    private static List<String> codes(JsonNode related) {
        return related.at("/relationship/0/coding").findValuesAsString("code");
    }
}
