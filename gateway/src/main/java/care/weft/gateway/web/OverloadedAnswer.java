package care.weft.gateway.web;

import care.weft.gateway.graphql.ErrorCode;
import java.nio.charset.StandardCharsets;
import org.springframework.boot.graphql.autoconfigure.GraphQlProperties;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.buffer.DataBufferUtils;
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

    /** Of a body. A longer one is refused as late as any: when it has been read, or is too long. */
    private static final int USUAL_LENGTH = 64 * 1024;

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
        return Mono.defer(() -> isOperation(request) && admission.refuses() ? unread(request) : chain.filter(exchange))
                .onErrorResume(Overloaded.class, _ -> refuse(exchange.getResponse()));
    }

    private boolean isOperation(ServerHttpRequest request) {
        long length = request.getHeaders().getContentLength();
        return HttpMethod.POST.equals(request.getMethod())
                && request.getPath().pathWithinApplication().value().equals(path)
                && length >= 0
                && length <= USUAL_LENGTH;
    }

    /**
     * Lets the body go by first. A request that came while the one before it on the connection was still ending, and is answered in the
     * very moment in which it begins, leaves reactor-netty up to 1.3.7 reading no more from that connection
     * (github.com/reactor/reactor-netty/issues/4361).
     */
    private static <T> Mono<T> unread(ServerHttpRequest request) {
        return request.getBody().doOnNext(DataBufferUtils::release).then(Mono.error(new Overloaded()));
    }

    private static Mono<Void> refuse(ServerHttpResponse response) {
        response.setStatusCode(HttpStatus.SERVICE_UNAVAILABLE);
        response.getHeaders().set(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        response.getHeaders().setContentType(MediaType.APPLICATION_JSON);
        return response.writeWith(
                Mono.fromSupplier(() -> response.bufferFactory().wrap(BODY)));
    }
}
