package care.weft.gateway.web;

import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.server.reactive.ServerHttpRequest;
import reactor.core.publisher.Mono;

/**
 * The body of a request that is refused before anybody reads it. It goes by first: a request that came while the one before it on the
 * connection was still ending, and is answered in the very moment in which it begins, leaves reactor-netty up to 1.3.7 reading no
 * more from that connection (github.com/reactor/reactor-netty/issues/4361).
 */
final class UnreadBody {

    /** In bytes. A longer body is not worth the wait. */
    private static final int USUAL_LENGTH = 64 * 1024;

    /** Whoever announces a body and sends none waits for nothing. */
    private static final Duration LONGEST = Duration.ofSeconds(1);

    private UnreadBody() {}

    /** Whether the body's length is told, and no more than usual. */
    static boolean isShort(ServerHttpRequest request) {
        long length = request.getHeaders().getContentLength();
        return length >= 0 && length <= USUAL_LENGTH;
    }

    /** Reads it to its end, or for a second, and keeps nothing. Fails when the client leaves first. */
    static Mono<Void> letBy(ServerHttpRequest request) {
        return request.getBody()
                .doOnNext(DataBufferUtils::release)
                .then()
                .timeout(LONGEST)
                .onErrorComplete(TimeoutException.class);
    }
}
