package care.weft.gateway.resilience;

import care.weft.spi.Fault;
import care.weft.spi.PartnerException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.micrometer.core.instrument.Counter;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** The circuit of one operation at one endpoint: closed while it answers, open while it does not. */
final class Circuit {

    private final CircuitBreaker breaker;
    private final Counter retries;
    private final Counter hedges;
    private final Lateness lateness = new Lateness();

    Circuit(CircuitBreaker breaker, Counter retries, Counter hedges) {
        this.breaker = breaker;
        this.retries = retries;
        this.hedges = hedges;
    }

    /** To be asked before each call: empty when it is not to be sent. What came of it must be told to the turn. */
    Optional<Turn> turn() {
        return breaker.tryAcquirePermission() ? Optional.of(new Turn()) : Optional.empty();
    }

    /** To be told of each call that is sent again. */
    void retried() {
        retries.increment();
    }

    /** To be told of each call that is sent a second time beside the first. */
    void hedged() {
        hedges.increment();
    }

    Lateness lateness() {
        return lateness;
    }

    /** 0 closed, 1 half-open, 2 open. */
    int level() {
        return switch (breaker.getState()) {
            case CLOSED, DISABLED, METRICS_ONLY -> 0;
            case HALF_OPEN -> 1;
            case OPEN, FORCED_OPEN -> 2;
        };
    }

    /** The endpoint and the operation, such as {@code trust/Patient}. */
    String name() {
        return breaker.getName();
    }

    /** One call let through. The first that is told of it counts, the rest does nothing. */
    final class Turn {

        private final AtomicBoolean over = new AtomicBoolean();
        private final boolean probe = breaker.getState() == State.HALF_OPEN;

        /** Whether the call may still be sent: others that were sent before it may have opened the circuit meanwhile. */
        boolean lasts() {
            return probe || breaker.getState() == State.CLOSED;
        }

        /** The partner answered, whatever it said. */
        void answered() {
            if (ends()) {
                breaker.onSuccess(0, TimeUnit.NANOSECONDS);
            }
        }

        void failed() {
            if (ends()) {
                breaker.onError(0, TimeUnit.NANOSECONDS, new PartnerException(Fault.UNAVAILABLE, "failed"));
            }
        }

        /** Nothing was learnt of the partner. */
        void released() {
            if (ends()) {
                breaker.releasePermission();
            }
        }

        /** While probes decide, what was sent before the circuit opened has no say. */
        private boolean ends() {
            return over.compareAndSet(false, true) && (probe || breaker.getState() != State.HALF_OPEN);
        }
    }
}
