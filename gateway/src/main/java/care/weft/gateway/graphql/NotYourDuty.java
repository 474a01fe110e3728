package care.weft.gateway.graphql;

import java.io.Serial;

/** The caller has not the duty that this field is for. */
public final class NotYourDuty extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * Says so.
     *
     * @param message in plain words, which names nobody
     */
    public NotYourDuty(String message) {
        super(message, null, false, false);
    }
}
