package care.weft.spi.model;

/** How far an assessment has come. */
public enum AssessmentStatus {
    /** Somebody asked for it; no time is set. */
    REQUESTED,
    /** A time is set. */
    BOOKED,
    IN_PROGRESS,
    COMPLETED,
    CANCELLED,
    ENTERED_IN_ERROR,
    /** The partner's status says none of these: it never counts as done. */
    UNKNOWN
}
