package care.weft.fhir;

import static care.weft.fhir.Fixtures.element;
import static care.weft.fhir.Fixtures.nhsNumber;
import static care.weft.fhir.Fixtures.resource;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import care.weft.spi.model.LocalId;
import care.weft.spi.model.NhsNumber;
import care.weft.spi.model.Owner;
import org.junit.jupiter.api.Test;

class OwnersTests {

    private static final String NUMBER = nhsNumber(1);
    private static final NhsNumber NHS_NUMBER = new NhsNumber(NUMBER);
    private static final String OTHER_NUMBER = nhsNumber(500);

    @Test
    void idOfARelativeReferenceIsThePartnersOwn() throws Unreadable {
        assertThat(about("""
                {"reference": "Patient/123/_history/2"}""")).isEqualTo(Owner.of(new LocalId("123")));
    }

    @Test
    void numberBesideTheReferenceIsToldToo() throws Unreadable {
        assertThat(about("""
                {"reference": "Patient/123", "identifier": [{"system": "https://fhir.nhs.uk/Id/nhs-number", "value": "%s"}]}""".formatted(NUMBER))).isEqualTo(new Owner(NHS_NUMBER, new LocalId("123")));
    }

    @Test
    void numberAloneIsEnough() throws Unreadable {
        assertThat(about("""
                {"type": "Patient", "identifier": {"system": "https://fhir.nhs.uk/Id/nhs-number", "value": "%s"}}""".formatted(NUMBER))).isEqualTo(Owner.of(NHS_NUMBER));
    }

    @Test
    void addressOfThePartnersOwnServerIsALocalId() throws Unreadable {
        assertThat(about("""
                {"reference": "https://trust.example/fhir/Patient/123"}""")).isEqualTo(Owner.of(new LocalId("123")));
        assertThat(about("""
                {"reference": "HTTP://TRUST.example/fhir/Patient/123"}""")).isEqualTo(Owner.of(new LocalId("123")));
    }

    @Test
    void addressAtWhichThePartnerGivesTheRecordItselfIsItsOwnServer() throws Unreadable {
        var record = new Resource(
                element("""
                {"resourceType": "Encounter", "id": "e1", "subject": {"reference": "https://inner.example/r4/Patient/123"}}"""), "https://inner.example/r4/Encounter/e1", new Index("https://trust.example/fhir"));

        assertThat(record.owner("subject")).isEqualTo(Owner.of(new LocalId("123")));
    }

    @Test
    void sameIdOnAnotherServerIsAnotherPerson() throws Unreadable {
        assertThat(about("""
                {"reference": "https://elsewhere.example/fhir/Patient/123"}""")).isEqualTo(Owner.of(new LocalId("https://elsewhere.example/fhir/Patient/123")));
    }

    @Test
    void uuidIsTheIdOfThePatientSentAlongOrElseItself() throws Unreadable {
        var index = new Index(null);
        index.add(new Resource(element("""
                {"resourceType": "Patient", "id": "123",
                 "identifier": [{"system": "https://fhir.nhs.uk/Id/nhs-number", "value": "%s"}]}""".formatted(NUMBER)), "urn:uuid:11111111-0000-4000-8000-000000000001", index));

        assertThat(new Resource(record("""
                {"reference": "urn:uuid:11111111-0000-4000-8000-000000000001"}"""), null, index).owner("subject"))
                .isEqualTo(new Owner(NHS_NUMBER, new LocalId("123")));
        assertThat(new Resource(record("""
                {"reference": "urn:uuid:22222222-0000-4000-8000-000000000002"}"""), null, index).owner("subject"))
                .isEqualTo(Owner.of(new LocalId("22222222-0000-4000-8000-000000000002")));
    }

    @Test
    void containedPatientIsToldByNumberNotByItsInnerId() throws Unreadable {
        var record = resource("""
                {"resourceType": "Encounter", "id": "e1", "subject": {"reference": "#p"},
                 "contained": [{"resourceType": "Patient", "id": "p",
                   "identifier": [{"system": "https://fhir.nhs.uk/Id/nhs-number", "value": "%s"}]}]}""".formatted(NUMBER));

        assertThat(record.owner("subject")).isEqualTo(Owner.of(NHS_NUMBER));
    }

    @Test
    void recordThatDoesNotSayWhoseItIsCannotBeRead() {
        assertUnreadable("{}", "subject is missing");
        assertUnreadable("""
                {"display": "CANARY"}""", "subject is missing");
        assertUnreadable("""
                {"reference": "Group/1"}""", "subject names no patient");
        assertUnreadable("""
                {"reference": "#absent"}""", "subject states neither an id nor a valid NHS number");
        assertUnreadable("""
                {"type": "Patient", "identifier": {"system": "https://fhir.nhs.uk/Id/nhs-number", "value": "9990000000"}}""", "subject states neither an id nor a valid NHS number");
        assertUnreadable("""
                {"type": "Patient", "identifier": {"system": "https://trust.example/Id/mrn", "value": "RX1"}}""", "subject states neither an id nor a valid NHS number");
    }

    @Test
    void recordThatContradictsItselfCannotBeRead() {
        assertUnreadable("""
                {"reference": "Patient/123", "identifier": [
                  {"system": "https://fhir.nhs.uk/Id/nhs-number", "value": "%s"},
                  {"system": "https://fhir.nhs.uk/Id/nhs-number", "value": "%s"}]}""".formatted(NUMBER, OTHER_NUMBER), "subject states different NHS numbers");
    }

    @Test
    void patientIsFoundAmongTheParticipants() throws Unreadable {
        var record = resource("""
                {"resourceType": "Appointment", "actor": [{"reference": "Practitioner/1"}, {"display": "Clinic 4"},
                  {"reference": "Patient/123"}, {"reference": "Patient/123"}, {"reference": "urn:uuid:9"}]}""");

        assertThat(record.owner(record.element().references("actor"), "participant"))
                .isEqualTo(Owner.of(new LocalId("123")));
    }

    @Test
    void patientByNumberIsFoundAmongParticipantsThatDoNotSayWhatTheyAre() throws Unreadable {
        var record = resource("""
                {"resourceType": "Appointment", "actor": [
                  {"identifier": {"system": "https://fhir.nhs.uk/Id/ods-organization-code", "value": "RX9"}},
                  {"identifier": {"system": "https://fhir.nhs.uk/Id/nhs-number", "value": "%s"}}]}""".formatted(NUMBER));

        assertThat(record.owner(record.element().references("actor"), "participant"))
                .isEqualTo(Owner.of(NHS_NUMBER));
    }

    @Test
    void participantThatDoesNotSayWhatItIsIsThePatientWhenThereIsNoOther() throws Unreadable {
        var record = resource("""
                {"resourceType": "Appointment", "actor": [{"reference": "urn:uuid:9"}]}""");

        assertThat(record.owner(record.element().references("actor"), "participant"))
                .isEqualTo(Owner.of(new LocalId("9")));
    }

    @Test
    void severalPatientsAmongTheParticipantsAreNotOneOwner() {
        var record = resource("""
                {"resourceType": "Appointment", "actor": [{"reference": "Patient/1"}, {"reference": "Patient/2"}]}""");

        assertThatThrownBy(() -> record.owner(record.element().references("actor"), "participant"))
                .isInstanceOf(Unreadable.class)
                .hasMessage("participant names several patients");
    }

    private static Owner about(String subject) throws Unreadable {
        return new Resource(record(subject), null, new Index("https://trust.example/fhir/")).owner("subject");
    }

    private static Element record(String subject) {
        return element("""
                {"resourceType": "Encounter", "id": "e1", "subject": %s}""".formatted(subject));
    }

    private static void assertUnreadable(String subject, String reason) {
        assertThatThrownBy(() -> about(subject)).isInstanceOf(Unreadable.class).hasMessage(reason);
    }
}
