package care.weft.gateway.resilience;

import care.weft.spi.HttpReply;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Scheduler;

/**
 * Sends a call of one partner a second time where the answer to the first is late, and takes the answer that comes first. So that it never is
 * more load than a partner is set to bear, a second call takes a retry from the partner's budget besides.
 *
 * @see <a href="https://research.google/pubs/the-tail-at-scale/">Dean, Barroso: The Tail at Scale</a>
 */
final class Hedging {

    private final boolean off;
    private final RetryBudget budget;
    private final Retries retries;
    private final Clock clock;
    private final Scheduler scheduler;

    /** @param clock that no correction moves */
    Hedging(ResilienceSettings settings, Retries retries, Clock clock, Scheduler scheduler) {
        off = settings.hedgePercent() == 0;
        budget = new RetryBudget(settings.hedgePercent(), 0);
        this.retries = retries;
        this.clock = clock;
        this.scheduler = scheduler;
    }

    /** One call that may be sent a second time. */
    final class Hedged {

        private final Circuit circuit;
        private final Sinks.Empty<Void> sent = Sinks.empty();
        private volatile @Nullable Instant at;
        private volatile boolean over;

        Hedged(Circuit circuit) {
            this.circuit = circuit;
        }

        /** The first try has its connection and its turn, and goes out; a second time, where a fresh token or connection was wanted. */
        void sends() {
            if (at == null) {
                at = clock.instant();
                var _ = sent.tryEmitEmpty();
            }
        }

        /** The first try has ended: what failed, is for retries to send again, or for nobody. */
        void ended() {
            over = true;
        }

        /** The first try was answered as it should be. */
        void answered() {
            var begun = at;
            if (begun != null) {
                circuit.answerTimes().took(Duration.between(begun, clock.instant()));
            }
        }

        /** @param second sends it once more, to end without a word where that may not be */
        Mono<HttpReply> answer(Mono<HttpReply> first, Supplier<Mono<HttpReply>> second) {
            if (off) {
                return first;
            }
            budget.called();
            return circuit.answerTimes()
                    .late()
                    .map(late -> Mono.firstWithSignal(
                            first,
                            sent.asMono()
                                    .then(Mono.delay(late, scheduler))
                                    .filter(_ -> !over && circuit.level() == 0 && budget.take() && retries.take())
                                    .flatMap(_ -> second.get())
                                    .filter(HttpReply::successful)
                                    .onErrorComplete()
                                    // The first would have taken so long at least.
                                    .doOnNext(_ -> answered())
                                    .switchIfEmpty(Mono.never())))
                    .orElse(first);
        }
    }
}
