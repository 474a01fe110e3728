package care.weft.spi.model;

/** What somebody is to a person. */
public enum RelationshipKind {
    /** Cares for the person without being paid for it. */
    CARER,
    /** Is cared for by the person. */
    CARED_FOR,
    /** To be told first. */
    NEXT_OF_KIN,
    /** To be called in an emergency. */
    EMERGENCY_CONTACT,
    /** May decide for the person by law: attorney, deputy, guardian. */
    LEGAL_AUTHORITY,
    /** Any other. */
    OTHER
}
