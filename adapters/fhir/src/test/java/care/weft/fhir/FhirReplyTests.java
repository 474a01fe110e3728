package care.weft.fhir;

import static care.weft.fhir.Fixtures.appointment;
import static care.weft.fhir.Fixtures.match;
import static care.weft.fhir.Fixtures.outcome;
import static care.weft.fhir.Fixtures.searchset;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import care.weft.spi.Fault;
import care.weft.spi.HttpReply;
import care.weft.spi.PartnerException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FhirReplyTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/fhir+json",
                "application/fhir+json; fhirVersion=4.0",
                "application/json;charset=UTF-8",
                "text/json",
                "text/html",
                "application/octet-stream"
            })
    void bodyIsWhatItParsesAsWhateverItsContentType(String contentType) {
        assertThat(reply(200, contentType, appointment("1"))
                        .expect("Appointment")
                        .text("id"))
                .isEqualTo("1");
    }

    @ParameterizedTest
    @CsvSource({
        "'', body is empty",
        "'<html><body>Down</body></html>', body is HTML or XML",
        "'  <?xml version=\"1.0\"?>', body is HTML or XML",
        "'{\"resourceType\": \"Appoi', body is not JSON",
        "'Down for maintenance', body is not JSON",
        "'{} {}', body is not JSON",
        "'[]', body is not a FHIR resource",
        "'null', body is not a FHIR resource",
        "'{\"error\": \"nope\"}', body is not a FHIR resource",
        "'{\"resourceType\": \"Patient\"}', body is not a Appointment"
    })
    void successWithoutTheResourceIsAnInvalidAnswer(String body, String reason) {
        assertFails(reply(200, "text/html", body), Fault.INVALID_ANSWER, reason);
    }

    /** They would take many times their size of memory, or the whole of the stack. */
    @Test
    void bodyOfNothingButBracketsIsNotRead() {
        var start = "{\"resourceType\": \"Bundle\", \"entry\": [";

        assertFails(
                reply(200, "application/fhir+json", start + "[],".repeat(500_001) + "{}]}"),
                Fault.INVALID_ANSWER,
                "body is not JSON");
        assertFails(
                reply(200, "application/fhir+json", start + "[".repeat(100_000) + "]".repeat(100_000) + "]}"),
                Fault.INVALID_ANSWER,
                "body is not JSON");
    }

    @ParameterizedTest
    @CsvSource({
        "timeout, TIMED_OUT",
        "throttled, RATE_LIMITED",
        "forbidden, REFUSED",
        "security, REFUSED",
        "login, REFUSED",
        "suppressed, REFUSED",
        "transient, UNAVAILABLE",
        "exception, UNAVAILABLE",
        "lock-error, UNAVAILABLE",
        "no-store, UNAVAILABLE",
        "incomplete, UNAVAILABLE",
        "invalid, INVALID_ANSWER",
        "processing, INVALID_ANSWER",
        "not-found, INVALID_ANSWER"
    })
    void outcomeInPlaceOfTheResourceFailsByItsCode(String code, Fault fault) {
        assertFails(reply(200, outcome("error", code)), fault, "body is an OperationOutcome: " + code);
        assertFails(reply(200, outcome("fatal", code)), fault, "body is an OperationOutcome: " + code);
    }

    @Test
    void outcomeThatIsNoErrorIsNotTheResourceEither() {
        assertFails(
                reply(200, outcome("information", "multiple-matches")),
                Fault.INVALID_ANSWER,
                "body is not a Appointment");
        assertFails(reply(200, outcome("warning", "timeout")), Fault.INVALID_ANSWER, "body is not a Appointment");
    }

    @Test
    void outcomeWithoutKnownSeverityOrIssuesIsAnError() {
        assertFails(reply(200, outcome("grave", "timeout")), Fault.TIMED_OUT, "body is an OperationOutcome: timeout");
        assertFails(reply(200, """
                        {"resourceType": "OperationOutcome"}"""), Fault.INVALID_ANSWER, "body is an OperationOutcome: unknown");
    }

    @Test
    void wordsOfAnOutcomeAreNeverRepeated() {
        var reply = reply(500, outcome("error", "CANARY"));

        assertFails(reply, Fault.UNAVAILABLE, "HTTP 500, unknown");
        assertThat(reply).asString().doesNotContain("CANARY");
    }

    @ParameterizedTest
    @CsvSource({
        "401, exception, REFUSED",
        "403, timeout, REFUSED",
        "429, transient, RATE_LIMITED",
        "408, timeout, TIMED_OUT",
        "500, timeout, TIMED_OUT",
        "500, processing, UNAVAILABLE",
        "503, forbidden, REFUSED",
        "504, processing, TIMED_OUT",
        "422, throttled, RATE_LIMITED",
        "400, invalid, INVALID_ANSWER",
        "404, not-found, INVALID_ANSWER"
    })
    void statusAndOutcomeTogetherTellTheFault(int status, String code, Fault fault) {
        assertFails(reply(status, outcome("error", code)), fault, "HTTP " + status + ", " + code);
    }

    @ParameterizedTest
    @CsvSource({"500, UNAVAILABLE", "503, UNAVAILABLE", "403, REFUSED", "404, INVALID_ANSWER", "302, INVALID_ANSWER"})
    void statusAloneTellsTheFaultWhereTheBodySaysNothing(int status, Fault fault) {
        assertFails(reply(status, "text/html", "<html/>"), fault, "HTTP " + status);
    }

    @Test
    void notFoundIsWhatTheServerSaysInItsOwnForm() {
        assertThat(reply(404, outcome("error", "not-found")).notFound()).isTrue();
        assertThat(reply(404, outcome("information", "not-found")).notFound()).isTrue();
        assertThat(reply(404, outcome("error", "processing")).notFound()).isTrue();
        assertThat(reply(410, outcome("error", "deleted")).notFound()).isTrue();
        assertThat(reply(404, "").notFound()).isTrue();
        assertThat(reply(200, outcome("information", "not-found")).notFound()).isTrue();
    }

    @Test
    void errorPageRefusalOrBreakdownIsNotNotFound() {
        assertThat(reply(404, "text/html", "<html>No such page</html>").notFound())
                .isFalse();
        assertThat(reply(404, "application/json", "{\"error\": \"no route\"}").notFound())
                .isFalse();
        assertThat(reply(404, outcome("error", "forbidden")).notFound()).isFalse();
        assertThat(reply(404, outcome("error", "exception")).notFound()).isFalse();
        assertThat(reply(500, outcome("error", "not-found")).notFound()).isFalse();
        assertThat(reply(200, appointment("1")).notFound()).isFalse();
        assertThat(reply(200, "").notFound()).isFalse();
    }

    @Test
    void outcomeTellsItsDetailCodes() {
        var outcome = Objects.requireNonNull(
                reply(404, outcome("error", "processing")).outcome());

        assertThat(outcome.has("LOCAL_CODE")).isTrue();
        assertThat(outcome.has("processing")).isTrue();
        assertThat(outcome.has("OTHER")).isFalse();
        assertThat(reply(200, appointment("1")).outcome()).isNull();
    }

    @Test
    void outcomesAmongTheEntriesAreToldWhateverTheirSeverity() {
        var reply = reply(
                200,
                searchset(
                        match(appointment("1")),
                        match(outcome("warning", "not-supported")),
                        outcome("error", "invalid")));

        assertThat(reply.outcomes()).hasSize(2);
        assertThat(reply.outcomes().getFirst().has("not-supported")).isTrue();
        assertThat(reply.outcomes().getFirst().errors()).isEmpty();
        assertThat(reply(200, appointment("1")).outcomes()).isEmpty();
        assertThat(reply(200, "").outcomes()).isEmpty();
    }

    private static void assertFails(FhirReply reply, Fault fault, String reason) {
        assertThatThrownBy(() -> reply.expect("Appointment"))
                .isInstanceOfSatisfying(
                        PartnerException.class,
                        failure -> assertThat(failure.fault()).isEqualTo(fault))
                .hasMessage(reason);
    }

    private static FhirReply reply(int status, String body) {
        return reply(status, "application/fhir+json", body);
    }

    private static FhirReply reply(int status, String contentType, String body) {
        return FhirReply.of(new HttpReply(
                status, Map.of("content-type", contentType), body.getBytes(StandardCharsets.UTF_8), Instant.EPOCH));
    }
}
