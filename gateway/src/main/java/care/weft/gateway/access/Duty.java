package care.weft.gateway.access;

/** What a role may do beside reading records. */
public enum Duty {
    /** Read who has seen what. */
    READ_AUDIT,
    /** Decide which partner's record is whose. */
    REVIEW_IDENTITY,
    /** Review records that were opened without a relationship. */
    REVIEW_BREAK_GLASS,
    /** Open a record without a relationship. */
    BREAK_GLASS,
    /** Take down that somebody objects to their records being shared, or does no more. */
    RECORD_OBJECTIONS,
    /** Announce an assessment, and say what came of advice. */
    ASSESS,
    /** Read figures of a neighbourhood, without names. */
    READ_FIGURES
}
