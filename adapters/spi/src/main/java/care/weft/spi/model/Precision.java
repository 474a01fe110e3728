package care.weft.spi.model;

/** How exactly a source states a moment. */
public enum Precision {
    YEAR,
    MONTH,
    DAY,
    /** To the minute or finer. */
    TIME
}
