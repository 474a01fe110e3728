package care.weft.gateway.access;

/** Why access is denied. Never depends on what a record holds. */
public enum DenialReason {
    /** No role of the caller's may read care records. */
    NO_ROLE,
    /** A person may read their own record only. */
    NOT_OWN_RECORD,
    /** The caller's roles may not read this section. */
    SECTION_NOT_FOR_ROLE
}
