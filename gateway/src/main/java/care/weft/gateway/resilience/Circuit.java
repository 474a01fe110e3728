package care.weft.gateway.resilience;

import care.weft.spi.Fault;
import care.weft.spi.PartnerException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.micrometer.core.instrument.Counter;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/** The circuit of one operation at one endpoint: closed while it answers, open while it does not. */
final class Circuit {

    private final CircuitBreaker breaker;
    private final Counter retries;
    private final Counter hedges;
    private final Duration patience;
    private final AtomicLong answers = new AtomicLong();
    private final AnswerTimes answerTimes = new AnswerTimes();

    /** @param patience how long a call waits at least before its partner may be called silent */
    Circuit(CircuitBreaker breaker, Duration patience, Counter retries, Counter hedges) {
        this.breaker = breaker;
        this.patience = patience;
        this.retries = retries;
        this.hedges = hedges;
    }

    /**
     * To be asked before each call: empty when it is not to be sent. What came of it must be told to the turn.
     *
     * @param left how long its caller waits for an answer
     */
    Optional<Turn> turn(Duration left) {
        return breaker.tryAcquirePermission() ? Optional.of(new Turn(left)) : Optional.empty();
    }

    /** To be told of each call that is sent again. */
    void retried() {
        retries.increment();
    }

    /** To be told of each call that is sent a second time beside the first. */
    void hedged() {
        hedges.increment();
    }

    AnswerTimes answerTimes() {
        return answerTimes;
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
        private final Duration left;
        private final long answersBefore = answers.get();
        private volatile boolean sent;

        private Turn(Duration left) {
            this.left = left;
        }

        /** Whether the call may still be sent: others that were sent before it may have opened the circuit meanwhile. */
        boolean lasts() {
            return probe || breaker.getState() == State.CLOSED;
        }

        /**
         * Whether it came with time enough for an answer and has waited so long for its connection that there is not. Were it sent all the same,
         * then under more calls than a partner takes each would be sent just before its time is over, and none answered.
         *
         * @param leftNow how long its caller still waits
         */
        boolean waitedTooLong(Duration leftNow) {
            return answerTimes
                    .usual()
                    .map(usual -> left.compareTo(usual) >= 0 && leftNow.compareTo(usual) < 0)
                    .orElse(false);
        }

        /** The call has its connection and goes out. */
        void sends() {
            sent = true;
        }

        /** The partner answered, whatever it said. */
        void answered() {
            answers.incrementAndGet();
            if (ends()) {
                breaker.onSuccess(0, TimeUnit.NANOSECONDS);
            }
        }

        void failed() {
            if (ends()) {
                breaker.onError(0, TimeUnit.NANOSECONDS, new PartnerException(Fault.UNAVAILABLE, "failed"));
            }
        }

        /**
         * Its caller's deadline cut it off. Most of that time it may have waited for our own connections, and that says nothing of
         * the partner while others are answered. But where many ask one that hangs, all wait so long for a connection that nearly all end
         * like this: a circuit that counted none of them would stay closed for as long as many ask.
         */
        void cutOff() {
            if (sent && left.compareTo(patience) >= 0 && answers.get() == answersBefore) {
                failed();
            } else {
                released();
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
