package care.weft.spi.model;

/** Whether the person came. */
public enum Attendance {
    ATTENDED,
    DID_NOT_ATTEND
}
