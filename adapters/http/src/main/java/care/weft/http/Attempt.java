package care.weft.http;

import care.weft.spi.Fault;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** One request on one connection. */
final class Attempt {

    private final String target;
    private final Sinks.Empty<Void> begun = Sinks.empty();
    private volatile boolean reused;
    private volatile boolean answered;

    Attempt(String target) {
        this.target = target;
    }

    /** Path and query. */
    String target() {
        return target;
    }

    /** It has its connection. */
    void begins() {
        var _ = begun.tryEmitEmpty();
    }

    /** Completes when it has its connection. */
    Mono<Void> begun() {
        return begun.asMono();
    }

    /** It goes out on a connection that served calls before. */
    void reusing() {
        reused = true;
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
        var fault = Failures.of(failure).fault();
        return fault == Fault.UNAVAILABLE || fault == Fault.INVALID_ANSWER;
    }
}
