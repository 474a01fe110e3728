package care.weft.gateway.fanout;

import care.weft.gateway.partner.Partner;
import care.weft.spi.Deadline;
import care.weft.spi.Fault;
import care.weft.spi.PartnerException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * One call of an adapter, kept within bounds: it ends at its deadline or when the client has left, and whatever an adapter
 * throws becomes a {@link PartnerException}.
 */
final class PartnerCall {

    private static final Logger log = LoggerFactory.getLogger(PartnerCall.class);

    /** Calls end themselves at their deadline; cut off in the very moment, they would complain that nobody listens any more. */
    private static final Duration AFTER_ITS_OWN = Duration.ofMillis(50);

    /** Clients count the time themselves: one that is this early goes by the deadline too. */
    private static final Duration AS_GOOD_AS_OVER = Duration.ofMillis(50);

    private PartnerCall() {}

    /**
     * One call with one answer, which alone says how the partner is.
     *
     * @param what is asked for, for the log
     * @return exactly one; an error is always a {@link PartnerException}, of which the log was told; no signal any more once the
     *     client has left
     */
    static <T> Mono<T> one(Operation operation, Partner partner, String what, Supplier<Mono<T>> call) {
        return one(partner, many(operation, partner, call))
                .doOnError(
                        PartnerException.class, failed -> operation.troubles().tell(partner, what, failed));
    }

    /** The one answer of a call, which alone says how the partner is. */
    static <T> Mono<T> one(Partner partner, Flux<T> call) {
        return call.next()
                .switchIfEmpty(Mono.error(() -> new PartnerException(Fault.INVALID_ANSWER, "the adapter said nothing")))
                .doOnNext(_ -> partner.answered())
                .doOnError(PartnerException.class, failed -> {
                    if (failed.asked()) {
                        partner.failed();
                    }
                });
    }

    /**
     * One call that may answer several times.
     *
     * @return the call's elements as they arrive; an error is always a {@link PartnerException}; no signal any more once the
     *     client has left
     */
    static <T> Flux<T> many(Operation operation, Partner partner, Supplier<? extends Publisher<T>> call) {
        return unlessAbandoned(operation, until(operation.deadline(), partner, call));
    }

    /** A call that has its own deadline, until the client has left: there is no signal any more then. */
    static <T> Flux<T> unlessAbandoned(Operation operation, Flux<T> call) {
        return call.takeUntilOther(operation.abandoned())
                // Once the client has left nobody waits: no answer at all is the cheapest, and nothing is logged of it.
                .concatWith(Flux.defer(() -> operation.isAbandoned() ? Flux.never() : Flux.empty()));
    }

    /**
     * The same, for nobody in particular: it ends at its deadline, or when whoever waits for it has left.
     *
     * @return the call's elements as they arrive; an error is always a {@link PartnerException}
     */
    static <T> Flux<T> until(Deadline deadline, Partner partner, Supplier<? extends Publisher<T>> call) {
        return Flux.defer(() -> {
            // takeUntilOther cancels the call when its other ends, but not when its other fails: so the time only ends,
            // and what that means is said afterwards.
            var expired = new AtomicBoolean();
            var time = Mono.delay(deadline.left().plus(AFTER_ITS_OWN)).doOnNext(_ -> expired.set(true));
            return Flux.defer(call)
                    .takeUntilOther(time)
                    .concatWith(Flux.defer(() -> expired.get() ? Flux.error(timedOut()) : Flux.empty()))
                    .onErrorMap(error -> partnerException(partner, error));
        });
    }

    /** Whether a call failed because the time of whoever began it was over, and not because the partner was slow. */
    static boolean isCutShort(@Nullable PartnerException failed, @Nullable Deadline deadline) {
        return failed != null
                && failed.fault() == Fault.TIMED_OUT
                && (!failed.asked() || (deadline != null && deadline.left().compareTo(AS_GOOD_AS_OVER) < 0));
    }

    private static PartnerException timedOut() {
        return new PartnerException(Fault.TIMED_OUT, "no whole answer in time");
    }

    private static PartnerException partnerException(Partner partner, Throwable error) {
        if (error instanceof PartnerException known) {
            return known;
        }
        if (error instanceof TimeoutException) {
            return timedOut();
        }
        // A defect in an adapter costs its own partner only. Its message may hold personal data: the type must do.
        log.error(
                "Adapter of partner {} failed with {}",
                partner.id(),
                error.getClass().getName());
        return new PartnerException(Fault.INVALID_ANSWER, "the adapter failed");
    }
}
