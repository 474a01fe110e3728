package care.weft.gateway.advice.rules;

/** What may satisfy an instrument. */
public enum SatisfiedBy {
    /** Another of the same family only: it is scored, statutory or of a single purpose. */
    FAMILY,
    /** Whatever asks about the domain deeply enough. */
    DOMAIN
}
