package care.weft.gateway.advice.rules;

/** Whether a partner was heard. */
public enum PartnerState {
    OK,
    TIMEOUT,
    /** The partner refused the caller. */
    DENIED,
    UNKNOWN,
    /** This gateway's own policy withholds the partner from the caller's role: that is told, and changes nothing else. */
    WITHHELD;

    /** Whether a change may be recorded there that nobody told of. */
    public boolean silent() {
        return switch (this) {
            case TIMEOUT, DENIED, UNKNOWN -> true;
            case OK, WITHHELD -> false;
        };
    }
}
