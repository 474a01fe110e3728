package care.weft.gateway.person;

/** How a record is opened without the caller's team being involved in the person's care. */
public enum ExceptionalAccess {
    /** Nothing ties the caller to the person. */
    BREAK_GLASS,
    /** The caller's organisation knows the person. */
    ORGANISATIONAL
}
