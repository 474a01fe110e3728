package care.weft.trust;

import static care.weft.trust.Asking.NHS_NUMBER;
import static care.weft.trust.Asking.NUMBER;
import static care.weft.trust.Asking.PERSON;
import static care.weft.trust.Asking.locate;
import static care.weft.trust.Asking.nhsNumber;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import care.weft.spi.DateWindow;
import care.weft.spi.Extent;
import care.weft.spi.Fault;
import care.weft.spi.Located;
import care.weft.spi.PartnerException;
import care.weft.spi.PersonReply;
import care.weft.spi.Rejection;
import care.weft.spi.model.Demographics;
import care.weft.spi.model.LocalId;
import care.weft.spi.model.NhsNumber;
import care.weft.spi.model.Owner;
import care.weft.spi.model.Section;
import org.junit.jupiter.api.Test;

class TrustPatientsTests {

    private static final String NOT_FOUND = """
            {"resourceType": "OperationOutcome", "issue": [{"severity": "error", "code": "not-found"}]}""";

    private final FakeTrust trust = new FakeTrust();

    @Test
    void onePatientWhoStatesTheNumberIsKnown() {
        trust.holding("Patient", patient("123", NUMBER));

        assertThat(locate(trust)).isInstanceOfSatisfying(Located.Known.class, known -> {
            assertThat(known.localId()).isEqualTo(new LocalId("123"));
            assertThat(known.details().source().owner()).isEqualTo(new Owner(NHS_NUMBER, new LocalId("123")));
            assertThat(known.details().birthDate()).hasToString("1941-03-12");
        });
        assertThat(trust.targets())
                .containsExactly(
                        "Patient?identifier=https%3A%2F%2Ffhir.nhs.uk%2FId%2Fnhs-number%7C" + NUMBER + "&_count=50");
    }

    @Test
    void nobodyIsNotKnown() {
        trust.holding("Patient");

        assertThat(locate(trust)).isEqualTo(new Located.NotKnown());
    }

    @Test
    void samePatientSentTwiceIsOne() {
        trust.holding("Patient", patient("123", NUMBER), patient("123", NUMBER));

        assertThat(locate(trust)).isInstanceOf(Located.Known.class);
    }

    @Test
    void severalPatientsAreAmbiguous() {
        trust.holding("Patient", patient("123", NUMBER), patient("456", NUMBER));

        assertThat(locate(trust)).isEqualTo(new Located.Ambiguous());
    }

    @Test
    void whoseNumberItIsIsToldAsStated() {
        trust.holding("Patient", patient("123", nhsNumber(500)));

        assertThat(locate(trust))
                .isInstanceOfSatisfying(
                        Located.Known.class,
                        known -> assertThat(known.details().source().owner().nhsNumber())
                                .isEqualTo(new NhsNumber(nhsNumber(500))));
    }

    @Test
    void patientWithAnInvalidNumberOrNoneIsNeverKnown() {
        for (var stated : new String[] {"9990000000", ""}) {
            trust.holding("Patient", patient("123", stated));

            assertThat(locate(trust)).as(stated).isEqualTo(new Located.Ambiguous());
        }
        trust.holding("Patient", """
                {"resourceType": "Patient", "id": "123"}""");
        assertThat(locate(trust)).isEqualTo(new Located.Ambiguous());
    }

    @Test
    void patientWithTwoNumbersOrNoIdIsNeverKnown() {
        trust.holding("Patient", """
                {"resourceType": "Patient", "id": "123", "identifier": [
                  {"system": "https://fhir.nhs.uk/Id/nhs-number", "value": "%s"},
                  {"system": "https://fhir.nhs.uk/Id/nhs-number", "value": "%s"}]}""".formatted(NUMBER, nhsNumber(500)));
        assertThat(locate(trust)).isEqualTo(new Located.Ambiguous());

        trust.holding("Patient", """
                {"resourceType": "Patient", "identifier": [{"system": "https://fhir.nhs.uk/Id/nhs-number", "value": "%s"}]}""".formatted(NUMBER));
        assertThat(locate(trust)).isEqualTo(new Located.Ambiguous());
    }

    @Test
    void numberThatWasReplacedIsNobodysAnyMore() {
        var replaced = """
                {"resourceType": "Patient", "id": "123", "identifier": [
                  {"system": "https://fhir.nhs.uk/Id/nhs-number", "use": "old", "value": "%s"},
                  {"system": "https://fhir.nhs.uk/Id/nhs-number", "use": "official", "value": "%s"}]}""";

        trust.holding("Patient", replaced.formatted(NUMBER, nhsNumber(500)));
        assertThat(locate(trust)).isEqualTo(new Located.Ambiguous());

        trust.holding("Patient", replaced.formatted(nhsNumber(500), NUMBER));
        assertThat(locate(trust))
                .isInstanceOfSatisfying(
                        Located.Known.class,
                        known -> assertThat(known.details().source().owner().nhsNumber())
                                .isEqualTo(NHS_NUMBER));

        trust.answering("Patient/123", 200, replaced.formatted(nhsNumber(500), NUMBER));
        assertThat(Asking.one(trust, Section.DEMOGRAPHICS, Demographics.class)
                        .source()
                        .owner()
                        .nhsNumber())
                .isEqualTo(NHS_NUMBER);
    }

    @Test
    void numberIsKnownByTheOldSystemAndAsAnObjectToo() {
        trust.holding("Patient", """
                {"resourceType": "Patient", "id": "123",
                 "identifier": {"system": "http://fhir.nhs.net/Id/nhs-number", "value": "%s"}}""".formatted(NUMBER));

        assertThat(locate(trust)).isInstanceOf(Located.Known.class);
    }

    @Test
    void answerThatHoldsMoreThanItShowsIsAmbiguous() {
        trust.answering("Patient", 200, """
                {"resourceType": "Bundle", "total": 2, "entry": [{"resource": %s}]}""".formatted(patient("123", NUMBER)));

        assertThat(locate(trust)).isEqualTo(new Located.Ambiguous());
    }

    @Test
    void errorBesideThePatientIsNoAnswer() {
        trust.holding("Patient", patient("123", NUMBER), """
                {"resourceType": "OperationOutcome", "issue": [{"severity": "error", "code": "incomplete"}]}""");

        assertThatThrownBy(() -> locate(trust))
                .isInstanceOf(PartnerException.class)
                .hasMessage("search for a patient: incomplete");
    }

    @Test
    void failureToAskIsNeverNotKnown() {
        trust.answering("Patient", 404, NOT_FOUND);
        assertThatThrownBy(() -> locate(trust))
                .isInstanceOfSatisfying(
                        PartnerException.class,
                        failure -> assertThat(failure.fault()).isEqualTo(Fault.INVALID_ANSWER));

        trust.failing("Patient", Fault.UNAVAILABLE);
        assertThatThrownBy(() -> locate(trust))
                .isInstanceOfSatisfying(
                        PartnerException.class,
                        failure -> assertThat(failure.fault()).isEqualTo(Fault.UNAVAILABLE));
    }

    @Test
    void demographicsAreReadByTheLocalId() {
        trust.answering("Patient/123", 200, patient("123", NUMBER));

        var found = Asking.found(trust, Section.DEMOGRAPHICS);

        assertThat(found.person()).isEqualTo(PERSON);
        assertThat(found.extent()).isEqualTo(Extent.whole(DateWindow.ALWAYS));
        assertThat(found.entries()).singleElement().isInstanceOfSatisfying(Demographics.class, details -> {
            assertThat(details.source().recordId()).isEqualTo("Patient/123");
            assertThat(details.name()).isNotNull();
        });
    }

    @Test
    void anotherPatientsRecordIsPassedOnUnderItsOwnName() {
        trust.answering("Patient/123", 200, patient("456", nhsNumber(500)));

        var owner = Asking.one(trust, Section.DEMOGRAPHICS, Demographics.class)
                .source()
                .owner();

        assertThat(owner.localId()).isEqualTo(new LocalId("456"));
        assertThat(owner.nhsNumber()).isNotEqualTo(NHS_NUMBER);
    }

    @Test
    void recordThatHasVanishedIsNotKnown() {
        trust.answering("Patient/123", 404, NOT_FOUND);

        assertThat(Asking.read(trust, Section.DEMOGRAPHICS)).isEqualTo(new PersonReply.NotKnown(PERSON));
    }

    @Test
    void recordThatContradictsItselfIsRejected() {
        trust.answering("Patient/123", 200, """
                {"resourceType": "Patient", "id": "123", "identifier": [
                  {"system": "https://fhir.nhs.uk/Id/nhs-number", "value": "%s"},
                  {"system": "https://fhir.nhs.uk/Id/nhs-number", "value": "%s"}]}""".formatted(NUMBER, nhsNumber(500)));

        var found = Asking.found(trust, Section.DEMOGRAPHICS);

        assertThat(found.entries()).isEmpty();
        assertThat(found.rejected())
                .containsExactly(new Rejection("Patient", "identifier states different NHS numbers"));
    }

    private static String patient(String id, String number) {
        return """
                {"resourceType": "Patient", "id": "%s", "birthDate": "1941-03-12", "gender": "female",
                 "name": [{"use": "official", "family": "Example", "given": ["Ada"]}],
                 "identifier": [{"system": "https://trust.example/Id/mrn", "value": "RX900001"},
                                {"system": "https://fhir.nhs.uk/Id/nhs-number", "value": "%s"}]}""".formatted(id, number);
    }
}
