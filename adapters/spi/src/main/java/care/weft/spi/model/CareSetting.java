package care.weft.spi.model;

/** Where the person is cared for at the time. */
public enum CareSetting {
    /** At home, also when seen in a clinic from home. */
    HOME,
    CARE_HOME,
    HOSPITAL
}
