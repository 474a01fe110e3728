package care.weft.gateway.resilience;

import static care.weft.gateway.resilience.GuardedPartner.CALL;
import static care.weft.gateway.resilience.GuardedPartner.ENOUGH;
import static org.assertj.core.api.Assertions.assertThat;

import care.weft.spi.Fault;
import care.weft.spi.HttpReply;
import care.weft.spi.PartnerException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** Whether and when a circuit that opened closes again. */
class ProbeTests {

    private static final String OPEN = "UNAVAILABLE: circuit is open";
    private static final Duration OPEN_FOR = Duration.ofSeconds(2);

    private final GuardedPartner partner = GuardedPartner.withoutRetries();

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
    void withinFiveSecondsOfMendingItIsClosedWheneverThatHappens() {
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
}
