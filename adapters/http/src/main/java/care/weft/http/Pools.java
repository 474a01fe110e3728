package care.weft.http;

import java.net.SocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToIntFunction;
import reactor.netty.resources.ConnectionPoolMetrics;
import reactor.netty.resources.ConnectionProvider.MeterRegistrar;

/** How busy the connections of one partner are, at all its endpoints together. */
final class Pools implements MeterRegistrar {

    private final Map<Key, ConnectionPoolMetrics> pools = new ConcurrentHashMap<>();

    private record Key(String id, SocketAddress address) {}

    int sum(ToIntFunction<ConnectionPoolMetrics> figure) {
        return pools.values().stream().mapToInt(figure).sum();
    }

    @Override
    public void registerMetrics(String pool, String id, SocketAddress address, ConnectionPoolMetrics metrics) {
        pools.put(new Key(id, address), metrics);
    }

    @Override
    public void deRegisterMetrics(String pool, String id, SocketAddress address) {
        pools.remove(new Key(id, address));
    }
}
