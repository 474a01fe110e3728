package care.weft.fhir;

import static care.weft.fhir.Fixtures.element;
import static care.weft.fhir.Fixtures.nhsNumber;
import static care.weft.fhir.Fixtures.resource;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import care.weft.spi.model.Confidentiality;
import care.weft.spi.model.Contact;
import care.weft.spi.model.Location;
import care.weft.spi.model.NhsNumber;
import care.weft.spi.model.Organisation;
import care.weft.spi.model.Owner;
import care.weft.spi.model.Practitioner;
import java.net.URI;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ResourceTests {

    private static final String NUMBER = nhsNumber(1);
    private static final NhsNumber NHS_NUMBER = new NhsNumber(NUMBER);

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
        void labelsOfWhateverSystemAreRead() throws Unreadable {
            assertThat(labels("[{\"code\": \"R\"}]")).containsExactly(Confidentiality.RESTRICTED);
            assertThat(labels("{\"code\": \"S\"}")).containsExactly(Confidentiality.RESTRICTED);
            assertThat(labels("[{\"code\": \"7\", \"display\": \"Restricted\"}]"))
                    .containsExactly(Confidentiality.RESTRICTED);
            assertThat(labels("""
                    [{"system": "http://terminology.hl7.org/CodeSystem/v3-Confidentiality", "code": "V"},
                     {"system": "http://terminology.hl7.org/CodeSystem/v3-ActCode", "code": "NOPAT"}]"""))
                    .containsExactlyInAnyOrder(Confidentiality.VERY_RESTRICTED, Confidentiality.NOT_FOR_PERSON);
        }

        @Test
        void whatIsNormalOrSaysWhatARecordIsAboutIsNoLabel() throws Unreadable {
            assertThat(labels("[{\"code\": \"N\"}, {\"code\": \"L\"}, {\"code\": \"PSY\"}, null, {}]"))
                    .isEmpty();
            assertThat(labels("[]")).isEmpty();
            assertThat(labels("null")).isEmpty();
        }

        private Set<Confidentiality> labels(String security) throws Unreadable {
            return resource("{\"resourceType\": \"Task\", \"id\": \"1\", \"meta\": {\"security\": " + security + "}}")
                    .source(OWNER, null)
                    .labels();
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
