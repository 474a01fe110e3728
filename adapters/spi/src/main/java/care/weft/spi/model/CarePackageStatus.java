package care.weft.spi.model;

/** Where a care package stands. */
public enum CarePackageStatus {
    PLANNED,
    ACTIVE,
    ON_HOLD,
    ENDED,
    CANCELLED,
    ENTERED_IN_ERROR,
    UNKNOWN
}
