package care.weft.gateway.access;

/** Why access is denied. Never depends on what a record holds. */
public enum DenialReason {
    /** No role of the caller's may read care records. */
    NO_ROLE,
    /** A person may read their own record only, or that of someone for whom they act. */
    NOT_OWN_RECORD,
    /** The caller's roles may not read this section of this partner. */
    SECTION_NOT_FOR_ROLE,
    /** The caller's roles may not read for this purpose. */
    PURPOSE_NOT_ALLOWED,
    /** The caller has no relationship to the person that would allow it. */
    NO_RELATIONSHIP,
    /** The person objects to their records being shared, or whether they do could not be read. */
    OBJECTION
}
