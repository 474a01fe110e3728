package care.weft.gateway.advice;

/** What has become of an announced assessment. */
public enum AnnouncementState {
    /** It is to be done: others are advised to join it. */
    OPEN,
    /** The announcer's own record shows that it was done. */
    FULFILLED,
    /** It was taken back. */
    WITHDRAWN,
    /** Its time has passed, and nobody said or recorded that it was done. */
    EXPIRED
}
