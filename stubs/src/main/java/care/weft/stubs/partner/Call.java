package care.weft.stubs.partner;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A call that a partner system received.
 *
 * @param origin scheme, host and port as the caller addressed them
 * @param path without the query
 * @param query each parameter's values in the order sent, decoded
 * @param headers by name in any case
 */
public record Call(
        String method,
        String origin,
        String path,
        Map<String, List<String>> query,
        Map<String, String> headers,
        String body) {

    /** A header's value; null when it was not sent. */
    public @Nullable String header(String name) {
        return headers.get(name);
    }
}
