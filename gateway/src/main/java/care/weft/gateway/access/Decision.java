package care.weft.gateway.access;

/** What the access rules say. Anything but a permit denies. */
public sealed interface Decision {

    /** Allowed. */
    record Permit() implements Decision {}

    /** Not allowed, and why: for the audit and for a message that names no one. */
    record Deny(DenialReason reason) implements Decision {}
}
