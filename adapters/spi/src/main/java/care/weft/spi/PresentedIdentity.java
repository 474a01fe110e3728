package care.weft.spi;

/** Whose identity a partner must see in a call. */
public enum PresentedIdentity {
    /** The gateway's own. */
    SERVICE,
    /** The user's: an answer may then never be shared between users. */
    USER
}
