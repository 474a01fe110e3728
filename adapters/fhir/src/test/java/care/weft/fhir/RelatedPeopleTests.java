package care.weft.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import care.weft.spi.model.Coding;
import care.weft.spi.model.Contact;
import care.weft.spi.model.LocalId;
import care.weft.spi.model.Owner;
import care.weft.spi.model.PartialDate;
import care.weft.spi.model.RecordSource;
import care.weft.spi.model.Relationship;
import care.weft.spi.model.RelationshipKind;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RelatedPeopleTests {

    private static final String HL7 = "http://terminology.hl7.org/CodeSystem/";
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 10);
    private static final RecordSource SOURCE =
            new RecordSource("1", Owner.of(new LocalId("1")), null, null, null, null);

    @ParameterizedTest
    @CsvSource({
        "v2-0131, N, NEXT_OF_KIN",
        "v2-0131, C, EMERGENCY_CONTACT",
        "v2-0131, E, OTHER",
        "v3-RoleClass, NOK, NEXT_OF_KIN",
        "v3-RoleClass, ECON, EMERGENCY_CONTACT",
        "v3-RoleClass, CAREGIVER, CARER",
        "v3-RoleCode, DAUC, OTHER",
        "v3-RoleCode, HPOWATT, LEGAL_AUTHORITY",
        "UKCore-AdditionalRelatedPersonRole, Carer, CARER",
        "UKCore-AdditionalRelatedPersonRole, Guardian, LEGAL_AUTHORITY",
        "UKCore-AdditionalRelatedPersonRole, Personal, OTHER",
        "UKCore-AdditionalRelatedPersonRole, Dependant, OTHER",
        "local, N, OTHER"
    })
    void codesTellTheKind(String system, String code, RelationshipKind kind) {
        var read = read("""
                {"relationship": [{"coding": [{"system": "%s", "code": "%s"}]}]}""".formatted(HL7 + system, code));

        assertThat(read.kinds()).containsExactly(kind);
    }

    @Test
    void wordsAloneTellNoKind() {
        var read = read("""
                {"relationship": [{"text": "Next of kin"}]}""");

        assertThat(read.kinds()).containsExactly(RelationshipKind.OTHER);
        assertThat(read.relation()).isEqualTo(Coding.text("Next of kin"));
    }

    @Test
    void severalCodingsOfOneConceptCountAsSeveralConceptsDo() {
        var inOne = read("""
                {"relationship": [{"coding": [
                  {"system": "%1$sv2-0131", "code": "N", "display": "Next-of-Kin"},
                  {"code": "Personal", "display": "Personal relationship with the patient"},
                  {"system": "%1$sv3-RoleCode", "code": "WIFE", "display": "wife"},
                  {"code": "Carer", "display": "Carer of patient"}]}]}""".formatted(HL7));
        var inSeveral = read("""
                {"relationship": [
                  {"coding": [{"code": "Carer", "display": "Carer of patient"}]},
                  {"coding": [{"system": "%1$sv2-0131", "code": "N", "display": "Next-of-Kin"}]},
                  {"coding": [{"system": "%1$sv3-RoleCode", "code": "WIFE", "display": "wife"}]}]}""".formatted(HL7));

        assertThat(inOne.kinds()).containsExactly(RelationshipKind.CARER, RelationshipKind.NEXT_OF_KIN);
        assertThat(inOne.relation()).isEqualTo(new Coding(HL7 + "v3-RoleCode", "WIFE", "wife"));
        assertThat(inSeveral.kinds()).isEqualTo(inOne.kinds());
        assertThat(inSeveral.relation()).isEqualTo(inOne.relation());
    }

    @Test
    void thePartnersWordsComeBeforeTheNameOfAPart() {
        assertThat(read("""
                {"relationship": [{"coding": [{"system": "%sv2-0131", "code": "N", "display": "Next-of-Kin"}],
                  "text": "Wife"}]}""".formatted(HL7)).relation()).isEqualTo(Coding.text("Wife"));
        assertThat(Objects.requireNonNull(read("""
                {"relationship": [{"coding": [{"system": "%sv2-0131", "code": "N", "display": "Next-of-Kin"}]}]}""".formatted(HL7)).relation()).display())
                .isEqualTo("Next-of-Kin");
    }

    @Test
    void aGuardianHasAnAuthorityAndNobodyElse() {
        var guardian = read("""
                {"relationship": [{"coding": [{"code": "Guardian", "display": "Guardian of patient"}]}]}""");

        assertThat(guardian.authority()).isEqualTo(new Coding(null, "Guardian", "Guardian of patient"));
        assertThat(read("{}").authority()).isNull();
    }

    @Test
    void anEmptyOneIsSomebodyOfWhomNothingIsTold() {
        var read = read("{}");

        assertThat(read.kinds()).containsExactly(RelationshipKind.OTHER);
        assertThat(read.relation()).isNull();
        assertThat(read.name()).isNull();
        assertThat(read.contact()).isNull();
    }

    @Test
    void aNameIsReadFromAListAndFromOneAlike() {
        assertThat(name("[{\"use\": \"old\", \"family\": \"B\"}, {\"use\": \"usual\", \"family\": \"A\"}]"))
                .isEqualTo("A");
        assertThat(name("{\"family\": \"A\"}")).isEqualTo("A");
        assertThat(name("{\"text\": \"Ada A\"}")).isEqualTo("Ada A");
    }

    @Test
    void onlyWhatReachesThemTodayIsTold() {
        var read = read("""
                {"telecom": [
                  {"system": "phone", "value": "1", "period": {"end": "2025-12-31"}},
                  {"system": "phone", "value": "2", "use": "old"},
                  {"system": "phone", "value": "3", "use": "home"},
                  {"system": "email", "value": "a@example.org"}],
                 "extension": [{"url": "https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-ContactPreference",
                   "extension": [{"url": "PreferredContactTimes", "valueString": "Not after 7pm"}]}]}""");

        assertThat(read.contact()).isEqualTo(new Contact("3", "a@example.org", "Not after 7pm"));
        assertThat(Objects.requireNonNull(read("""
                {"telecom": [{"system": "sms", "value": "4"}]}""").contact()).phone()).isEqualTo("4");
    }

    @Test
    void howLongItLastsIsToldAsExactlyAsStated() {
        var read = read("""
                {"period": {"start": "2024", "end": "2027-03-01"}}""");

        assertThat(read.from()).isEqualTo(new PartialDate(2024, null, null));
        assertThat(read.until()).isEqualTo(new PartialDate(2027, 3, 1));
    }

    @Test
    void oneNoLongerInUseIsLeftOutUnlessItSaysSinceWhen() {
        assertThat(relatedPerson("{\"active\": false}")).isNull();
        assertThat(relatedPerson("{\"active\": false, \"period\": {\"end\": \"2027\"}}"))
                .isNull();
        assertThat(relatedPerson("{\"active\": false, \"period\": {\"end\": \"2025\"}}"))
                .isNotNull()
                .extracting(Relationship::until)
                .hasToString("2025");
    }

    @Test
    void whatTheyAreToThePatientComesBeforeARoleThatAnExtensionTells() {
        var role = Fixtures.element("""
                {"coding": [{"system": "https://fhir.interweavedigital.nhs.uk/CodeSystem/Interweave-SocialCareSupportRole",
                  "code": "HM", "display": "Household member"}]}""");
        var person = Fixtures.element("{\"relationship\": [{\"text\": \"Neighbour\"}]}");

        var read = RelatedPeople.relatedPerson(person, List.of(role), SOURCE, TODAY);

        assertThat(Objects.requireNonNull(read).relation()).isEqualTo(Coding.text("Neighbour"));
        assertThat(Objects.requireNonNull(
                                RelatedPeople.relatedPerson(Fixtures.element("{}"), List.of(role), SOURCE, TODAY))
                        .relation())
                .extracting(Coding::display)
                .isEqualTo("Household member");
    }

    private static @Nullable Relationship relatedPerson(String json) {
        return RelatedPeople.relatedPerson(Fixtures.element(json), List.of(), SOURCE, TODAY);
    }

    private static String name(String name) {
        return Objects.requireNonNull(read("{\"name\": %s}".formatted(name)).name())
                .display();
    }

    private static Relationship read(String json) {
        return RelatedPeople.contact(Fixtures.element(json), SOURCE, TODAY);
    }
}
