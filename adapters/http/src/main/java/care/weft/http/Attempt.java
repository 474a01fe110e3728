package care.weft.http;

import care.weft.spi.Fault;

/** One request on one connection. */
final class Attempt {

    private final String target;
    private volatile boolean reused;
    private volatile boolean answered;

    Attempt(String target) {
        this.target = target;
    }

    /** Path and query. */
    String target() {
        return target;
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
     * Whether it failed for no other reason than that the partner had closed an idle connection, as far as can be told.
     */
    boolean metStaleConnection(Throwable failure) {
        return reused && !answered && Failures.of(failure).fault() == Fault.UNAVAILABLE;
    }
}
