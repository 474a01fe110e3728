package care.weft.spi;

/** Why a record is read. The codes are those of HL7 v3 ActReason, PurposeOfUse. Further ones may be added. */
public enum PurposeOfUse {
    /** Direct care of this person. */
    TREAT,
    /** Emergency treatment of this person. */
    ETREAT,
    /** Care of this person whose record was opened without a recorded relationship. */
    BTG,
    /** The person, or someone who acts for them, asks for their record. */
    PATRQT,
    /** Running the service. */
    HOPERAT,
    /** Research. */
    HRESCH
}
