package care.weft.trust;

import static care.weft.trust.Asking.NUMBER;
import static org.assertj.core.api.Assertions.assertThat;

import care.weft.spi.DateWindow;
import care.weft.spi.Fault;
import care.weft.spi.PersonReply;
import care.weft.spi.Rejection;
import care.weft.spi.model.Contact;
import care.weft.spi.model.Entry;
import care.weft.spi.model.Relationship;
import care.weft.spi.model.RelationshipKind;
import care.weft.spi.model.Section;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ContactsTests {

    private static final String DAUGHTER = """
            {"extension": [
               {"url": "https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-ContactRank", "valuePositiveInt": 1},
               {"url": "https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-CopyCorrespondenceIndicator",
                "valueBoolean": true}],
             "relationship": [
               {"coding": [{"system": "http://terminology.hl7.org/CodeSystem/v2-0131", "code": "N", "display": "Next-of-Kin"}],
                "text": "Daughter"},
               {"coding": [{"system": "http://terminology.hl7.org/CodeSystem/v2-0131", "code": "C"}]}],
             "name": {"family": "Example", "given": ["Julie"]},
             "telecom": [{"system": "phone", "value": "07700 900001", "use": "mobile"}]}""";

    private final FakeTrust trust = new FakeTrust();

    @Test
    void whomTheTrustWouldCallComesFromThePatient() {
        var found = found(DAUGHTER);
        var daughter = (Relationship) found.entries().getFirst();

        assertThat(daughter.kinds()).containsExactly(RelationshipKind.NEXT_OF_KIN, RelationshipKind.EMERGENCY_CONTACT);
        assertThat(Objects.requireNonNull(daughter.relation()).display()).isEqualTo("Daughter");
        assertThat(Objects.requireNonNull(daughter.name()).display()).isEqualTo("Julie Example");
        assertThat(daughter.contact()).isEqualTo(new Contact("07700 900001", null, null));
        assertThat(found.extent().covered()).isEqualTo(DateWindow.ALWAYS);
        assertThat(found.extent().truncated()).isFalse();
        assertThat(trust.targets()).containsExactly("Patient/123");
        assertThat(trust.deadlines).containsExactly(Asking.DEADLINE);
    }

    @Test
    void eachIsNamedByThePatientAndItsPlaceAndOwnedByThePatient() {
        var found = found(DAUGHTER + ", {}, " + DAUGHTER);

        assertThat(found.entries())
                .extracting(Entry::source)
                .extracting(source -> source.recordId())
                .containsExactly("Patient/123/contact/1", "Patient/123/contact/3");
        assertThat(found.entries()).allSatisfy(entry -> {
            assertThat(entry.source().owner().nhsNumber()).isEqualTo(Asking.NHS_NUMBER);
            assertThat(entry.source().owner().localId()).isEqualTo(Asking.LOCAL_ID);
            assertThat(entry.source().version()).isEqualTo("7");
        });
        assertThat(found.rejected())
                .containsExactly(new Rejection("Patient.contact", "relationship, name and telecom are missing"));
    }

    @Test
    void somebodyOfNoKnownKindIsToldInTheTrustsWords() {
        var neighbour = (Relationship) found("""
                {"relationship": [{"text": "Neighbour"}], "name": {"text": "Ada Example"}}""").entries().getFirst();

        assertThat(neighbour.kinds()).containsExactly(RelationshipKind.OTHER);
        assertThat(Objects.requireNonNull(neighbour.relation()).display()).isEqualTo("Neighbour");
    }

    @Test
    void aPatientWithoutContactsHasAnEmptyListThatIsWhole() {
        trust.answering("Patient/123", 200, "{\"resourceType\": \"Patient\", \"id\": \"123\"}");

        var found = Asking.found(trust, Section.RELATIONSHIPS);

        assertThat(found.entries()).isEmpty();
        assertThat(found.rejected()).isEmpty();
        assertThat(found.extent().truncated()).isFalse();
    }

    @Test
    void contactsOfAPatientWhoStatesTwoNumbersAreNobodys() {
        var two = patient(DAUGHTER).replace("\"identifier\": [", """
                "identifier": [{"system": "https://fhir.nhs.uk/Id/nhs-number", "value": "%s"},""".formatted(Asking.nhsNumber(50)));
        trust.answering("Patient/123", 200, two);

        var found = Asking.found(trust, Section.RELATIONSHIPS);

        assertThat(found.entries()).isEmpty();
        assertThat(found.rejected())
                .containsExactly(new Rejection("Patient.contact", "identifier states different NHS numbers"));
    }

    @Test
    void anotherPatientInTheAnswerIsHandedOnAsSuch() {
        trust.answering("Patient/123", 200, patient(DAUGHTER).replace("\"123\"", "\"124\""));

        assertThat(Objects.requireNonNull(Asking.found(trust, Section.RELATIONSHIPS)
                                .entries()
                                .getFirst()
                                .source()
                                .owner()
                                .localId())
                        .value())
                .isEqualTo("124");
    }

    @Test
    void anotherPatientWithoutContactsDoesNotSayThatThePersonHasNone() {
        trust.answering("Patient/123", 200, "{\"resourceType\": \"Patient\", \"id\": \"124\"}");

        assertThat(Asking.read(trust, Section.RELATIONSHIPS))
                .isEqualTo(new PersonReply.Failed(Asking.PERSON, Fault.INVALID_ANSWER));
    }

    @Test
    void aPatientWhoIsGoneIsNotKnownAndAFailureIsNoEmptyList() {
        trust.answering("Patient/123", 404, "");
        assertThat(Asking.read(trust, Section.RELATIONSHIPS)).isEqualTo(new PersonReply.NotKnown(Asking.PERSON));

        trust.failing("Patient/123", Fault.TIMED_OUT);
        assertThat(Asking.read(trust, Section.RELATIONSHIPS))
                .isEqualTo(new PersonReply.Failed(Asking.PERSON, Fault.TIMED_OUT));
    }

    private PersonReply.Found found(String contacts) {
        return Asking.found(trust.answering("Patient/123", 200, patient(contacts)), Section.RELATIONSHIPS);
    }

    private static String patient(String contacts) {
        return """
                {"resourceType": "Patient", "id": "123", "meta": {"versionId": "7"},
                 "identifier": [{"system": "https://fhir.nhs.uk/Id/nhs-number", "value": "%s"}],
                 "contact": [%s]}""".formatted(NUMBER, contacts);
    }
}
