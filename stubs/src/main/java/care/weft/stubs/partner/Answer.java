package care.weft.stubs.partner;

import java.util.LinkedHashMap;
import java.util.Map;

/** What a partner system sends back. */
public record Answer(int status, Map<String, String> headers, String body) {

    public static Answer of(int status, String contentType, String body) {
        return new Answer(status, Map.of("Content-Type", contentType), body);
    }

    /** The same answer with one more header. */
    public Answer with(String header, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Answer(status, more, body);
    }
}
