package care.weft.gateway.web;

import io.netty.channel.Channel;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.stereotype.Component;
import reactor.netty.NettyPipeline;
import reactor.netty.http.server.HttpServer;

/** The clients' connections that are open just now, so that each can be ended without a request being lost. */
@Component
final class OpenConnections implements NettyServerCustomizer {

    private final ConcurrentMap<Channel, OpenConnection> open = new ConcurrentHashMap<>();
    private volatile boolean leaving;

    @Override
    public HttpServer apply(HttpServer server) {
        return server.doOnChannelInit((_, channel, _) -> opened(channel));
    }

    private void opened(Channel channel) {
        var connection = new OpenConnection(channel, () -> leaving);
        channel.pipeline().addAfter(NettyPipeline.HttpCodec, "weft.openConnection", connection);
        open.put(channel, connection);
        channel.closeFuture().addListener(_ -> open.remove(channel));
    }

    /** From now on each answer says that it is the last on its connection. */
    void leave() {
        leaving = true;
    }

    /**
     * Ends all, each when nothing is under way on it. There must be no new ones any more.
     *
     * @return completes when the last is closed
     */
    CompletableFuture<Void> end() {
        open.values().forEach(OpenConnection::end);
        var closed = open.keySet().stream().map(OpenConnections::closed).toArray(CompletableFuture<?>[]::new);
        return CompletableFuture.allOf(closed);
    }

    private static CompletableFuture<Void> closed(Channel channel) {
        var closed = new CompletableFuture<Void>();
        channel.closeFuture().addListener(_ -> closed.complete(null));
        return closed;
    }
}
