package care.weft.gateway.partner;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/**
 * The token of the user for whom a partner is called. It goes along in the call's Reactor context, for the token exchange alone: a
 * call without one is made under the gateway's own authority. {@link #toString()} does not show it.
 */
public final class SubjectToken {

    private final String value;

    private SubjectToken(String value) {
        this.value = value;
    }

    /** The context of a call in the name of the user who has this token. */
    public static Context in(Context context, String token) {
        return context.put(SubjectToken.class, new SubjectToken(token));
    }

    /** The context of a call under the gateway's own authority. */
    public static Context without(Context context) {
        return context.delete(SubjectToken.class);
    }

    static Optional<SubjectToken> of(ContextView context) {
        return context.getOrEmpty(SubjectToken.class);
    }

    String value() {
        return value;
    }

    /** What stands for it where something is kept by it: its SHA-256. */
    String digest() {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }

    @Override
    public String toString() {
        return "SubjectToken[redacted]";
    }
}
