package care.weft.gateway.advice.rules;

/** What to do first. */
public enum AdviceAction {
    /** Ask the person whether anything changed. */
    CONFIRM_NO_CHANGE,
    /** Come to what is booked. */
    ATTEND,
    /** Ring the team that is at it. */
    CONTACT_TEAM
}
