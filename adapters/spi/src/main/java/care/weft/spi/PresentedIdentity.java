package care.weft.spi;

/** Whose identity a partner must see in a call. */
public enum PresentedIdentity {
    /** The gateway's own. Where the partner's settings have a token exchange the gateway takes it for {@link #USER} all the same. */
    SERVICE,
    /** The user's: an answer may then never be shared between users. */
    USER
}
