package care.weft.gateway.advice;

/** What a reader made of advice. */
public enum AdviceOutcome {
    /** They did as advised. */
    FOLLOWED,
    /** They did otherwise, and said why. */
    OVERRIDDEN,
    /** The assessment is not needed any more, for whatever reason. */
    NO_LONGER_NEEDED
}
