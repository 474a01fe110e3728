package care.weft.http;

import care.weft.spi.Deadline;
import care.weft.spi.Endpoint;
import care.weft.spi.Fault;
import care.weft.spi.HttpCall;
import care.weft.spi.HttpReply;
import care.weft.spi.PartnerException;
import care.weft.spi.PartnerHttp;
import java.time.Clock;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The client of one endpoint: from an adapter's call to its reply, with as many requests as token and redirects need. */
final class EndpointClient implements PartnerHttp {

    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

    private final Endpoint endpoint;
    private final int maxRedirects;
    private final Origin origin;
    private final Exchange exchange;
    private final Connections connections;
    private final Function<Endpoint, PartnerHttp> elsewhere;
    private final @Nullable BearerToken token;
    private final CallListener listener;

    EndpointClient(
            Endpoint endpoint,
            PartnerHttpSettings settings,
            Connections connections,
            Function<Endpoint, PartnerHttp> elsewhere,
            @Nullable BearerToken token,
            CallListener listener,
            Clock clock) {
        this.endpoint = endpoint;
        maxRedirects = settings.limits().maxRedirects();
        origin = new Origin(endpoint);
        exchange = new Exchange(endpoint, origin.root(), settings, connections, clock);
        this.connections = connections;
        this.elsewhere = elsewhere;
        this.token = token;
        this.listener = listener;
    }

    @Override
    public PartnerHttp at(Endpoint other) {
        return elsewhere.apply(other);
    }

    @Override
    public Mono<HttpReply> send(HttpCall call, Deadline deadline) {
        return Mono.defer(() -> {
            var end = new CallEnd(listener, endpoint.id(), call.method());
            return Mono.defer(() -> inTime(call, deadline))
                    .onErrorMap(Failures::of)
                    .doOnNext(reply -> end.is(String.valueOf(reply.status())))
                    .doOnError(
                            PartnerException.class,
                            failure -> end.is(failure.fault().name()))
                    .doOnCancel(() -> end.is("CANCELLED"));
        });
    }

    private Mono<HttpReply> inTime(HttpCall call, Deadline deadline) {
        if (connections.closed()) {
            return Mono.error(Failures.closed());
        }
        if (deadline.passed()) {
            return Mono.error(Failures.tooLate());
        }
        return authorised(call, origin.target(call), deadline).timeout(deadline.left(), Mono.error(Failures::tooLate));
    }

    private Mono<HttpReply> authorised(HttpCall call, String target, Deadline deadline) {
        var source = token;
        if (source == null) {
            return followed(call, target, null, deadline, maxRedirects);
        }
        return source.token()
                .switchIfEmpty(Mono.error(() -> new PartnerException(Fault.REFUSED, "no token")))
                .onErrorMap(PartnerException.class, EndpointClient::unasked)
                .flatMap(first -> followed(call, target, first, deadline, maxRedirects)
                        .flatMap(reply -> reply.status() != 401
                                ? Mono.just(reply)
                                : source.instead(first)
                                        .onErrorMap(PartnerException.class, EndpointClient::unasked)
                                        .flatMap(other -> followed(call, target, other, deadline, maxRedirects))
                                        .defaultIfEmpty(reply)));
    }

    /** The issuer of tokens is no part of the partner. */
    private static PartnerException unasked(PartnerException failed) {
        return PartnerException.unasked(failed.fault(), String.valueOf(failed.getMessage()));
    }

    private Mono<HttpReply> followed(
            HttpCall call, String target, @Nullable String bearer, Deadline deadline, int redirectsLeft) {
        return attempted(call, target, bearer, deadline).flatMap(reply -> {
            var location = reply.header("location");
            if (location == null || !REDIRECTS.contains(reply.status())) {
                return Mono.just(reply);
            }
            if (!call.method().equals("GET")) {
                throw Failures.invalid("redirected a " + call.method());
            }
            if (redirectsLeft == 0) {
                throw Failures.invalid("redirected more than " + maxRedirects + " times");
            }
            return followed(call, origin.redirected(target, location), bearer, deadline, redirectsLeft - 1);
        });
    }

    /** Sends it, and once more where a stale connection swallowed it: every call is a read, a {@code POST} too. */
    private Mono<HttpReply> attempted(HttpCall call, String target, @Nullable String bearer, Deadline deadline) {
        var first = new Attempt(target);
        return exchange.send(call, first, bearer, deadline)
                .onErrorResume(failure -> first.metStaleConnection(failure)
                        ? exchange.send(call, new Attempt(target), bearer, deadline)
                        : Mono.error(failure));
    }
}
