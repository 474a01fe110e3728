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
import care.weft.spi.PartnerException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import reactor.core.publisher.Mono;

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

    /** The token's issuer is no part of the partner, and is asked by itself. */
    @Test
    void aTokenThatCannotBeHadIsNone() {
        var issuerIsAway = GuardedPartner.withDefaults()
                .answering((_, _) -> Mono.error(PartnerException.unasked(Fault.UNAVAILABLE, "no token")));

        issuerIsAway.ask(5 * ENOUGH);

        assertThat(issuerIsAway.openCircuits()).isEmpty();
        assertThat(issuerIsAway.sent).as("not asked again each time").hasSize(5 * ENOUGH);
        assertThat(issuerIsAway.ask(CALL)).isEqualTo("UNAVAILABLE: no token");
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
