package care.weft.http;

import care.weft.spi.Deadline;
import care.weft.spi.Endpoint;
import care.weft.spi.HttpCall;
import care.weft.spi.HttpReply;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.ByteBufFlux;
import reactor.netty.NettyOutbound;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.HttpClientRequest;
import reactor.netty.http.client.HttpClientResponse;

/** One request to one endpoint and its whole answer, in the pace that the partner wants. */
final class Exchange {

    private static final String REQUEST_TIMEOUT = "Request-Timeout-Ms";
    private static final int USUAL_BODY = 8 * 1024;

    private final HttpClient.RequestSender get;
    private final HttpClient.RequestSender post;
    private final int maxBodyBytes;
    private final Duration answerTimeout;
    private final Clock clock;

    /** Lets calls in only as fast as they can start, so that one that cannot start in time fails at once. */
    private final Pace admitted;

    /** Calls that waited for connections in between would otherwise start all together. */
    private final Pace started;

    Exchange(Endpoint endpoint, URI root, PartnerHttpSettings settings, Connections connections, Clock clock) {
        var client = connections.to(endpoint);
        get = client.request(HttpMethod.GET).uri(root);
        post = client.request(HttpMethod.POST).uri(root);
        maxBodyBytes = settings.limits().maxBodyBytes();
        answerTimeout = settings.answerTimeout();
        long now = System.nanoTime();
        admitted = new Pace(settings.maxCallsPerSecond(), now);
        started = new Pace(settings.maxCallsPerSecond(), now);
        this.clock = clock;
    }

    /** Asks for a turn, then sends. An error is of any kind: {@link Failures} tells what it means. */
    Mono<HttpReply> send(HttpCall call, Attempt attempt, @Nullable String token, Deadline deadline) {
        return Mono.deferContextual(context -> send(call, attempt, token, deadline, BeforeSending.in(context)));
    }

    private Mono<HttpReply> send(
            HttpCall call, Attempt attempt, @Nullable String token, Deadline deadline, BeforeSending before) {
        var answer = sender(call)
                .send((request, out) -> {
                    before.check();
                    return request(call, attempt, token, deadline, before, request, out);
                })
                .response((response, content) -> answer(attempt, response, content))
                // Not single(): its complaint of an answer that a timeout has overtaken would be dropped, and logged.
                .singleOrEmpty()
                .switchIfEmpty(Mono.error(() -> Failures.invalid("no answer")))
                .timeout(attempt.begun().then(Mono.delay(answerTimeout)), Mono.error(Failures::tooLate));
        long now = System.nanoTime();
        return after(admitted, now, admitted.take(now, deadline), answer);
    }

    /** Whoever leaves before its turn gives it back: those who come later are not to wait for nobody. */
    private static <T> Mono<T> after(Pace pace, long now, long wait, Mono<T> then) {
        return wait == 0
                ? then
                : Mono.delay(Duration.ofNanos(wait))
                        .doOnCancel(() -> pace.giveBack(now + wait))
                        .then(then);
    }

    private HttpClient.RequestSender sender(HttpCall call) {
        return switch (call.method()) {
            case "GET" -> get;
            case "POST" -> post;
            default -> throw Failures.invalid("the method is neither GET nor POST");
        };
    }

    private Publisher<Void> request(
            HttpCall call,
            Attempt attempt,
            @Nullable String token,
            Deadline deadline,
            BeforeSending before,
            HttpClientRequest request,
            NettyOutbound out) {
        long now = System.nanoTime();
        long wait = started.take(now, deadline);
        long left = deadline.left().minusNanos(wait).toMillis();
        if (left <= 0) {
            throw Failures.tooLate();
        }
        var headers = request.requestHeaders();
        call.headers().forEach(header -> headers.add(header.name(), header.value()));
        headers.set(REQUEST_TIMEOUT, Math.min(left, answerTimeout.toMillis()));
        if (token != null) {
            headers.set(HttpHeaderNames.AUTHORIZATION, "Bearer " + token);
        }
        out.withConnection(connection -> OneAnswer.expect(connection.channel(), attempt));
        var body = call.body();
        var content = Mono.defer(() -> {
            attempt.begins();
            before.sends();
            return body == null ? Mono.<ByteBuf>empty() : Mono.just(Unpooled.wrappedBuffer(body));
        });
        return out.send(after(started, now, wait, content));
    }

    private Flux<HttpReply> answer(Attempt attempt, HttpClientResponse response, ByteBufFlux content) {
        attempt.answered();
        var headers = response.responseHeaders();
        if (headers.contains(HttpHeaderNames.CONTENT_ENCODING)
                && !headers.contains(HttpHeaderNames.CONTENT_ENCODING, "identity", true)) {
            return Flux.error(Failures.invalid("body is in an encoding that was not asked for"));
        }
        long declared = declaredLength(headers);
        if (declared > maxBodyBytes) {
            return Flux.error(Body.tooLarge(maxBodyBytes));
        }
        int expected = declared < 0 ? USUAL_BODY : (int) declared;
        return content.collect(() -> new Body(expected, maxBodyBytes), Body::add)
                .map(body -> new HttpReply(
                        response.status().code(), byLowerCaseName(headers), body.bytes(), clock.instant()))
                .flux();
    }

    /** @return -1 when it is not declared, or not in a way that can be read: the body then ends where the codec says */
    private static long declaredLength(HttpHeaders headers) {
        var declared = headers.get(HttpHeaderNames.CONTENT_LENGTH);
        try {
            return declared == null ? -1 : Long.parseLong(declared);
        } catch (NumberFormatException unreadable) {
            return -1;
        }
    }

    private static Map<String, String> byLowerCaseName(HttpHeaders headers) {
        var byName = HashMap.<String, String>newHashMap(headers.size());
        for (var header : headers) {
            byName.putIfAbsent(header.getKey().toLowerCase(Locale.ROOT), header.getValue());
        }
        return byName;
    }
}
