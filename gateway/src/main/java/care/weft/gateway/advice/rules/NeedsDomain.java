package care.weft.gateway.advice.rules;

/** What an assessment asks about. The catalogue maps each to the Single Assessment Process, the Care Act and the CHC tools. */
public enum NeedsDomain {
    PERSON_VIEW,
    CLINICAL_HISTORY,
    PREVENTION,
    MEDICATION,
    PAIN_SYMPTOMS,
    NUTRITION_HYDRATION,
    CONTINENCE,
    SKIN,
    MOBILITY_TRANSFERS,
    FALLS,
    PERSONAL_CARE,
    DOMESTIC_TASKS,
    BREATHING,
    CONSCIOUSNESS,
    SENSES,
    COMMUNICATION,
    COGNITION,
    MOOD,
    BEHAVIOUR_RISK,
    FRAILTY,
    RELATIONSHIPS,
    CARER,
    PARENTING,
    WORK_COMMUNITY,
    HOME,
    FINANCE,
    SAFEGUARDING,
    CAPACITY
}
