package care.weft.spi;

/** How a partner's answer comes about. */
public enum DataSource {
    /** From the living system, at the time of asking. */
    LIVE,
    /** From an extract made earlier: it cannot say what is open now. */
    EXTRACT
}
