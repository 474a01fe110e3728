package care.weft.gateway.fanout;

import care.weft.spi.Fault;

/**
 * What came of asking one partner for one section of one person's record. The published meaning of each, and what it does to
 * completeness, is in {@code schema/docs/completeness.md}.
 */
public enum Outcome {
    ANSWERED,
    PARTIAL,
    NO_RECORD,
    NOTHING_RELEASED,
    NOT_LINKED,
    TIMED_OUT,
    UNAVAILABLE,
    RATE_LIMITED,
    INVALID_ANSWER,
    REFUSED,
    WITHHELD,
    SWITCHED_OFF,
    NOT_NEEDED,
    NOT_OFFERED;

    /** Whether asking again soon may help. Of an answer in part, only the answer itself can say it. */
    public boolean retryable() {
        return switch (this) {
            case TIMED_OUT, UNAVAILABLE, RATE_LIMITED -> true;
            case ANSWERED,
                    PARTIAL,
                    NO_RECORD,
                    NOTHING_RELEASED,
                    NOT_LINKED,
                    INVALID_ANSWER,
                    REFUSED,
                    WITHHELD,
                    SWITCHED_OFF,
                    NOT_NEEDED,
                    NOT_OFFERED -> false;
        };
    }

    /** Whether the partner was asked and said something, whatever it was. */
    boolean answered() {
        return switch (this) {
            case ANSWERED, PARTIAL, NO_RECORD, NOTHING_RELEASED, NOT_LINKED, REFUSED -> true;
            case TIMED_OUT,
                    UNAVAILABLE,
                    RATE_LIMITED,
                    INVALID_ANSWER,
                    WITHHELD,
                    SWITCHED_OFF,
                    NOT_NEEDED,
                    NOT_OFFERED -> false;
        };
    }

    static Outcome of(Fault fault) {
        return switch (fault) {
            case TIMED_OUT -> TIMED_OUT;
            case UNAVAILABLE -> UNAVAILABLE;
            case RATE_LIMITED -> RATE_LIMITED;
            case INVALID_ANSWER -> INVALID_ANSWER;
            case REFUSED -> REFUSED;
        };
    }
}
