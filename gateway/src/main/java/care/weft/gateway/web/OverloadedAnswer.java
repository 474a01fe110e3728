package care.weft.gateway.web;

import care.weft.gateway.graphql.ErrorCode;
import java.nio.charset.StandardCharsets;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Answers an operation that was not let in: 503, with a time after which to try again. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
final class OverloadedAnswer implements WebFilter {

    private static final String RETRY_AFTER_SECONDS = "1";

    private static final byte[] BODY =
            ("{\"errors\":[{\"message\":\"This gateway has too much to do just now. Try again in a"
                            + " moment.\",\"extensions\":{\"code\":\"" + ErrorCode.OVERLOADED + "\"}}]}")
                    .getBytes(StandardCharsets.UTF_8);

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return chain.filter(exchange).onErrorResume(Overloaded.class, _ -> {
            var response = exchange.getResponse();
            response.setStatusCode(HttpStatus.SERVICE_UNAVAILABLE);
            response.getHeaders().set(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
            response.getHeaders().setContentType(MediaType.APPLICATION_JSON);
            return response.writeWith(
                    Mono.fromSupplier(() -> response.bufferFactory().wrap(BODY)));
        });
    }
}
