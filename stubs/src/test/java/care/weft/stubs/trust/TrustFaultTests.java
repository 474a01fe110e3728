package care.weft.stubs.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import care.weft.stubs.Http;
import care.weft.stubs.StubSettings;
import care.weft.stubs.Stubs;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;

class TrustFaultTests {

    private static final Stubs STUBS =
            Stubs.start(StubSettings.onFreePorts().withPeople(20).withToday(LocalDate.of(2026, 11, 21)));
    private static final TrustStub STUB = STUBS.trust();
    private static final String TOKEN = STUBS.identityProvider().partnerToken("trust");
    private static final TrustClient TRUST = new TrustClient(STUB.baseUrl(), TOKEN);
    private static final String CALL =
            "Appointment?patient=" + TRUST.patientIds("9990000107").getFirst();

    @BeforeEach
    void reset() {
        STUBS.reset();
    }

    @AfterAll
    static void close() {
        STUBS.close();
    }

    @Test
    void aFaultIsAddedThroughTheAdminApiAndRemovedAgain() {
        var fault = fault("{\"status\": 500}");

        assertThat(TRUST.get(CALL).statusCode()).isEqualTo(500);
        assertThat(TRUST.get(CALL.replace("Appointment", "Task")).statusCode()).isEqualTo(200);
        assertThat(Http.delete(STUB.adminUrl() + "/mappings/" + fault).statusCode())
                .isEqualTo(200);
        assertThat(TRUST.get(CALL).statusCode()).isEqualTo(200);
    }

    @Test
    void aFaultMayBeADelayABrokenBodyOrABrokenConnection() {
        fault("{\"status\": 200, \"fixedDelayMilliseconds\": 300}");
        var begin = System.nanoTime();
        assertThat(TRUST.get(CALL).statusCode()).isEqualTo(200);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThan(Duration.ofMillis(290));

        fault("{\"status\": 200, \"body\": \"{\\\"resourceType\\\": \\\"Bun\"}");
        assertThatThrownBy(() -> Http.json(TRUST.get(CALL))).isInstanceOf(JacksonException.class);

        for (var broken : new String[] {"MALFORMED_RESPONSE_CHUNK", "CONNECTION_RESET_BY_PEER", "EMPTY_RESPONSE"}) {
            fault("{\"fault\": \"" + broken + "\"}");
            assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> TRUST.get(CALL));
        }
    }

    @Test
    void theSystemStillAnswersWhenAllMappingsAreDeletedOrReset() {
        fault("{\"status\": 503}");
        Http.delete(STUB.adminUrl() + "/mappings");
        assertThat(TRUST.get(CALL).statusCode()).isEqualTo(200);

        fault("{\"status\": 503}");
        Http.post(STUB.adminUrl() + "/mappings/reset", "");
        assertThat(TRUST.get(CALL).statusCode()).isEqualTo(200);

        fault("{\"status\": 503}");
        STUB.reset();
        assertThat(TRUST.get(CALL).statusCode()).isEqualTo(200);
    }

    @Test
    void callsAreCountedByTypeFaultyOnesToo() {
        TRUST.get(CALL);
        TRUST.get(CALL);
        TRUST.get("Patient/nobody");
        fault("{\"status\": 500}");
        TRUST.get(CALL);

        assertThat(STUB.calls()).containsOnlyKeys("Appointment", "Patient");
        assertThat(STUB.calls("Appointment")).isEqualTo(3);
        assertThat(STUB.calls("Patient")).isEqualTo(1);
        assertThat(STUB.calls("Task")).isZero();
        STUB.reset();
        assertThat(STUB.calls()).isEmpty();
    }

    @Test
    void theJournalShowsTheCalls() {
        TRUST.get(CALL);

        assertThat(Http.json(Http.get(STUB.adminUrl() + "/requests")).get("requests"))
                .hasSize(1);
    }

    @Test
    void callsAtTheSameTimeAreSeenAndDelayedOnesDoNotWaitForEachOther() {
        // More than there are threads.
        STUB.delay(Duration.ofSeconds(1));
        callAtOnce(100);

        // A busy machine may be late with a few.
        assertThat(STUB.peakConcurrentCalls()).isBetween(80, 100);
        STUB.reset();
        TRUST.get(CALL);
        TRUST.get(CALL);
        assertThat(STUB.peakConcurrentCalls()).isEqualTo(1);
    }

    @Test
    void itListensOnTheSamePortAgain() {
        var baseUrl = STUB.baseUrl();
        fault("{\"status\": 500}");
        STUB.stop();
        STUB.stop();
        assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> TRUST.get(CALL));
        STUB.start();
        STUB.start();

        assertThat(STUB.baseUrl()).isEqualTo(baseUrl);
        assertThat(TRUST.get(CALL).statusCode()).isEqualTo(200);
    }

    @Test
    void withoutAJournalTheCallsAreStillCounted() {
        var settings = StubSettings.onFreePorts().withPeople(20).withoutJournal();
        try (var stubs = Stubs.start(settings)) {
            var trust = new TrustClient(
                    stubs.trust().baseUrl(), stubs.identityProvider().partnerToken("trust"));
            trust.get("Patient/nobody");

            assertThat(stubs.trust().calls("Patient")).isEqualTo(1);
            assertThat(Http.get(stubs.trust().adminUrl() + "/requests").body()).doesNotContain("Patient/nobody");
        }
    }

    /** Adds a fault for Appointments, without a priority of its own; gives its id. */
    private static String fault(String response) {
        var mapping = "{\"request\": {\"urlPathPattern\": \".*/Appointment\"}, \"response\": " + response + "}";
        var added = Http.post(STUB.adminUrl() + "/mappings", mapping);
        assertThat(added.statusCode()).isEqualTo(201);
        return Http.json(added).get("id").asString();
    }

    private static void callAtOnce(int calls) {
        var answers = IntStream.range(0, calls)
                .mapToObj(call -> Http.getLater(STUB.baseUrl() + "/" + CALL, "Authorization", "Bearer " + TOKEN))
                .toList();
        CompletableFuture.allOf(answers.toArray(new CompletableFuture<?>[0])).join();
        assertThat(answers)
                .allSatisfy(answer -> assertThat(answer.join().statusCode()).isEqualTo(200));
    }
}
