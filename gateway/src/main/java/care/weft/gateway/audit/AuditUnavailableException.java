package care.weft.gateway.audit;

import java.io.Serial;

/** The audit record of an answer is not known to be durable: the answer must not leave. Asking again may help. */
public final class AuditUnavailableException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    AuditUnavailableException(String message) {
        // No stack trace: under an outage there is one of these for every request.
        super(message, null, false, false);
    }
}
