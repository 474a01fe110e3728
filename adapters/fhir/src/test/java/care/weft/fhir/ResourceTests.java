package care.weft.fhir;

import static care.weft.fhir.Fixtures.element;
import static care.weft.fhir.Fixtures.nhsNumber;
import static care.weft.fhir.Fixtures.resource;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import care.weft.spi.model.Contact;
import care.weft.spi.model.LocalId;
import care.weft.spi.model.Location;
import care.weft.spi.model.NhsNumber;
import care.weft.spi.model.Organisation;
import care.weft.spi.model.Owner;
import care.weft.spi.model.Practitioner;
import java.net.URI;
import java.time.Instant;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ResourceTests {

    private static final String NUMBER = nhsNumber(1);
    private static final NhsNumber NHS_NUMBER = new NhsNumber(NUMBER);
    private static final String OTHER_NUMBER = nhsNumber(500);

    @Nested
    class WhoseItIs {

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
            index.add(new Resource(
                    element("""
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
            assertThatThrownBy(() -> about(subject))
                    .isInstanceOf(Unreadable.class)
                    .hasMessage(reason);
        }
    }

    @Nested
    class WhereItComesFrom {

        private static final Owner OWNER = Owner.of(NHS_NUMBER);

        @Test
        void metaTellsVersionSystemAndWhenItWasRecorded() throws Unreadable {
            var source = resource("""
                    {"resourceType": "Task", "id": "1", "meta": {"versionId": "7", "lastUpdated": "2026-03-09T10:00:00.5+01:00",
                      "source": "https://trust.example/pas#abc123"}}""").source(OWNER, URI.create("https://trust.example/open/1"));

            assertThat(source.recordId()).isEqualTo("Task/1");
            assertThat(source.owner()).isEqualTo(OWNER);
            assertThat(source.version()).isEqualTo("7");
            assertThat(source.system()).isEqualTo("https://trust.example/pas");
            assertThat(source.recordedAt()).isEqualTo(Instant.parse("2026-03-09T09:00:00.5Z"));
            assertThat(source.openIn()).hasToString("https://trust.example/open/1");
        }

        @Test
        void sourceTagTellsTheSystemWhereMetaSourceDoesNot() throws Unreadable {
            var source = resource("""
                    {"resourceType": "Task", "id": "1", "meta": {"tag": [{"system": "https://region.example/Provenance", "code": "P"},
                      {"system": "https://region.example/Source", "code": "R0X", "display": "Example Trust"}]}}""").source(OWNER, null);

            assertThat(source.system()).isEqualTo("Example Trust");
            assertThat(source.version()).isNull();
            assertThat(source.recordedAt()).isNull();
        }

        @Test
        void recordWithoutAnIdIsToldByItsOwnIdentifierOrCannotBeRead() throws Unreadable {
            assertThat(resource("""
                    {"resourceType": "Encounter", "identifier": {"value": "E1"}}""").source(OWNER, null).recordId()).isEqualTo("Encounter/E1");
            assertThatThrownBy(() -> resource("""
                    {"resourceType": "Encounter"}""").source(OWNER, null)).hasMessage("id is missing or not readable");
            assertThatThrownBy(() -> resource("""
                    {"resourceType": "Patient", "identifier": [{"value": "E1"}]}""").source(OWNER, null)).hasMessage("id is missing or not readable");
        }
    }

    @Nested
    class WhomItNames {

        @Test
        void displayIsTheNameWhereNothingWasSentAlong() {
            var record = resource("""
                    {"resourceType": "Encounter", "org": {"reference": "Organization/1", "display": "Example Trust"},
                     "who": {"reference": "Practitioner/1", "display": "Dr Example"},
                     "where": {"reference": "Location/1", "display": "Ward 4"}}""");

            assertThat(record.organisation(record.element().reference("org")))
                    .isEqualTo(new Organisation(null, "Example Trust"));
            assertThat(record.practitioner(record.element().reference("who")))
                    .isEqualTo(new Practitioner("Dr Example", null));
            assertThat(record.location(record.element().reference("where"))).isEqualTo(new Location("Ward 4", null));
        }

        @Test
        void kindIsWhatItLeadsToElseWhatItSays() {
            var record = resource("""
                    {"resourceType": "Task", "contained": [{"resourceType": "CareTeam", "id": "t"}],
                     "sent": {"reference": "#t", "type": "Organization"}, "said": {"type": "Practitioner"},
                     "addressed": {"reference": "Location/1"}, "named": {"display": "Ward 4"}}""");
            var element = record.element();

            assertThat(record.kind(element.reference("sent"))).isEqualTo("CareTeam");
            assertThat(record.kind(element.reference("said"))).isEqualTo("Practitioner");
            assertThat(record.kind(element.reference("addressed"))).isEqualTo("Location");
            assertThat(record.kind(element.reference("named"))).isNull();
        }

        @Test
        void aTeamSaysItselfHowToReachIt() {
            assertThat(resource("""
                    {"resourceType": "CareTeam", "telecom": [{"system": "phone", "value": "0161 496 0001"}]}""").contact()).isEqualTo(new Contact("0161 496 0001", null, null));
        }

        @Test
        void contactIsTheFirstPhoneAndEmailAtWorkOfWhatWasSentAlong() {
            var record = resource("""
                    {"resourceType": "Task", "owner": {"reference": "#t"}, "other": {"reference": "#u"},
                     "named": {"display": "Therapy team"}, "contained": [
                      {"resourceType": "CareTeam", "id": "t", "telecom": [
                        {"system": "phone", "use": "home", "value": "1"}, {"system": "phone", "use": "old", "value": "2"},
                        {"system": "fax", "value": "3"}, {"system": "phone"}, {"system": "phone", "value": "4"},
                        {"system": "phone", "value": "5"}, {"system": "email", "use": "work", "value": "team@trust.example"}]},
                      {"resourceType": "CareTeam", "id": "u", "telecom": [{"system": "fax", "value": "3"}]}]}""");
            var element = record.element();

            assertThat(record.contact(element.reference("owner")))
                    .isEqualTo(new Contact("4", "team@trust.example", null));
            assertThat(record.contact(element.reference("other"))).isNull();
            assertThat(record.contact(element.reference("named"))).isNull();
            assertThat(record.contact()).isNull();
        }

        @Test
        void includedResourcesTellMore() {
            var index = new Index(null);
            var record = new Resource(element("""
                    {"resourceType": "Encounter", "id": "e1", "org": {"reference": "Organization/1"},
                     "who": {"reference": "PractitionerRole/1"}, "where": {"reference": "https://trust.example/fhir/Location/1"}}"""), "https://trust.example/fhir/Encounter/e1", index);
            for (var sent : new String[] {"""
                {"resourceType": "Organization", "id": "1", "name": "Example Trust",
                 "identifier": [{"system": "https://fhir.nhs.uk/Id/ods-organization-code", "value": "RX9"}]}""", """
                {"resourceType": "PractitionerRole", "id": "1", "practitioner": {"reference": "Practitioner/2"},
                 "organization": {"reference": "Organization/1"}, "code": [{"text": "Physiotherapist"}]}""", """
                {"resourceType": "Practitioner", "id": "2", "name": [{"family": "Example", "given": ["Ada"], "prefix": ["Dr"]}]}""", """
                {"resourceType": "Location", "id": "1", "name": "Ward 4", "address": {"line": ["1 High Street"], "city": "Bury"}}"""}) {
                index.add(new Resource(element(sent), null, index));
            }

            assertThat(record.organisation(record.element().reference("org")))
                    .isEqualTo(new Organisation("RX9", "Example Trust"));
            assertThat(record.organisation(record.element().reference("who")))
                    .isEqualTo(new Organisation("RX9", "Example Trust"));
            assertThat(record.practitioner(record.element().reference("who")))
                    .isEqualTo(new Practitioner("Dr Ada Example", "Physiotherapist"));
            assertThat(record.location(record.element().reference("where")))
                    .isEqualTo(new Location("Ward 4", "1 High Street, Bury"));
        }

        @Test
        void containedResourcesAreFoundByTheirFragment() {
            var record = resource("""
                    {"resourceType": "Appointment", "contained": [{"resourceType": "Organization", "id": "1", "name": "Example Practice"}],
                     "org": {"reference": "#1"}, "other": {"reference": "#2"}}""");

            assertThat(record.organisation(record.element().reference("org")))
                    .isEqualTo(new Organisation(null, "Example Practice"));
            assertThat(record.resolve(record.element().reference("other"))).isNull();
        }

        @Test
        void codeStandsForAnOrganisationOrPlaceWithoutAName() {
            var record = resource("""
                    {"resourceType": "Appointment", "actor": {"type": "Location",
                      "identifier": {"system": "https://fhir.nhs.uk/Id/ods-organization-code", "value": "RX9"}}}""");

            assertThat(record.location(record.element().reference("actor"))).isEqualTo(new Location("RX9", null));
            assertThat(record.organisation(record.element().reference("actor")))
                    .isEqualTo(new Organisation("RX9", "RX9"));
        }

        @Test
        void oneIsNotTakenForTheOther() {
            var record = resource("""
                    {"resourceType": "Encounter", "patient": {"reference": "Patient/1", "display": "Ada Example"},
                     "role": {"reference": "PractitionerRole/1"}, "nothing": {"reference": "Organization/1"}}""");

            assertThat(record.practitioner(record.element().reference("patient")))
                    .isNull();
            assertThat(record.organisation(record.element().reference("patient")))
                    .isNull();
            assertThat(record.location(record.element().reference("patient"))).isNull();
            assertThat(record.practitioner(record.element().reference("role"))).isNull();
            assertThat(record.organisation(record.element().reference("nothing")))
                    .isNull();
            assertThat(record.organisation(record.element().reference("absent")))
                    .isNull();
        }
    }

    @Test
    void showsNothingOfThePersonInWords() {
        assertThat(resource("""
                {"resourceType": "Patient", "id": "CANARY"}""")).asString().doesNotContain("CANARY");
    }
}
