package care.weft.spi.model;

/** A label by which a partner says that a record is to be shown to fewer people than others of its section. */
public enum Confidentiality {
    /** {@code R} of HL7's code system Confidentiality: to be shown on a need to know. */
    RESTRICTED,
    /** {@code V} of the same: to be shown to those alone whom the partner itself names. */
    VERY_RESTRICTED,
    /** {@code NOPAT} of HL7's ActCode, as GP Connect has it: not to be shown to the person, family or carers. */
    NOT_FOR_PERSON
}
