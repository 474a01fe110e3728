package care.weft.gateway.access;

/** The roles that the access rules know. A token's other roles are ignored. */
public enum CallerRole {
    GP,
    NURSE,
    SOCIAL_WORKER,
    MENTAL_HEALTH_PRACTITIONER,
    MDT_COORDINATOR,
    LINK_WORKER,
    /** The person, reading their own record and no other. */
    PERSON,
    /** Reads the audit, and no care record. */
    AUDITOR,
    /** Runs the gateway, and reads no care record. */
    OPERATOR
}
