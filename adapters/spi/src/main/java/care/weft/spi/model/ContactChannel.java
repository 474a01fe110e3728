package care.weft.spi.model;

/** How person and professional meet. */
public enum ContactChannel {
    IN_PERSON,
    TELEPHONE,
    VIDEO,
    /** A channel that the partner names in other words. */
    OTHER
}
