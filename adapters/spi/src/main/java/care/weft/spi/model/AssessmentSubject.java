package care.weft.spi.model;

/** Whose needs are assessed. */
public enum AssessmentSubject {
    PERSON,
    /** Someone who cares for the person: Care Act 2014, section 10. */
    CARER
}
