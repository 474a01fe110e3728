package care.weft.http;

import care.weft.spi.Endpoint;
import io.netty.channel.ChannelOption;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.ssl.ApplicationProtocolConfig;
import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.IdentityCipherSuiteFilter;
import io.netty.handler.ssl.JdkSslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.resolver.dns.DnsAddressResolverGroup;
import io.netty.resolver.dns.DnsServerAddresses;
import io.netty.util.AttributeKey;
import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import reactor.netty.http.Http11SslContextSpec;
import reactor.netty.http.HttpProtocol;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionPoolMetrics;
import reactor.netty.resources.ConnectionProvider;
import reactor.netty.resources.LoopResources;
import reactor.netty.tcp.SslProvider.GenericSslContextSpec;
import reactor.netty.tcp.SslProvider.SslContextSpec;
import reactor.netty.transport.NameResolverProvider;

/** The connections of one partner: for each of its endpoints as many as calls may be under way there. */
final class Connections {

    // Shorter than servers keep idle connections, so that few calls meet one that is being closed.
    private static final Duration IDLE = Duration.ofSeconds(20);
    private static final Duration LIFE = Duration.ofMinutes(5);
    private static final Duration SWEEP = Duration.ofSeconds(10);

    /** Connections that differ in an attribute are pooled apart. */
    private static final AttributeKey<String> ENDPOINT = AttributeKey.valueOf("weft.endpoint");

    /**
     * Of all partners, and of nobody else: reading and joining their answers is most of the work, and whoever knocks at a server in
     * the same process must not wait behind it. One for each processor: more only take the processor from each other.
     */
    private static final LoopResources LOOPS =
            LoopResources.create("weft-partner", Runtime.getRuntime().availableProcessors(), true);

    private final Pools pools = new Pools();
    private final ConnectionProvider pool;
    private final PartnerHttpSettings settings;
    private final DnsAddressResolverGroup names;
    private final HttpClient client;
    private @Nullable HttpClient secured;
    private volatile boolean closed;

    Connections(PartnerHttpSettings settings) {
        this.settings = settings;
        int connectMillis = Math.toIntExact(settings.connectTimeout().toMillis());
        pool = ConnectionProvider.builder("partner-" + settings.endpoint().id())
                .maxConnections(settings.maxConcurrentCalls())
                .pendingAcquireMaxCount(settings.maxWaitingCalls())
                // The deadline of the call ends its waiting.
                .pendingAcquireTimeout(Duration.ZERO)
                .lifo()
                .maxIdleTime(IDLE)
                .maxLifeTime(LIFE)
                .evictInBackground(SWEEP)
                .metrics(true, () -> pools)
                .build();
        names = names(settings);
        client = HttpClient.create(pool)
                .runOn(LOOPS)
                .protocol(HttpProtocol.HTTP11)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, connectMillis)
                .resolver(names)
                .compress(true)
                // Which calls may be sent twice is decided in EndpointClient.
                .disableRetry(true)
                .httpMessageLogFactory(new SilentMessages())
                .headers(headers -> headers.set(HttpHeaderNames.USER_AGENT, "weft"))
                .doOnChannelInit((observer, channel, address) -> OneAnswer.install(channel, settings.limits()));
        if (https(settings.endpoint().base())) {
            secured();
        }
    }

    /** By itself the library waits five seconds for each name server, which is longer than anybody waits for a partner. */
    private static DnsAddressResolverGroup names(PartnerHttpSettings settings) {
        var resolver = NameResolverProvider.builder().queryTimeout(settings.connectTimeout());
        if (!settings.nameServers().isEmpty()) {
            // Each is asked within the one time, and one that is alone twice: a datagram may be lost.
            var asked = settings.nameServers().size() > 1
                    ? settings.nameServers()
                    : Collections.nCopies(2, settings.nameServers().getFirst());
            var servers = DnsServerAddresses.sequential(asked);
            resolver.queryTimeout(settings.connectTimeout().dividedBy(asked.size()));
            resolver.dnsAddressResolverGroupProvider(
                    builder -> new DnsAddressResolverGroup(builder.nameServerProvider(_ -> servers.stream())));
        }
        return resolver.build().newNameResolverGroup(LOOPS, true);
    }

    /** The client whose connections are this endpoint's alone. */
    HttpClient to(Endpoint endpoint) {
        return (https(endpoint.base()) ? secured() : client).attr(ENDPOINT, endpoint.id());
    }

    private static boolean https(URI address) {
        return "https".equalsIgnoreCase(address.getScheme());
    }

    /** Made once, and only if it is needed: it reads the trusted certificates. */
    private synchronized HttpClient secured() {
        var made = secured;
        if (made == null) {
            made = client.secure(tls -> tls(tls, settings));
            secured = made;
        }
        return made;
    }

    private static void tls(SslContextSpec tls, PartnerHttpSettings settings) {
        var context = settings.tls();
        GenericSslContextSpec<SslContextBuilder> runtime = Http11SslContextSpec.forClient();
        (context == null ? tls.sslContext(runtime) : tls.sslContext(netty(context)))
                .handshakeTimeout(settings.connectTimeout());
    }

    private static JdkSslContext netty(SSLContext context) {
        return new JdkSslContext(
                context,
                true,
                null,
                IdentityCipherSuiteFilter.INSTANCE,
                ApplicationProtocolConfig.DISABLED,
                ClientAuth.NONE,
                null,
                false);
    }

    int callsUnderWay() {
        return pools.sum(ConnectionPoolMetrics::acquiredSize);
    }

    int callsWaiting() {
        return pools.sum(ConnectionPoolMetrics::pendingAcquireSize);
    }

    boolean closed() {
        return closed;
    }

    void close() {
        // A disposed pool would open connections again.
        closed = true;
        pool.dispose();
        names.close();
    }
}
