package care.weft.http;

import java.time.Duration;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** One request on one connection. */
final class Attempt {

    /**
     * Servers keep an idle connection for seconds at least. One that is closed sooner after its last answer was not closed for
     * being idle: its partner is in trouble, and calls that are sent again are then a matter of the caller's budget.
     */
    private static final Duration LONG_IDLE = Duration.ofMillis(500);

    private final String target;
    private final Sinks.Empty<Void> begun = Sinks.empty();
    private volatile boolean reused;
    private volatile boolean longIdle;
    private volatile boolean answered;

    Attempt(String target) {
        this.target = target;
    }

    /** Path and query. */
    String target() {
        return target;
    }

    /** It has its connection and its turn. */
    void begins() {
        var _ = begun.tryEmitEmpty();
    }

    /** Completes when it has its connection and its turn. */
    Mono<Void> begun() {
        return begun.asMono();
    }

    /** It goes out on a connection that served calls before, the last of them so long ago. */
    void reusing(Duration idle) {
        reused = true;
        longIdle = idle.compareTo(LONG_IDLE) >= 0;
    }

    /** The head of the answer has come. */
    void answered() {
        answered = true;
    }

    /**
     * Whether it failed for no other reason than the connection's past, as far as can be told: the partner had closed it while
     * it was idle, or something of an earlier answer came late.
     */
    boolean metStaleConnection(Throwable failure) {
        if (!reused || answered) {
            return false;
        }
        return switch (Failures.of(failure).fault()) {
            case UNAVAILABLE -> longIdle;
            case INVALID_ANSWER -> true;
            case TIMED_OUT, RATE_LIMITED, REFUSED -> false;
        };
    }
}
