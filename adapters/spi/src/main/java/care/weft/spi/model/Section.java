package care.weft.spi.model;

/** A part of a record that is read, decided on and reported as one. */
public enum Section {
    /** Who the person is and how to reach them. */
    DEMOGRAPHICS,
    /** Booked, kept, missed and cancelled contacts. */
    APPOINTMENTS,
    /** What is provided: a council's service, a mental-health trust's care plan. */
    CARE_PACKAGES,
    /** Requests that another service take the person on. */
    REFERRALS,
    /** Assessments requested, booked, in progress, completed and cancelled. */
    ASSESSMENTS,
    /** Hospital and intermediate-care stays. */
    STAYS,
    /** Carers, next of kin and those with legal authority: other people, whose details are shown by a rule of their own. */
    RELATIONSHIPS,
    /** Who is responsible for the person's care, where a partner says so in as many words. */
    INVOLVEMENTS
}
