package care.weft.spi.model;

/** How much of an assessment a partner shares. */
public enum ContentLevel {
    /** That it happened: kind, dates, status. */
    METADATA,
    /** Also its result or score. */
    SCORE,
    /** Also the answers. */
    FULL
}
