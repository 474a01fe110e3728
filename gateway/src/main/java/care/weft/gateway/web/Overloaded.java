package care.weft.gateway.web;

import java.io.Serial;

/** This node has more to do than it can. Carries no stack trace: it is thrown most when there is no time to make one. */
final class Overloaded extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    Overloaded() {
        super("This gateway has too much to do just now", null, false, false);
    }
}
