package care.weft.spi.model;

/** Where a stay stands. */
public enum StayState {
    PLANNED,
    /** Admitted, in hospital or intermediate care. */
    IN_HOSPITAL,
    /** Still there, with no reason to reside. */
    READY,
    DISCHARGED,
    CANCELLED,
    UNKNOWN
}
