package care.weft.gateway.advice.rules;

/** How it is known that an assessment covers a domain. */
public enum CoverageBasis {
    /** The partner says so. */
    STATED,
    /** The catalogue says that the instrument does. */
    INFERRED
}
