package care.weft.spi;

/** By what a partner finds a person. */
public enum LookupKey {
    /** The NHS number is enough. */
    NHS_NUMBER,
    /** The partner's own id, which {@link Locates} finds. */
    LOCAL_ID,
    /** The partner lists work and has no search by person. */
    WORKLIST,
    /** An extract indexed here. */
    EXTRACT
}
