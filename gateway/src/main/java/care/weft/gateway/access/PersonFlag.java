package care.weft.gateway.access;

/** What is known of a person that bears on who may see what of them. */
public enum PersonFlag {
    /** The register marks the record so that the person's whereabouts must not be told. */
    RESTRICTED,
    /** The person objects to their records being shared here. */
    OBJECTION
}
