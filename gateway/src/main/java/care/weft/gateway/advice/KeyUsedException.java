package care.weft.gateway.advice;

import java.io.Serial;

/** The caller has announced something else under the same key. */
public final class KeyUsedException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    KeyUsedException() {
        super("The key was used for another announcement", null, false, false);
    }
}
