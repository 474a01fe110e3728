package care.weft.gateway.advice;

import java.io.Serial;

/** What is kept here about assessments could not be read, or it is not known whether something was kept. Trying again may help. */
public final class AdviceStoreUnavailableException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private AdviceStoreUnavailableException(String message) {
        super(message, null, false, false);
    }

    /** The announcements are what could not be read or kept. */
    public static AdviceStoreUnavailableException ofAnnouncements() {
        return new AdviceStoreUnavailableException(
                "The announcements of assessments cannot be read or written just now. Try again.");
    }

    static AdviceStoreUnavailableException ofOutcomes() {
        return new AdviceStoreUnavailableException("What came of advice cannot be written just now. Try again.");
    }

    static AdviceStoreUnavailableException ofFigures() {
        return new AdviceStoreUnavailableException("The figures cannot be read just now. Try again.");
    }
}
