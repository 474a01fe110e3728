package care.weft.gateway.graphql;

import graphql.ErrorClassification;

/** The stable codes of errors, as clients see them in {@code extensions.code}. Documented in {@code schema/docs/errors.md}. */
public enum ErrorCode implements ErrorClassification {
    /** The document cannot be parsed or does not fit the schema. */
    INVALID_DOCUMENT,
    /** An argument or variable is wrong. */
    INVALID_ARGUMENT,
    /** More people are asked for than one operation may. */
    TOO_MANY_PEOPLE,
    /** No valid token. */
    UNAUTHENTICATED,
    /** The caller's roles do not allow it. */
    FORBIDDEN,
    /** No relationship to the person is established; the glass may be broken. */
    NO_RELATIONSHIP,
    /** The person objects to their records being shared; the glass may be broken. */
    OBJECTION,
    /** The person is under 18. */
    NOT_IN_SCOPE,
    /** The partner has no record with the id that was given. */
    NO_SUCH_RECORD,
    /** The partner could not say whose record it is. */
    PARTNER_DID_NOT_ANSWER,
    /** The audit could not be written, so nothing may be shown. */
    AUDIT_UNAVAILABLE,
    /** What this gateway itself keeps, such as announcements, cannot be read or written just now. */
    STORE_UNAVAILABLE,
    /** The operation as a whole took too long. */
    DEADLINE_EXCEEDED,
    /** This gateway has more to do than it can. */
    OVERLOADED,
    /** A defect of the gateway. */
    INTERNAL
}
