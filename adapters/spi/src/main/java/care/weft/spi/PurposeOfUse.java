package care.weft.spi;

/** Why a record is read. The codes are those of HL7 v3 ActReason, PurposeOfUse. */
public enum PurposeOfUse {
    /** Direct care of this person. */
    TREAT
}
