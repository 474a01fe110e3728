package care.weft.gateway.person;

import java.io.Serial;

/** A person's record may not be opened. Carries no stack trace and nothing about the person. */
public final class PersonRefused extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Reason {
        /** No role of the caller's may read this record. */
        FORBIDDEN,
        /** No relationship of the caller to the person is established. */
        NO_RELATIONSHIP,
        /** The person objects to their records being shared, or whether they do could not be read. */
        OBJECTION,
        /** The person is under 18. */
        NOT_IN_SCOPE,
        /** The operation asks for more people than one may. */
        TOO_MANY_PEOPLE,
        /** The partner has no record with the id that was given. */
        NO_SUCH_RECORD,
        /** The partner could not say whose record it is. */
        PARTNER_DID_NOT_ANSWER,
        /** What this gateway keeps of it could not be read or written. */
        STORE_UNAVAILABLE
    }

    private final Reason reason;

    /** @param message a plain sentence that names nobody */
    public PersonRefused(Reason reason, String message) {
        super(message, null, false, false);
        this.reason = reason;
    }

    static PersonRefused storeUnavailable() {
        return new PersonRefused(
                Reason.STORE_UNAVAILABLE,
                "What this gateway keeps of who may open which record cannot be read or written just now. Try again; in an"
                        + " emergency, state ETREAT in the header Purpose-Of-Use.");
    }

    public Reason reason() {
        return reason;
    }
}
