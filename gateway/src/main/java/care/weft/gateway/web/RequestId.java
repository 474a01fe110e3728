package care.weft.gateway.web;

import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Gives every request an id: the caller's {@code X-Request-ID} if it is a plain one, otherwise a new one. It is in the answer's
 * headers, in the audit and in the log, so that a user can quote it.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class RequestId implements WebFilter {

    static final String HEADER = "X-Request-ID";

    /** A UUID or the like; ten digits, which might be somebody's number, are not taken over. */
    private static final Pattern PLAIN = Pattern.compile("(?![0-9 -]+$)[A-Za-z0-9-]{8,64}");

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var id = plain(exchange.getRequest().getHeaders().getFirst(HEADER));
        exchange.getResponse().getHeaders().set(HEADER, id);
        return chain.filter(exchange.mutate()
                .request(request -> request.headers(headers -> headers.set(HEADER, id)))
                .build());
    }

    private static String plain(@Nullable String stated) {
        return stated != null && PLAIN.matcher(stated).matches()
                ? stated
                : UUID.randomUUID().toString();
    }
}
