package care.weft.mentalhealth;

import static care.weft.mentalhealth.Asking.NHS_NUMBER;
import static care.weft.mentalhealth.Asking.NUMBER;
import static care.weft.mentalhealth.Asking.PERSON;
import static care.weft.mentalhealth.Asking.found;
import static care.weft.mentalhealth.Asking.locate;
import static care.weft.mentalhealth.Asking.nhsNumber;
import static care.weft.mentalhealth.Asking.one;
import static care.weft.mentalhealth.Asking.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import care.weft.spi.Fault;
import care.weft.spi.Located;
import care.weft.spi.PartnerException;
import care.weft.spi.PersonReply;
import care.weft.spi.Rejection;
import care.weft.spi.model.Address;
import care.weft.spi.model.Death;
import care.weft.spi.model.Demographics;
import care.weft.spi.model.LocalId;
import care.weft.spi.model.Moment;
import care.weft.spi.model.NhsNumber;
import care.weft.spi.model.Organisation;
import care.weft.spi.model.Owner;
import care.weft.spi.model.PartialDate;
import care.weft.spi.model.PersonName;
import care.weft.spi.model.Section;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PatientsTests {

    private static final String MPI = "MHS001MPI";

    private final FakeTrust trust = FakeTrust.empty();

    @Test
    void onePatientWhoStatesTheNumberIsKnownByOneCall() {
        trust.holding(MPI, patient(NUMBER));

        assertThat(locate(trust)).isInstanceOfSatisfying(Located.Known.class, known -> {
            assertThat(known.localId()).isEqualTo(new LocalId("GM1"));
            assertThat(known.details().source().owner()).isEqualTo(new Owner(NHS_NUMBER, new LocalId("GM1")));
            assertThat(known.details().birthDate()).hasToString("1941-03-12");
            assertThat(known.details().practice()).isNull();
        });
        assertThat(trust.targets()).containsExactly("MHS001MPI?NHSNumber=" + NUMBER);
    }

    @Test
    void numberMayBeSentAsANumber() {
        trust.holding(MPI, "\"NHSNumber\": " + NUMBER);

        assertThat(locate(trust)).isInstanceOf(Located.Known.class);
    }

    @Test
    void nobodyIsNotKnown() {
        trust.holding(MPI);

        assertThat(locate(trust)).isEqualTo(new Located.NotKnown());
    }

    @Test
    void severalPatientsAreAmbiguousAndTheSameRowTwiceIsOne() {
        trust.holding(MPI, patient(NUMBER), patient(NUMBER).replace("1941", "1942"));
        assertThat(locate(trust)).isEqualTo(new Located.Ambiguous());

        trust.holding(MPI, patient(NUMBER), patient(NUMBER));
        assertThat(locate(trust)).isInstanceOf(Located.Known.class);
    }

    @Test
    void whoseNumberItIsIsToldAsStated() {
        trust.holding(MPI, patient(nhsNumber(500)));

        assertThat(locate(trust))
                .isInstanceOfSatisfying(
                        Located.Known.class,
                        known -> assertThat(known.details().source().owner().nhsNumber())
                                .isEqualTo(new NhsNumber(nhsNumber(500))));
    }

    @Test
    void patientWithAnInvalidNumberOrNoneOrNoIdIsNeverKnown() {
        for (var stated : new String[] {"9990000000", ""}) {
            trust.holding(MPI, patient(stated));
            assertThat(locate(trust)).as(stated).isEqualTo(new Located.Ambiguous());
        }
        trust.holding(MPI, "{\"NHSNumber\": \"" + NUMBER + "\"}");
        assertThat(locate(trust)).isEqualTo(new Located.Ambiguous());
    }

    @Test
    void searchThatIsNotUnderstoodIsNoAnswer() {
        for (var body : List.of("<html>", "[]", "{}", "{\"rows\": {}}", "{\"rows\": [1]}", """
                {"table": "MHS002GP", "rows": []}""")) {
            trust.answering(MPI, 200, body);
            assertThatThrownBy(() -> locate(trust))
                    .as(body)
                    .isInstanceOfSatisfying(
                            PartnerException.class,
                            failure -> assertThat(failure.fault()).isEqualTo(Fault.INVALID_ANSWER));
        }
        trust.answering(MPI, 404, "{\"type\": \"https://t.example/patient-not-known\"}");
        assertThatThrownBy(() -> locate(trust)).isInstanceOf(PartnerException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "401, REFUSED",
        "403, REFUSED",
        "429, RATE_LIMITED",
        "503, UNAVAILABLE",
        "504, TIMED_OUT",
        "400, INVALID_ANSWER"
    })
    void failureOfTheSearchIsItsStatus(int status, Fault fault) {
        trust.answering(MPI, status, "{\"title\": \"CANARY\"}");

        assertThatThrownBy(() -> locate(trust))
                .isInstanceOfSatisfying(
                        PartnerException.class,
                        failure -> assertThat(failure.fault()).isEqualTo(fault))
                .hasMessageNotContaining("CANARY");
    }

    @Test
    void wholePatientIsRead() {
        trust.holding(MPI, patient(NUMBER) + """
                , "PersonTitle": "Mrs", "PersonGivenName": "Ada", "PersonFamilyName": "Example", "Gender": "2",
                "Postcode": "M18 8ZZ", "PersDeathDate": "2026-03-01", "NHSNumberStatus": "01\"""");
        trust.holding("MHS002GP", """
                "GMPCodeReg": "P99001", "GMPCodeRegName": "Alder Surgery", "StartDateGMPRegistration": "2020-01-01\"""");

        var read = one(trust, Section.DEMOGRAPHICS, Demographics.class);

        assertThat(read.source().recordId()).isEqualTo("MHS001MPI/GM1");
        assertThat(read.name()).isEqualTo(new PersonName("Example", List.of("Ada"), "Mrs"));
        assertThat(read.birthDate()).isEqualTo(new PartialDate(1941, 3, 12));
        assertThat(read.gender()).isEqualTo("female");
        assertThat(read.address()).isEqualTo(new Address(List.of(), null, "M18 8ZZ"));
        assertThat(read.practice()).isEqualTo(new Organisation("P99001", "Alder Surgery"));
        assertThat(read.death()).isEqualTo(new Death(Moment.of(new PartialDate(2026, 3, 1)), null));
        assertThat(read.numberVerified()).isTrue();
        assertThat(read.restricted()).isFalse();
    }

    @Test
    void bareSubmissionIsEnough() {
        trust.holding(MPI, "{\"LocalPatientID\": \"GM1\"}");

        var read = one(trust, Section.DEMOGRAPHICS, Demographics.class);
        assertThat(read.source().owner()).isEqualTo(Owner.of(new LocalId("GM1")));
        assertThat(read.name()).isNull();
        assertThat(read.address()).isNull();
        assertThat(read.death()).isNull();
        assertThat(read.numberVerified()).isNull();
    }

    @Test
    void mistypedDateCostsItselfAlone() {
        trust.holding(MPI, patient(NUMBER).replace("1941-03-12", "12/03/1941") + ", \"PersDeathDate\": \"soon\"");

        var read = one(trust, Section.DEMOGRAPHICS, Demographics.class);
        assertThat(read.birthDate()).isNull();
        assertThat(read.death()).isEqualTo(new Death(null, null));
    }

    @ParameterizedTest
    @CsvSource({"01, true", "02, false", "07, false", "'',"})
    void statusOfTheNumberSaysWhetherItIsVerified(String status, @Nullable Boolean verified) {
        trust.holding(MPI, patient(NUMBER) + ", \"NHSNumberStatus\": \"" + status + "\"");

        assertThat(one(trust, Section.DEMOGRAPHICS, Demographics.class).numberVerified())
                .isEqualTo(verified);
    }

    @Test
    void numberThatIsNotValidIsNotVerified() {
        trust.holding(MPI, patient("9990000000") + ", \"NHSNumberStatus\": \"01\"");

        var read = one(trust, Section.DEMOGRAPHICS, Demographics.class);
        assertThat(read.source().owner()).isEqualTo(Owner.of(new LocalId("GM1")));
        assertThat(read.numberVerified()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1 male", "2 female", "9 other", "X unknown", "7 "})
    void genderIsSaidInWordsAndGenderIdentityNever(String codeAndWord) {
        var parts = codeAndWord.split(" ", -1);
        trust.holding(MPI, patient(NUMBER) + ", \"GenderIDCode\": \"4\", \"Gender\": \"" + parts[0] + "\"");

        assertThat(one(trust, Section.DEMOGRAPHICS, Demographics.class).gender())
                .isEqualTo(parts[1].isEmpty() ? null : parts[1]);
    }

    @Test
    void practiceIsTheOneInForceThatBeganLast() {
        trust.holding(MPI, patient(NUMBER));
        trust.holding("MHS002GP", """
                "GMPCodeReg": "OLD", "StartDateGMPRegistration": "2010-01-01", "EndDateGMPRegistration": "2026-03-09\"""", """
                "GMPCodeReg": "P2", "StartDateGMPRegistration": "2024-01-01", "EndDateGMPRegistration": "\"""", """
                "GMPCodeReg": "P1", "EndDateGMPRegistration": "2026-03-10\"""", """
                "GMPCodeReg": "NEXT", "StartDateGMPRegistration": "2026-03-11\"""", """
                {"LocalPatientId": "GM2", "GMPCodeReg": "OTHER", "StartDateGMPRegistration": "2025-01-01"}""");

        var found = found(trust, Section.DEMOGRAPHICS);
        assertThat(((Demographics) found.entries().getFirst()).practice()).isEqualTo(new Organisation("P2", "P2"));
        assertThat(found.rejected()).containsExactly(new Rejection("MHS002GP", "holds a row of another patient"));
    }

    @Test
    void patientIsKeptWhenThePracticeCannotBeRead() {
        trust.holding(MPI, patient(NUMBER)).failing("MHS002GP", Fault.TIMED_OUT);

        var found = found(trust, Section.DEMOGRAPHICS);
        assertThat(found.entries()).hasSize(1);
        assertThat(found.rejected())
                .containsExactly(new Rejection("MHS002GP", "could not be read: made to fail", Fault.TIMED_OUT));
    }

    @Test
    void idThatIsNobodysIsNotKnown() {
        trust.holding(MPI);
        assertThat(read(trust, Section.DEMOGRAPHICS)).isEqualTo(new PersonReply.NotKnown(PERSON));

        trust.answering(MPI, 404, "{\"type\": \"https://t.example/patient-not-known\"}");
        assertThat(read(trust, Section.DEMOGRAPHICS)).isEqualTo(new PersonReply.NotKnown(PERSON));
    }

    private static String patient(String number) {
        return "\"NHSNumber\": \"%s\", \"PersonBirthDate\": \"1941-03-12\"".formatted(number);
    }
}
