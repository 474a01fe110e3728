package care.weft.gateway.web;

import care.weft.gateway.graphql.ErrorCode;
import java.nio.charset.StandardCharsets;
import org.springframework.boot.graphql.autoconfigure.GraphQlProperties;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Answers an operation that was not let in: 503, with a time after which to try again. While there is room for nobody, before the
 * request is looked at: what is told is the same to all, and looking would take from those who are in.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
final class OverloadedAnswer implements WebFilter {

    private static final String RETRY_AFTER_SECONDS = "1";

    private static final byte[] BODY =
            ("{\"errors\":[{\"message\":\"This gateway has too much to do just now. Try again in a"
                            + " moment.\",\"extensions\":{\"code\":\"" + ErrorCode.OVERLOADED + "\"}}]}")
                    .getBytes(StandardCharsets.UTF_8);

    private final Admission admission;
    private final String path;

    OverloadedAnswer(Admission admission, GraphQlProperties graphQl) {
        this.admission = admission;
        path = graphQl.getHttp().getPath();
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var request = exchange.getRequest();
        return Mono.defer(() -> isOperation(request) && admission.refuses()
                        ? UnreadBody.letBy(request).then(Mono.<Void>error(new Overloaded()))
                        : chain.filter(exchange))
                .onErrorResume(Overloaded.class, _ -> refuse(exchange.getResponse()));
    }

    /** With a long body it is refused as late as any: when that has been read, or is too long. */
    private boolean isOperation(ServerHttpRequest request) {
        return HttpMethod.POST.equals(request.getMethod())
                && request.getPath().pathWithinApplication().value().equals(path)
                && UnreadBody.isShort(request);
    }

    private static Mono<Void> refuse(ServerHttpResponse response) {
        response.setStatusCode(HttpStatus.SERVICE_UNAVAILABLE);
        response.getHeaders().set(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        response.getHeaders().setContentType(MediaType.APPLICATION_JSON);
        return response.writeWith(
                Mono.fromSupplier(() -> response.bufferFactory().wrap(BODY)));
    }
}
