package care.weft.demographics;

import static care.weft.demographics.Asking.NUMBER;
import static care.weft.demographics.Asking.OTHER_NUMBER;
import static care.weft.demographics.Asking.PATIENT;
import static care.weft.demographics.Fixtures.patient;
import static org.assertj.core.api.Assertions.assertThat;

import care.weft.spi.Fault;
import care.weft.spi.PartnerException;
import care.weft.spi.Traced;
import care.weft.spi.model.NhsNumber;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.test.StepVerifier;

class TraceTests {

    private final FakeRegister register = new FakeRegister();

    @Test
    void aNumberInForceIsKnownWithItsDetails() {
        register.answering(PATIENT, 200, patient("""
                , "birthDate": "1941-05-17", "generalPractitioner": [{"id": "254406A3", "type": "Organization",
                  "identifier": {"system": "https://fhir.nhs.uk/Id/ods-organization-code", "value": "Y12345",
                    "period": {"start": "2024-01-01"}}}]"""));

        var known = (Traced.Known) Asking.trace(register);

        assertThat(known.nhsNumber()).isEqualTo(Asking.NHS_NUMBER);
        assertThat(known.details().source().owner().nhsNumber()).isEqualTo(Asking.NHS_NUMBER);
        assertThat(Objects.requireNonNull(known.details().practice()).odsCode()).isEqualTo("Y12345");
        assertThat(known.details().restricted()).isFalse();
        assertThat(register.calls).hasSize(1);
        assertThat(register.deadlines).containsExactly(Asking.DEADLINE);
    }

    @Test
    void aSupersededNumberGivesTheOneInForceByTheRecordItself() {
        register.answering(PATIENT, 200, patient(OTHER_NUMBER, OTHER_NUMBER, "U", ""));

        var known = (Traced.Known) Asking.trace(register);

        assertThat(known.nhsNumber()).isEqualTo(new NhsNumber(OTHER_NUMBER));
        assertThat(known.details().source().owner().nhsNumber()).isEqualTo(new NhsNumber(OTHER_NUMBER));
    }

    @Test
    void aRecordWhoseIdAndIdentifierDifferIsNobodys() {
        assertInvalid(patient(NUMBER, OTHER_NUMBER, "U", ""));
        assertInvalid(patient(OTHER_NUMBER, NUMBER, "U", ""));
        assertInvalid(patient(NUMBER, "9990000108", "U", ""));
        assertInvalid(patient("A1", NUMBER, "U", ""));
    }

    @Test
    void aRecordWithoutAValidNumberIsNobodys() {
        assertInvalid(patient("9990000108", "9990000108", "U", ""));
        assertInvalid("{\"resourceType\": \"Patient\"}");
    }

    @Test
    void aRecordWithNothingButItsNumberIsKnown() {
        register.answering(PATIENT, 200, "{\"resourceType\": \"Patient\", \"id\": \"" + NUMBER + "\"}");

        assertThat(((Traced.Known) Asking.trace(register)).details().name()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"R, true", "V, true", "S, true", "U, false", "N, false"})
    void whoseWhereaboutsMustNotBeToldIsRestricted(String security, boolean restricted) {
        register.answering(PATIENT, 200, patient(NUMBER, NUMBER, security, ""));

        assertThat(((Traced.Known) Asking.trace(register)).details().restricted())
                .isEqualTo(restricted);
    }

    @Test
    void nobodysNumberIsNotKnown() {
        register.refusing(PATIENT, 404, "information", "not-found", "RESOURCE_NOT_FOUND");

        assertThat(Asking.trace(register)).isEqualTo(new Traced.NotKnown());
    }

    @Test
    void aWithdrawnNumberIsInvalidated() {
        register.refusing(PATIENT, 404, "error", "processing", "INVALIDATED_RESOURCE");

        assertThat(Asking.trace(register)).isEqualTo(new Traced.Invalidated());
    }

    @Test
    void anyOther404SaysNothingAboutThePerson() {
        assertFault(register.answering(PATIENT, 404, ""), Fault.INVALID_ANSWER);
        assertFault(register.answering(PATIENT, 404, "<html>no such page</html>"), Fault.INVALID_ANSWER);
        assertFault(register.refusing(PATIENT, 404, "error", "not-found", "NO_SUCH_SERVICE"), Fault.INVALID_ANSWER);
    }

    @Test
    void anOutcomeInPlaceOfThePersonIsNoAbsence() {
        assertFault(
                register.refusing(PATIENT, 200, "information", "multiple-matches", "TOO_MANY_MATCHES"),
                Fault.INVALID_ANSWER);
        assertFault(
                register.refusing(PATIENT, 200, "information", "not-found", "RESOURCE_NOT_FOUND"),
                Fault.INVALID_ANSWER);
    }

    @ParameterizedTest
    @CsvSource({
        "400, value, INVALID_RESOURCE_ID, INVALID_ANSWER",
        "400, required, MISSING_VALUE, INVALID_ANSWER",
        "401, forbidden, ACCESS_DENIED, REFUSED",
        "403, forbidden, ACCESS_DENIED, REFUSED",
        "429, throttled, TOO_MANY_REQUESTS, RATE_LIMITED",
        "500, exception, SERVER_ERROR, UNAVAILABLE",
        "503, transient, UNAVAILABLE, UNAVAILABLE",
        "504, timeout, TIMEOUT, TIMED_OUT"
    })
    void refusalsAndFailuresAreErrors(int status, String issue, String code, Fault fault) {
        assertFault(register.refusing(PATIENT, status, "error", issue, code), fault);
    }

    @Test
    void aFailureOfTheCallIsHandedOn() {
        assertFault(register.failing(PATIENT, Fault.UNAVAILABLE), Fault.UNAVAILABLE);
    }

    @Test
    void nothingIsAskedBeforeSubscriptionAndEachAsksAfresh() {
        register.answering(PATIENT, 200, patient(""));
        var tracing = Asking.tracing(register);
        assertThat(register.calls).isEmpty();

        tracing.block();
        var first = register.header("X-Request-ID");
        tracing.block();

        assertThat(register.calls).hasSize(2);
        assertThat(register.header("X-Request-ID")).isNotEqualTo(first);
    }

    @Test
    void cancellingEndsTheCall() {
        StepVerifier.create(Asking.tracing(register.silent(PATIENT)))
                .thenCancel()
                .verify();

        assertThat(register.cancelled).isEqualTo(1);
    }

    private void assertInvalid(String patient) {
        assertFault(register.answering(PATIENT, 200, patient), Fault.INVALID_ANSWER);
    }

    private static void assertFault(FakeRegister register, Fault fault) {
        StepVerifier.create(Asking.tracing(register))
                .verifyErrorSatisfies(error -> assertThat(error)
                        .isInstanceOfSatisfying(
                                PartnerException.class,
                                failure -> assertThat(failure.fault()).isEqualTo(fault))
                        .hasMessageNotContainingAny(NUMBER, OTHER_NUMBER, "CANARY"));
    }
}
