package care.weft.gateway.graphql;

import java.io.Serial;

/** An argument that the caller can mend. The message names the field and the remedy, and never repeats the value. */
public final class BadArgument extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String argument;
    private final ErrorCode code;

    public BadArgument(String argument, String message) {
        this(argument, ErrorCode.INVALID_ARGUMENT, message);
    }

    BadArgument(String argument, ErrorCode code, String message) {
        super(message, null, false, false);
        this.argument = argument;
        this.code = code;
    }

    public String argument() {
        return argument;
    }

    ErrorCode code() {
        return code;
    }
}
