package care.weft.gateway.advice;

import java.io.Serial;

/** The announcements could not be read, or it is not known whether one was kept. Trying again may help. */
public final class AnnouncementsUnavailableException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    public AnnouncementsUnavailableException() {
        super("The announcements of assessments cannot be read or written just now. Try again.", null, false, false);
    }
}
