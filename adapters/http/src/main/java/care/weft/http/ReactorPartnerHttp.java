package care.weft.http;

import care.weft.spi.Deadline;
import care.weft.spi.Endpoint;
import care.weft.spi.HttpCall;
import care.weft.spi.HttpReply;
import care.weft.spi.PartnerHttp;
import java.time.Clock;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * The {@link PartnerHttp} of one partner, on reactor-netty.
 *
 * <ul>
 *   <li>Calls under way, calls started in a second and calls waiting are limited per endpoint.
 *   <li>The partner is told in the header {@code Request-Timeout-Ms} how many milliseconds are left for its answer.
 *   <li>A call, also a {@code POST}, is sent a second time, once, when it went out on a used connection and no answer to it had
 *       begun before that turned out to be closed after half a second or longer without a call, or spoilt by what came late of an
 *       earlier answer. Nothing else is ever sent twice, but for a call answered with 401 for which there is a fresh token.
 *   <li>Redirects of a {@code GET} are followed within the origin; any other redirect is an invalid answer.
 *   <li>Bodies may come gzipped.
 *   <li>No message and no log line, on any level, holds a path, a query, a header or a body.
 * </ul>
 *
 * @since 0.1.0
 */
public final class ReactorPartnerHttp implements PartnerHttp, AutoCloseable {

    private final PartnerHttpSettings settings;
    private final Connections connections;
    private final @Nullable BearerToken token;
    private final CallListener listener;
    private final Clock clock;
    private final ConcurrentMap<Endpoint, EndpointClient> clients = new ConcurrentHashMap<>();

    private ReactorPartnerHttp(
            PartnerHttpSettings settings, @Nullable BearerToken token, CallListener listener, Clock clock) {
        this.settings = settings;
        connections = new Connections(settings);
        this.token = token;
        this.listener = listener;
        this.clock = clock;
    }

    /** A client that presents no token. */
    public static ReactorPartnerHttp open(PartnerHttpSettings settings, Clock clock) {
        return open(settings, null, CallListener.NONE, clock);
    }

    /**
     * A client. It opens no connection before its first call.
     *
     * @param token null to present none
     * @param clock tells when answers came
     */
    public static ReactorPartnerHttp open(
            PartnerHttpSettings settings, @Nullable BearerToken token, CallListener listener, Clock clock) {
        return new ReactorPartnerHttp(settings, token, listener, clock);
    }

    @Override
    public PartnerHttp at(Endpoint endpoint) {
        return clients.computeIfAbsent(
                endpoint,
                address -> new EndpointClient(address, settings, connections, this::at, token, listener, clock));
    }

    @Override
    public Mono<HttpReply> send(HttpCall call, Deadline deadline) {
        return at(settings.endpoint()).send(call, deadline);
    }

    /** How many calls have a connection just now, at all endpoints together: for metrics. */
    public int callsUnderWay() {
        return connections.callsUnderWay();
    }

    /** How many wait for one. */
    public int callsWaiting() {
        return connections.callsWaiting();
    }

    /** Closes idle connections at once and the others when their calls have ended. Later calls fail. */
    @Override
    public void close() {
        connections.close();
    }
}
