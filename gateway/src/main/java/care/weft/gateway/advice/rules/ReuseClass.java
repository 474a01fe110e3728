package care.weft.gateway.advice.rules;

/** Whether an instrument's result may stand in for a repeat at all. */
public enum ReuseClass {
    /** If it is valid, unchanged and may be shared. */
    CONDITIONAL,
    /** The same within one stay in one setting. */
    SETTING_BOUND,
    /** The same where the two organisations have an agreement on trusted assessors. */
    TRUSTED_ASSESSOR,
    /** It fills in a form, and satisfies nothing. */
    EVIDENCE_ONLY,
    /** A duty holder may accept it under a named legal rule; the rules here never do. */
    STATUTORY_EQUIVALENT,
    /** Earlier ones are context. */
    NEVER
}
