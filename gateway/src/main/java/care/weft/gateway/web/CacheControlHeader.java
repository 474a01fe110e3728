package care.weft.gateway.web;

import java.util.Arrays;
import java.util.List;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.http.HttpHeaders;

/** The header {@code Cache-Control} of a request, RFC 9111: {@code no-cache} asks for what partners say now. */
final class CacheControlHeader {

    private CacheControlHeader() {}

    /** Whether no kept answer is wanted. All other directives are ignored. */
    static boolean asksAnew(WebGraphQlRequest request) {
        return request.getHeaders().getOrDefault(HttpHeaders.CACHE_CONTROL, List.of()).stream()
                .flatMap(line -> Arrays.stream(line.split(",", -1)))
                .anyMatch(directive -> directive.strip().equalsIgnoreCase("no-cache"));
    }
}
