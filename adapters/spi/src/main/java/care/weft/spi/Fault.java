package care.weft.spi;

/** Why a partner could not answer. The first question is whether asking again may help. */
public enum Fault {
    /** No whole answer in time. Asking again may help. */
    TIMED_OUT(true),
    /** No connection, a broken one, or a 5xx. Asking again may help. */
    UNAVAILABLE(true),
    /** The partner said that it is asked too often. Asking again later may help. */
    RATE_LIMITED(true),
    /** It answered, but the answer as a whole cannot be read or trusted. */
    INVALID_ANSWER(false),
    /** It refused the gateway or the caller: 401, 403. */
    REFUSED(false);

    private final boolean retryable;

    Fault(boolean retryable) {
        this.retryable = retryable;
    }

    public boolean retryable() {
        return retryable;
    }
}
