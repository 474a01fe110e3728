package care.weft.gateway.advice.rules;

/** What may happen to a person and make an earlier assessment untrue. */
public enum EventKind {
    EMERGENCY_ADMISSION,
    ADMISSION,
    DISCHARGE,
    /** Between care settings. */
    TRANSFER,
    PROCEDURE,
    FALL,
    NEW_DIAGNOSIS,
    DETERIORATION,
    PERSON_REPORTED_CHANGE,
    MEDICATION_CHANGE,
    WEIGHT_CHANGE,
    EQUIPMENT_CHANGE,
    CARER_CHANGE,
    HOME_MOVE,
    BEREAVEMENT,
    SAFEGUARDING_CONCERN,
    DEATH
}
