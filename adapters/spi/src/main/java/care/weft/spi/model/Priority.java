package care.weft.spi.model;

/** How soon a referral asks to be seen. After FHIR R4 RequestPriority. */
public enum Priority {
    ROUTINE,
    URGENT,
    /** As soon as possible: above urgent. */
    ASAP,
    /** At once. */
    STAT
}
