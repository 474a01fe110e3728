package care.weft.gateway.access;

/**
 * The token that a caller came in with. It goes from the door to where it is exchanged for one that a partner may see, and nowhere
 * else: it is no part of the {@link Caller}, by whom answers are told apart. {@link #toString()} does not show it.
 *
 * @param value as it was presented, checked
 */
public record UserToken(String value) {

    @Override
    public String toString() {
        return "UserToken[redacted]";
    }
}
