package care.weft.gateway.person;

/** How an involvement is known. */
public enum InvolvementBasis {
    /** A partner states it in as many words. */
    STATED,
    /** It follows from another record. */
    INFERRED
}
