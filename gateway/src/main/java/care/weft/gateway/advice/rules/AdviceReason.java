package care.weft.gateway.advice.rules;

/** Why it is advised. */
public enum AdviceReason {
    /** REUSE: every domain is covered. */
    COVERED,
    /** JOIN: a plan shares enough of what is left. */
    PLAN_SHARES,
    /** TOP_UP: some domains are covered. */
    PARTLY_COVERED,
    /** PROCEED: nothing is covered. */
    NOT_COVERED,
    /** PROCEED: less is covered than is worth a top-up. */
    TOO_LITTLE_COVERED,
    /** PROCEED: all is covered, but only the duty holder can decide, and this instrument cannot be topped up. */
    DUTY_REMAINS,
    /** PROCEED: all is covered, but a partner that may know of a change did not answer. */
    CHANGE_UNVERIFIABLE,
    /** PROCEED: it is not established that the person is who is meant. */
    IDENTITY_NOT_CONFIRMED,
    /** PROCEED: this instrument is always done anew. */
    NEVER_REUSABLE,
    /** PROCEED: it cannot wait. */
    URGENT,
    /** PROCEED: the person asked for it. */
    PERSON_ASKED,
    /** PROCEED: one partner alone records a death. */
    CONFIRM_DEATH,
    /** STOP: the register formally, or two partners, record a death. */
    DEATH
}
