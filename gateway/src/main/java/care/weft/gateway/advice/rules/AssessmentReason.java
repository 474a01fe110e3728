package care.weft.gateway.advice.rules;

/** Why an assessment is intended. All but the first are done whatever was done before. */
public enum AssessmentReason {
    ROUTINE,
    SAFEGUARDING,
    CRISIS,
    /** After something happened, such as a fall. */
    POST_EVENT,
    EMERGENCY
}
