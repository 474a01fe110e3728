package care.weft.gateway.person;

/** What a reviewer made of an opening. */
public enum ReviewOutcome {
    /** It was right to open the record. */
    APPROPRIATE,
    /** It was not. */
    NOT_APPROPRIATE,
    /** It cannot be said yet: the review goes on. */
    FURTHER_ENQUIRY;

    boolean closes() {
        return this != FURTHER_ENQUIRY;
    }
}
