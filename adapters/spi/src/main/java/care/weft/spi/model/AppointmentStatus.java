package care.weft.spi.model;

/** Where an appointment stands. After FHIR R4 AppointmentStatus. */
public enum AppointmentStatus {
    PROPOSED,
    PENDING,
    BOOKED,
    WAITLISTED,
    /** The person is there. */
    ARRIVED,
    /** It took place. */
    FULFILLED,
    /** The person did not come. */
    NO_SHOW,
    CANCELLED,
    ENTERED_IN_ERROR,
    UNKNOWN
}
