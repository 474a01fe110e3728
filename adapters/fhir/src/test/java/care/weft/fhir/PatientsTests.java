package care.weft.fhir;

import static care.weft.fhir.Fixtures.nhsNumber;
import static care.weft.fhir.Fixtures.resource;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import care.weft.spi.model.Address;
import care.weft.spi.model.Coding;
import care.weft.spi.model.Death;
import care.weft.spi.model.Demographics;
import care.weft.spi.model.LocalId;
import care.weft.spi.model.Moment;
import care.weft.spi.model.NhsNumber;
import care.weft.spi.model.Organisation;
import care.weft.spi.model.Owner;
import care.weft.spi.model.PartialDate;
import care.weft.spi.model.PersonName;
import care.weft.spi.model.Telecom;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PatientsTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 10);
    private static final String NUMBER = nhsNumber(1);

    @Test
    void wholeRecordIsRead() throws Unreadable {
        var read = demographics("""
                "identifier": [{"system": "https://fhir.nhs.uk/Id/nhs-number", "value": "%s", "extension": [
                  {"url": "https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-NHSNumberVerificationStatus",
                   "valueCodeableConcept": {"coding": [{"code": "01", "display": "Number present and verified"}]}}]}],
                "name": [{"use": "official", "family": "EXAMPLE", "given": ["Ada", "Mary"], "prefix": ["Mrs"]}],
                "gender": "female", "birthDate": "1941-03-12",
                "address": [{"use": "home", "line": ["1 High Street", ""], "city": "Bury", "postalCode": "BL9 0AA"}],
                "telecom": [{"system": "phone", "value": "0161 496 0000", "use": "home"}],
                "generalPractitioner": [{"type": "Organization", "display": "Example Practice",
                  "identifier": {"system": "https://fhir.nhs.uk/Id/ods-organization-code", "value": "P99999"}}]""".formatted(NUMBER));

        assertThat(read.source().recordId()).isEqualTo("Patient/1");
        assertThat(read.source().owner()).isEqualTo(new Owner(new NhsNumber(NUMBER), new LocalId("1")));
        assertThat(read.name()).isEqualTo(new PersonName("EXAMPLE", List.of("Ada", "Mary"), "Mrs"));
        assertThat(read.birthDate()).isEqualTo(new PartialDate(1941, 3, 12));
        assertThat(read.gender()).isEqualTo("female");
        assertThat(read.address()).isEqualTo(new Address(List.of("1 High Street"), "Bury", "BL9 0AA"));
        assertThat(read.telecoms()).containsExactly(new Telecom("phone", "0161 496 0000", "home"));
        assertThat(read.practice()).isEqualTo(new Organisation("P99999", "Example Practice"));
        assertThat(read.death()).isNull();
        assertThat(read.numberVerified()).isTrue();
    }

    @Test
    void emptyRecordIsReadTooAndSaysNothing() throws Unreadable {
        var read = demographics("\"active\": true");

        assertThat(read.source().owner()).isEqualTo(Owner.of(new LocalId("1")));
        assertThat(read.name()).isNull();
        assertThat(read.birthDate()).isNull();
        assertThat(read.gender()).isNull();
        assertThat(read.address()).isNull();
        assertThat(read.telecoms()).isEmpty();
        assertThat(read.practice()).isNull();
        assertThat(read.death()).isNull();
        assertThat(read.numberVerified()).isNull();
    }

    @Test
    void partialAndUnreadableBirthDatesStayWhatTheyAre() throws Unreadable {
        assertThat(demographics("\"birthDate\": \"1941-03\"").birthDate()).isEqualTo(new PartialDate(1941, 3, null));
        assertThat(demographics("\"birthDate\": \"about 1941\"").birthDate()).isNull();
    }

    @Test
    void currentUsualNameComesFirst() throws Unreadable {
        assertThat(name("""
                {"use": "official", "family": "Official"}, {"use": "maiden", "family": "Maiden"}, {"use": "usual", "family": "Usual"}""")).isEqualTo("Usual");
        assertThat(name("""
                {"use": "usual", "family": "Usual", "period": {"end": "2020-01-01"}}, {"use": "official", "family": "Official"}""")).isEqualTo("Official");
        assertThat(name("""
                {"use": "nickname", "family": "Nick"}, {"family": "Plain"}""")).isEqualTo("Plain");
    }

    @Test
    void lastKnownNameIsBetterThanNoneAndFormerNamesAreNone() throws Unreadable {
        assertThat(name("""
                {"use": "usual", "family": "Usual", "period": {"end": "2020-01-01"}}""")).isEqualTo("Usual");
        assertThat(demographics("""
                "name": [{"use": "old", "family": "Old"}, {"use": "maiden", "family": "Maiden"}]""").name()).isNull();
    }

    @Test
    void nameInOnePieceIsNotTakenApart() throws Unreadable {
        assertThat(demographics("""
                "name": [{"text": "EXAMPLE, Ada (Mrs)"}]""").name()).isEqualTo(new PersonName("EXAMPLE, Ada (Mrs)", List.of(), null));
    }

    @Test
    void addressIsWhereThePersonLivesNow() throws Unreadable {
        assertThat(demographics("""
                "address": [{"use": "temp", "city": "Temp"}, {"use": "home", "city": "Left", "period": {"end": "2026-03-09"}},
                            {"use": "old", "city": "Old"}, {"use": "home", "city": "Home", "period": {"start": "2026-03-10"}}]""").address()).isEqualTo(new Address(List.of(), "Home", null));
        assertThat(demographics("""
                "address": [{"use": "home", "city": "Left", "period": {"end": "2026-03-09"}}, {"use": "billing", "city": "Bill"}]""").address()).isNull();
        assertThat(demographics("""
                "address": [{"text": "1 High Street, Bury"}]""").address()).isEqualTo(new Address(List.of("1 High Street, Bury"), null, null));
    }

    @Test
    void endedAndEmptyTelecomsAreLeftOut() throws Unreadable {
        assertThat(demographics("""
                "telecom": [{"system": "phone", "value": "1", "use": "old"}, {"system": "phone"}, {"value": "2"},
                            {"system": "email", "value": "3", "period": {"end": "2020"}}]""").telecoms()).containsExactly(new Telecom("other", "2", null));
    }

    @Test
    void practiceIsTheOrganisationWithACodeAndNotADoctor() throws Unreadable {
        assertThat(demographics("""
                "generalPractitioner": [{"reference": "Practitioner/7", "display": "Dr Sample"}]""").practice()).isNull();
        assertThat(demographics("""
                "generalPractitioner": [{"reference": "Organization/6", "display": "Nameless"},
                  {"identifier": {"system": "https://fhir.nhs.uk/Id/ods-organization-code", "value": "P99999"}}]""").practice()).isEqualTo(new Organisation("P99999", "P99999"));
        assertThat(demographics("""
                "generalPractitioner": [{"identifier": {"system": "https://fhir.nhs.uk/Id/ods-organization-code",
                  "value": "P99999", "period": {"end": "2020-01-01"}}}]""").practice()).isNull();
    }

    @Test
    void deathIsWhatThePartnerRecords() throws Unreadable {
        assertThat(demographics("\"deceasedBoolean\": true").death()).isEqualTo(new Death(null, null));
        assertThat(demographics("\"deceasedDateTime\": \"2026-02\"").death())
                .isEqualTo(new Death(Moment.of(new PartialDate(2026, 2, null)), null));
        assertThat(demographics("\"deceasedDateTime\": \"last week\"").death()).isEqualTo(new Death(null, null));
        assertThat(demographics("\"deceasedBoolean\": false").death()).isNull();
    }

    @Test
    void noticeOfDeathCountsUnlessItWasWithdrawn() throws Unreadable {
        assertThat(demographics(notice("2")).death()).isEqualTo(new Death(null, new Coding(null, "2", "2")));
        assertThat(demographics(notice("1")).death()).isNotNull();
        assertThat(demographics(notice("U")).death()).isNull();
        assertThat(demographics("\"deceasedBoolean\": true, " + notice("U")).death())
                .isNotNull();
    }

    @Test
    void unverifiedNumberSaysSo() throws Unreadable {
        assertThat(demographics("""
                "identifier": [{"system": "http://fhir.nhs.net/Id/nhs-number", "value": "%s", "extension": [
                  {"url": "https://fhir.hl7.org.uk/STU3/StructureDefinition/Extension-CareConnect-NHSNumberVerificationStatus-1",
                   "valueCodeableConcept": {"coding": [{"code": "03"}]}}]}]""".formatted(NUMBER)).numberVerified()).isFalse();
    }

    @Test
    void invalidNumberIsNoNumberAndItsVerificationCountsForNothing() throws Unreadable {
        var read = demographics("""
                "identifier": [{"system": "https://fhir.nhs.uk/Id/nhs-number", "value": "9990000000", "extension": [
                  {"url": "https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-NHSNumberVerificationStatus",
                   "valueCodeableConcept": {"coding": [{"code": "01"}]}}]}]""");

        assertThat(read.source().owner().nhsNumber()).isNull();
        assertThat(read.numberVerified()).isNull();
    }

    @Test
    void recordWithTwoNumbersOrNoIdCannotBeRead() {
        assertThatThrownBy(() -> demographics("""
                "identifier": [{"system": "https://fhir.nhs.uk/Id/nhs-number", "value": "%s"},
                               {"system": "https://fhir.nhs.uk/Id/nhs-number", "value": "%s"}]""".formatted(NUMBER, nhsNumber(500))))
                .hasMessage("identifier states different NHS numbers");
        assertThatThrownBy(() -> Patients.demographics(resource("""
                {"resourceType": "Patient"}"""), TODAY, null))
                .hasMessage("id is missing or not readable");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"system\": \"http://terminology.hl7.org/CodeSystem/v3-Confidentiality\", \"code\": \"R\"}",
                "{\"system\": \"http://terminology.hl7.org/CodeSystem/v3-Confidentiality\", \"code\": \"V\", \"display\": \"Very Restricted\"}",
                "{\"code\": \"S\"}",
                "{\"system\": \"https://mosaic.example/access\", \"code\": \"7\", \"display\": \"Restricted\"}",
                "{\"coding\": [{\"code\": \"r\"}]}",
                "{\"text\": \"Restricted\"}",
                "\"Restricted\""
            })
    void labelAboveNormalIsARestriction(String label) throws Unreadable {
        assertThat(demographics("\"meta\": {\"security\": [{\"code\": \"N\"}, " + label + "]}")
                        .restricted())
                .isTrue();
        assertThat(demographics("\"meta\": {\"security\": " + label + "}").restricted())
                .isTrue();
    }

    @Test
    void ordinaryLabelsAndNoneAreNoRestriction() throws Unreadable {
        assertThat(demographics("\"active\": true").restricted()).isFalse();
        assertThat(demographics("""
                "meta": {"security": [{"code": "N", "display": "normal"}, {"code": "U", "display": "unrestricted"}, null, {}],
                         "tag": [{"code": "R"}]}""").restricted()).isFalse();
    }

    private static String notice(String code) {
        return """
                "extension": [{"url": "https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-DeathNotificationStatus",
                  "extension": [{"url": "systemEffectiveDate", "valueDateTime": "2026-02-01"},
                    {"url": "deathNotificationStatus", "valueCodeableConcept": {"coding": [{"code": "%s"}]}}]}]""".formatted(code);
    }

    private static String name(String names) throws Unreadable {
        var name = demographics("\"name\": [" + names + "]").name();
        return name == null ? "none" : name.display();
    }

    private static Demographics demographics(String content) throws Unreadable {
        return Patients.demographics(resource("""
                {"resourceType": "Patient", "id": "1", %s}""".formatted(content)), TODAY, null);
    }
}
