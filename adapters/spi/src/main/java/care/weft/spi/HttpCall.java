package care.weft.spi;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One call to a partner. {@link #toString()} leaves out the query and the path below its first step: they hold identifiers.
 *
 * @param method {@code GET} or {@code POST}
 * @param path below the endpoint's base, without a leading slash, encoded; or an absolute address, as {@code next} links
 *     are, which must be of the endpoint's own origin
 * @param query names and values, not encoded, sent in this order
 * @param headers names and values; credentials and what is left of the deadline are added by the client
 * @param body null for none
 */
@SuppressWarnings("ArrayRecordComponent") // bodies can be megabytes: handed over, not copied, and never changed
public record HttpCall(
        String method, String path, List<Parameter> query, List<Parameter> headers, byte @Nullable [] body) {

    /** One name and value. */
    public record Parameter(String name, String value) {

        @Override
        public String toString() {
            return name;
        }
    }

    public HttpCall {
        query = List.copyOf(query);
        headers = List.copyOf(headers);
    }

    /** A read. */
    public static HttpCall get(String path) {
        return new HttpCall("GET", path, List.of(), List.of(), null);
    }

    /**
     * A call with a body, for partners that read by {@code POST}. It must change nothing there: like a {@code GET}, it may be
     * sent again, when it failed in a way that may pass.
     */
    public static HttpCall post(String path, String contentType, byte[] body) {
        return new HttpCall("POST", path, List.of(), List.of(new Parameter("Content-Type", contentType)), body);
    }

    public HttpCall query(String name, String value) {
        return new HttpCall(method, path, and(query, name, value), headers, body);
    }

    public HttpCall header(String name, String value) {
        return new HttpCall(method, path, query, and(headers, name, value), body);
    }

    /** Path and query as they go on the wire. */
    public String target() {
        var target = new StringBuilder(path);
        char separator = path.indexOf('?') < 0 ? '?' : '&';
        for (var parameter : query) {
            target.append(separator)
                    .append(encode(parameter.name()))
                    .append('=')
                    .append(encode(parameter.value()));
            separator = '&';
        }
        return target.toString();
    }

    private static String encode(String written) {
        return URLEncoder.encode(written, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static List<Parameter> and(List<Parameter> before, String name, String value) {
        var after = new ArrayList<>(before);
        after.add(new Parameter(name, value));
        return after;
    }

    @Override
    public String toString() {
        int slash = path.indexOf('/');
        return method + " " + (slash < 0 ? path : path.substring(0, slash) + "/…");
    }
}
