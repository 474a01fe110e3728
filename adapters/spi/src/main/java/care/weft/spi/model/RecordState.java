package care.weft.spi.model;

/** What a record's own status means, for every kind alike. */
public enum RecordState {
    PLANNED,
    ACTIVE,
    DONE,
    CANCELLED,
    /** The partner gave no status, or one that the adapter does not know. */
    UNKNOWN
}
