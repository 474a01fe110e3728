package care.weft.gateway.resilience;

import care.weft.spi.Deadline;
import care.weft.spi.Fault;
import care.weft.spi.HttpReply;
import care.weft.spi.PartnerException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * Whether a call of one partner is sent again, and when. All calls are reads, so it may be; but never one that timed out,
 * which would load most a partner that is too slow, and never one whose answer would be the same.
 */
final class Retries {

    private final ResilienceSettings settings;
    private final RetryBudget budget;
    private final DoubleSupplier chance;
    private final Scheduler scheduler;

    /**
     * Retries within the budget of one partner.
     *
     * @param chance from 0 to 1, 1 excluded
     * @param scheduler on which retries wait
     */
    Retries(ResilienceSettings settings, DoubleSupplier chance, Scheduler scheduler) {
        this.settings = settings;
        this.chance = chance;
        this.scheduler = scheduler;
        budget = new RetryBudget(settings.retryPercent(), settings.retryFloor());
    }

    /** How many retries are left just now. */
    double left() {
        return budget.left();
    }

    /** Whether there is one left for a call that did not fail; it is then taken. */
    boolean take() {
        return budget.take();
    }

    /** To be told of each call that is sent, not of the retries. */
    void called() {
        budget.called();
    }

    /**
     * What to wait for before sending the call once more; the budget has then been charged.
     *
     * @param made how often it was sent again before
     * @return empty when it is not to be sent again
     */
    Optional<Mono<Long>> after(PartnerException failure, int made, Deadline deadline) {
        return failure.fault() == Fault.UNAVAILABLE ? within(Duration.ZERO, made, deadline) : Optional.empty();
    }

    /** As {@link #after(PartnerException, int, Deadline)}. */
    Optional<Mono<Long>> after(HttpReply reply, int made, Deadline deadline) {
        var asked = reply.header("retry-after");
        boolean mayHelp = switch (reply.status()) {
            case 500, 502, 503 -> true;
            // Sent again at once, it would be refused again.
            case 429 -> asked != null;
            default -> false;
        };
        if (!mayHelp) {
            return Optional.empty();
        }
        var least = asked == null ? Duration.ZERO : RetryAfter.read(asked, reply.receivedAt());
        return least.compareTo(settings.maxRetryAfter()) > 0 ? Optional.empty() : within(least, made, deadline);
    }

    private Optional<Mono<Long>> within(Duration least, int made, Deadline deadline) {
        if (made >= settings.retries()) {
            return Optional.empty();
        }
        var wait = least.plus(jitter(made));
        return wait.compareTo(deadline.left()) < 0 && budget.take()
                ? Optional.of(Mono.delay(wait, scheduler))
                : Optional.empty();
    }

    /** Any time up to the longest, all alike, so that callers who failed together do not come back together. */
    private Duration jitter(int made) {
        var longest = settings.retryWait().multipliedBy(1L << made);
        var bounded = longest.compareTo(settings.maxRetryWait()) < 0 ? longest : settings.maxRetryWait();
        return Duration.ofNanos((long) (bounded.toNanos() * chance.getAsDouble()));
    }
}
