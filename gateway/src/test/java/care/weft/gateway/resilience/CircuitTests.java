package care.weft.gateway.resilience;

import static care.weft.gateway.resilience.GuardedPartner.CALL;
import static care.weft.gateway.resilience.GuardedPartner.ELSEWHERE;
import static care.weft.gateway.resilience.GuardedPartner.ENOUGH;
import static care.weft.gateway.resilience.GuardedPartner.HOME;
import static care.weft.gateway.resilience.GuardedPartner.OTHER_CALL;
import static care.weft.gateway.resilience.GuardedPartner.reply;
import static org.assertj.core.api.Assertions.assertThat;

import care.weft.spi.Deadline;
import care.weft.spi.Fault;
import care.weft.spi.HttpCall;
import care.weft.spi.HttpReply;
import care.weft.spi.PartnerException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

@ExtendWith(OutputCaptureExtension.class)
class CircuitTests {

    private static final String OPEN = "UNAVAILABLE: circuit is open";
    private static final Duration OPEN_FOR = Duration.ofSeconds(2);

    private final GuardedPartner partner = GuardedPartner.withoutRetries();

    @ParameterizedTest
    @ValueSource(ints = {500, 501, 502, 503, 504, 408})
    void failuresByStatusOpenTheCircuitAndNothingMoreIsSent(int status) {
        partner.answering(status).ask(ENOUGH - 1);
        assertThat(partner.openCircuits()).isEmpty();
        partner.ask(1);

        assertThat(partner.openCircuits()).containsExactly("trust/Patient");
        assertThat(partner.ask(CALL)).isEqualTo(OPEN);
        assertThat(partner.sent).hasSize(ENOUGH);
    }

    @ParameterizedTest
    @EnumSource(names = {"TIMED_OUT", "UNAVAILABLE"})
    void failuresWithoutAnAnswerOpenIt(Fault fault) {
        partner.failing(fault).ask(ENOUGH);

        assertThat(partner.ask(CALL)).isEqualTo(OPEN);
        assertThat(partner.sent).hasSize(ENOUGH);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 301, 400, 401, 403, 404, 429})
    void everyOtherAnswerShowsThatItAnswers(int status) {
        partner.answering(status).ask(5 * ENOUGH);

        assertThat(partner.openCircuits()).isEmpty();
        assertThat(partner.sent).hasSize(5 * ENOUGH);
    }

    @ParameterizedTest
    @EnumSource(names = {"REFUSED", "RATE_LIMITED", "INVALID_ANSWER"})
    void whatIsNoFailureOfThePartnerIsNone(Fault fault) {
        partner.failing(fault).ask(5 * ENOUGH);

        assertThat(partner.openCircuits()).isEmpty();
        assertThat(partner.ask(CALL)).isEqualTo(fault + ": as told");
    }

    @Test
    void aTimeOutOfTheCallersOwnDeadlineIsNone() {
        partner.within(Duration.ZERO).failing(Fault.TIMED_OUT).ask(5 * ENOUGH);

        assertThat(partner.openCircuits()).isEmpty();
        assertThat(partner.sent).hasSize(5 * ENOUGH);
    }

    @Test
    void aDefectIsHandedOnAndIsNone() {
        partner.answering((_, _) -> Mono.error(new IllegalStateException("a defect")))
                .ask(5 * ENOUGH);

        assertThat(partner.openCircuits()).isEmpty();
        assertThat(partner.ask(CALL)).contains("a defect");
    }

    @Test
    void halfOfTheLatestCallsOpenItAndFewerDoNot() {
        for (int call = 0; call < 100; call++) {
            partner.answering(call % 5 < 3 ? 200 : 500).ask(1);
        }
        assertThat(partner.openCircuits()).isEmpty();

        partner.answering(500).ask(ENOUGH);
        assertThat(partner.openCircuits()).hasSize(1);
    }

    @Test
    void oneOperationCostsItselfAlone() {
        partner.answering((_, call) -> Mono.just(reply(call.equals(CALL) ? 500 : 200)))
                .ask(ENOUGH);

        assertThat(partner.ask(CALL)).isEqualTo(OPEN);
        assertThat(partner.ask(OTHER_CALL)).isEqualTo("200");
    }

    @Test
    void oneEndpointCostsItselfAlone() {
        partner.answering((endpoint, _) -> Mono.just(reply(endpoint.equals(ELSEWHERE) ? 500 : 200)));
        var deadline = Deadline.in(Duration.ofMinutes(1));
        for (int call = 0; call < ENOUGH; call++) {
            partner.ended(partner.at(ELSEWHERE).send(CALL, deadline));
        }

        assertThat(partner.openCircuits()).containsExactly("P84009/Patient");
        assertThat(partner.ended(partner.at(ELSEWHERE).send(CALL, deadline))).isEqualTo(OPEN);
        assertThat(partner.ask(CALL)).isEqualTo("200");
        assertThat(partner.ended(partner.at(ELSEWHERE).at(HOME).send(CALL, deadline)))
                .isEqualTo("200");
    }

    @Test
    void aLinkCountsWithTheOperationThatItGoesOnWith() {
        partner.answering(500).ask(ENOUGH);

        assertThat(partner.ask(HttpCall.get("https://trust.example/fhir/Patient?page=2")))
                .isEqualTo(OPEN);
    }

    @Test
    void whatAPartnerWritesInALinkNamesNoOperation() {
        partner.answering(500);
        for (int link = 0; link < ENOUGH; link++) {
            partner.ask(HttpCall.get("https://trust.example/fhir/999" + link + "/page"));
            partner.ask(HttpCall.get("HTTPS://trust.example/999" + link));
        }

        assertThat(partner.openCircuits()).containsExactly("trust/other");
    }

    @Test
    void anAdapterThatNamesTooManyOperationsDoesNotFillTheMemory() {
        for (int operation = 0; operation < 3 * Circuits.MOST_OPERATIONS; operation++) {
            partner.ask(HttpCall.get("Operation" + operation + "?x"));
        }

        assertThat(partner.registry.find("weft.partner.circuit").gauges())
                .hasSizeLessThanOrEqualTo(Circuits.MOST_OPERATIONS + 1);
    }

    @Test
    void itStaysOpenForItsTimeAndThenLetsAFewProbesThrough() {
        partner.answering(500).ask(ENOUGH);
        partner.answering((_, _) -> Mono.never());
        partner.forward(OPEN_FOR.minusMillis(1));
        assertThat(partner.ask(CALL)).isEqualTo(OPEN);
        partner.forward(Duration.ofMillis(2));
        partner.sent.clear();

        var probes = new ArrayList<Disposable>();
        for (int probe = 0; probe < 3; probe++) {
            probes.add(partner.send(CALL).subscribe());
        }

        assertThat(partner.sent).hasSize(3);
        assertThat(partner.ask(CALL)).isEqualTo(OPEN);
        assertThat(partner.level("trust", "Patient")).isEqualTo(1);
        assertThat(partner.openCircuits()).containsExactly("trust/Patient");

        // Probes whose clients leave are not lost.
        probes.forEach(Disposable::dispose);
        partner.answering(200).ask(3);
        assertThat(partner.openCircuits()).isEmpty();
    }

    @Test
    void itClosesWhenProbesAreAnswered() {
        partner.answering(500).ask(ENOUGH);
        partner.answering(200);
        partner.forward(OPEN_FOR.plusMillis(1));

        partner.ask(3);

        assertThat(partner.openCircuits()).isEmpty();
        partner.sent.clear();
        partner.ask(ENOUGH);
        assertThat(partner.sent).hasSize(ENOUGH);
    }

    @Test
    void itOpensAgainWhenProbesFail() {
        partner.answering(500).ask(ENOUGH);
        partner.forward(OPEN_FOR.plusMillis(1));
        partner.ask(3);

        assertThat(partner.ask(CALL)).isEqualTo(OPEN);
        assertThat(partner.sent).hasSize(ENOUGH + 3);
    }

    @Test
    void withinFiveSecondsOfMendingItIsClosedWhenverThatHappens() {
        for (int trouble = 0; trouble < 40; trouble++) {
            partner.answering(500);
            for (int step = 0; step < 30 + trouble; step++) {
                partner.ask(1);
                partner.forward(Duration.ofMillis(100));
            }
            partner.answering(200);
            int steps = 0;
            while (!partner.ask(CALL).equals("200") || !partner.openCircuits().isEmpty()) {
                partner.forward(Duration.ofMillis(100));
                steps++;
            }
            assertThat(steps).isLessThan(50);
        }
    }

    @Test
    void aCancelledCallCountsAsNothing() {
        partner.answering((_, _) -> Mono.never());
        for (int call = 0; call < 5 * ENOUGH; call++) {
            partner.send(CALL).subscribe().dispose();
        }
        assertThat(partner.openCircuits()).isEmpty();

        // Nor as a success: the next failures are judged as if there had been no calls.
        partner.answering(500).ask(ENOUGH - 1);
        assertThat(partner.openCircuits()).isEmpty();
        partner.ask(1);
        assertThat(partner.openCircuits()).hasSize(1);
    }

    @Test
    void whatWasSentBeforeItOpenedDoesNotKeepItOpen() {
        var slow = Sinks.<HttpReply>one();
        partner.answering((_, _) -> slow.asMono());
        for (int call = 0; call < ENOUGH; call++) {
            partner.send(CALL).subscribe(_ -> {}, _ -> {});
        }
        partner.answering(500).ask(ENOUGH);
        partner.forward(OPEN_FOR.plusMillis(1));
        partner.answering(200).ask(1);

        slow.tryEmitError(new PartnerException(Fault.TIMED_OUT, "too slow")).orThrow();

        partner.ask(2);
        assertThat(partner.openCircuits()).isEmpty();
    }

    @Test
    void clientsThatLeaveWithWhatWasSentBeforeItOpenedMakeNoFurtherProbes() {
        partner.answering((_, _) -> Mono.never());
        var before = new ArrayList<Disposable>();
        for (int call = 0; call < ENOUGH; call++) {
            before.add(partner.send(CALL).subscribe());
        }
        partner.answering(500).ask(ENOUGH);
        partner.forward(OPEN_FOR.plusMillis(1));
        partner.answering((_, _) -> Mono.never()).sent.clear();
        partner.send(CALL).subscribe();

        before.forEach(Disposable::dispose);

        for (int call = 0; call < ENOUGH; call++) {
            partner.send(CALL).subscribe(_ -> {}, _ -> {});
        }
        assertThat(partner.sent).hasSize(3);
    }

    @Test
    void probesOfManyThreadsAtOnceAreNeverLost() {
        for (int trouble = 0; trouble < 50; trouble++) {
            partner.answering(500).ask(2 * ENOUGH);
            partner.answering(200);
            partner.forward(OPEN_FOR.plusMillis(1));
            try (var threads = Executors.newFixedThreadPool(4)) {
                for (int call = 0; call < 40; call++) {
                    threads.execute(() -> partner.send(CALL).subscribe(_ -> {}, _ -> {}));
                }
            }
            assertThat(partner.openCircuits()).isEmpty();
        }
    }

    @Test
    void anEmptyEndKeepsNoTurn() {
        partner.answering(500).ask(ENOUGH);
        partner.forward(OPEN_FOR.plusMillis(1));
        partner.answering((_, _) -> Mono.empty());
        for (int call = 0; call < ENOUGH; call++) {
            partner.send(CALL).subscribe();
        }

        partner.answering(200).ask(3);
        assertThat(partner.openCircuits()).isEmpty();
    }

    @Test
    void metricsAndTheLogSayWhenItOpensAndCloses(CapturedOutput output) {
        partner.ask(1);
        assertThat(partner.level("trust", "Patient")).isEqualTo(0);

        partner.answering(500).ask(2 * ENOUGH);
        assertThat(partner.level("trust", "Patient")).isEqualTo(2);
        partner.forward(OPEN_FOR.plusMillis(1));
        partner.ask(3);
        partner.forward(OPEN_FOR.plusMillis(1));
        partner.answering(200).ask(3);
        assertThat(partner.level("trust", "Patient")).isEqualTo(0);

        assertThat(output.getOut().lines().filter(line -> line.contains("ircuit")))
                .satisfiesExactly(
                        line -> assertThat(line)
                                .contains("INFO")
                                .endsWith(
                                        "Circuit trust/Patient of partner trust opened: its calls fail at once, but for"
                                                + " probes"),
                        line -> assertThat(line)
                                .contains("INFO")
                                .endsWith("Circuit trust/Patient of partner trust closed: it answers again"));
    }

    @Test
    void nothingIsSentBeforeItIsAskedFor() {
        var sending = partner.send(CALL);
        assertThat(partner.sent).isEmpty();

        assertThat(partner.ended(sending)).isEqualTo("200");
        assertThat(partner.ended(sending)).isEqualTo("200");
        assertThat(partner.sent).containsExactly("trust GET Patient/…", "trust GET Patient/…");
    }

    @Test
    void failuresKeepTheirOwnWords() {
        partner.answering((_, _) -> Mono.error(new PartnerException(Fault.TIMED_OUT, "too slow")));
        assertThat(partner.ask(CALL)).isEqualTo("TIMED_OUT: too slow");
    }
}
