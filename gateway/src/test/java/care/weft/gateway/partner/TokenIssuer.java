package care.weft.gateway.partner;

import io.netty.handler.codec.http.HttpHeaderNames;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

/** An issuer of tokens that answers as a test tells it, a little late, so that who asks together waits together. */
final class TokenIssuer implements AutoCloseable {

    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final AtomicInteger number = new AtomicInteger();
    private volatile int status = 200;
    private volatile String answer;

    private final DisposableServer server = HttpServer.create()
            .host("127.0.0.1")
            .port(0)
            .handle((request, response) -> request.receive()
                    .aggregate()
                    .asString()
                    .delayElement(Duration.ofMillis(20))
                    .flatMap(form -> {
                        requests.add(request.requestHeaders().get(HttpHeaderNames.AUTHORIZATION) + " "
                                + URLDecoder.decode(form, StandardCharsets.UTF_8));
                        return response.status(status)
                                .header(HttpHeaderNames.CONTENT_TYPE, "application/json")
                                .sendString(Mono.just(answer.formatted(number.incrementAndGet())))
                                .then();
                    }))
            .bindNow();

    /** @param answer in which {@code %d} stands for the number of the request, from 1 */
    TokenIssuer(String answer) {
        this.answer = answer;
    }

    void answers(int status, String answer) {
        this.status = status;
        this.answer = answer;
    }

    String uri() {
        return "http://127.0.0.1:" + server.port() + "/token";
    }

    /** The header of each request, and its decoded form. */
    List<String> requests() {
        return requests;
    }

    @Override
    public void close() {
        server.disposeNow(Duration.ofSeconds(1));
    }
}
