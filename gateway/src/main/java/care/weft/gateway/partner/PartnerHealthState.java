package care.weft.gateway.partner;

/** How a partner answers, by its latest call. */
public enum PartnerHealthState {
    /** It was not called since start. */
    UNKNOWN,
    /** It answered. */
    ANSWERING,
    /** The call failed. */
    FAILING,
    /** An operator has switched it off: it is not asked. */
    SWITCHED_OFF
}
