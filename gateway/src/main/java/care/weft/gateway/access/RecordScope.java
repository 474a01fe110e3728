package care.weft.gateway.access;

/** Which of a section's records a rule is about. */
public enum RecordScope {
    /** All of them. */
    ALL,
    /** Those of an organisation that the caller acts for. */
    OWN_SERVICE,
    /** Care packages that an organisation delivers which the caller acts for. */
    DELIVERED
}
