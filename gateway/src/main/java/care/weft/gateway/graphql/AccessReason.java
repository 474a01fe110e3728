package care.weft.gateway.graphql;

import org.jspecify.annotations.Nullable;
import org.springframework.graphql.server.WebGraphQlRequest;

/** Why a record is opened whose person the caller's organisation alone knows: the header {@code Access-Reason}. */
public final class AccessReason {

    static final String HEADER = "Access-Reason";

    private static final int SHORTEST = 10;
    private static final int LONGEST = 500;

    private AccessReason() {}

    /** Null when none is stated, or none that anybody could review. */
    static @Nullable String read(WebGraphQlRequest request) {
        var stated = request.getHeaders().getFirst(HEADER);
        return stated == null || !isReason(stated) ? null : stated.strip();
    }

    /** Whether it can be a reason: 10 to 500 characters on one line. */
    public static boolean isReason(String stated) {
        var reason = stated.strip();
        return reason.length() >= SHORTEST
                && reason.length() <= LONGEST
                && reason.chars().noneMatch(Character::isISOControl);
    }
}
