package care.weft.gateway.access;

/** The roles that the access rules know. A token's other roles are ignored. */
public enum CallerRole {
    GP,
    /** A clinician of the out-of-hours service. */
    OUT_OF_HOURS_CLINICIAN,
    NURSE,
    /** Occupational therapist, physiotherapist, speech and language therapist. */
    THERAPIST,
    SOCIAL_WORKER,
    MENTAL_HEALTH_PRACTITIONER,
    DISCHARGE_COORDINATOR,
    MDT_COORDINATOR,
    /** Reception and administration of a team. */
    SUPPORT_STAFF,
    /** Of the voluntary sector. */
    LINK_WORKER,
    /** Staff of an organisation that delivers care packages. */
    CARE_PROVIDER,
    /** The person, reading their own record and no other. */
    PERSON,
    /** Someone who acts for a person, such as a carer, reading that person's record. */
    PROXY,
    /** Decides which partner's record is whose, and reads no care record. */
    IDENTITY_REVIEWER,
    /** Reviews how access was used, and reads no care record. */
    INFORMATION_GOVERNANCE_REVIEWER,
    /** Reads the audit, and no care record. */
    AUDITOR,
    /** Runs the gateway, and reads no care record. */
    OPERATOR
}
