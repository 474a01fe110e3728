package care.weft.stubs.fault;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Begins and ends faults over HTTP, on the loopback interface. */
public final class FaultSwitch implements AutoCloseable {

    public static final int RUN_CONTRACT_PORT = 9199;

    private static final String ROOT = "/faults";
    private static final String USE = """
            GET %1$s                                  what is wrong with whom
            POST %1$s/{partner}/{fault}?amount=…      begins: %2$s
            DELETE %1$s/{partner}                     ends
            """.formatted(
                    ROOT, Stream.of(NetworkFault.values()).map(NetworkFault::id).collect(Collectors.joining(", ")));

    private final SequencedMap<String, FaultProxy> proxies;
    private final int port;
    private @Nullable HttpServer server;

    /**
     * Makes a switch that is not started yet.
     *
     * @param port 0 for any free one
     */
    public FaultSwitch(int port, SequencedMap<String, FaultProxy> proxies) {
        this.port = port;
        this.proxies = proxies;
    }

    public synchronized void start() {
        if (server != null) {
            return;
        }
        try {
            var starting = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port), 0);
            starting.createContext(ROOT, this::answer);
            starting.start();
            server = starting;
        } catch (IOException e) {
            throw new UncheckedIOException("The fault switch cannot listen on port " + port, e);
        }
    }

    /** Where it is, for example {@code http://127.0.0.1:9199/faults}. */
    public synchronized String url() {
        if (server == null) {
            throw new IllegalStateException("Not started yet: the port is not known");
        }
        return "http://127.0.0.1:" + server.getAddress().getPort() + ROOT;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var uri = exchange.getRequestURI();
            var path = uri.getPath().substring(ROOT.length()).split("/", -1);
            boolean done = switched(exchange.getRequestMethod(), path, uri.getQuery());
            var said = (done ? states() : USE).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
            exchange.sendResponseHeaders(done ? 200 : 400, said.length);
            exchange.getResponseBody().write(said);
        }
    }

    /** Whether that could be understood. */
    private boolean switched(String method, String[] path, @Nullable String query) {
        if (method.equals("GET")) {
            return path.length == 1;
        }
        var proxy = path.length < 2 ? null : proxies.get(path[1]);
        if (proxy == null) {
            return false;
        }
        if (method.equals("DELETE") && path.length == 2) {
            proxy.end();
            return true;
        }
        var fault = path.length == 3 ? NetworkFault.named(path[2]).orElse(null) : null;
        if (fault == null || !method.equals("POST")) {
            return false;
        }
        try {
            proxy.begin(fault, query == null ? fault.usual() : Integer.parseInt(query.replaceFirst("^amount=", "")));
            return true;
        } catch (IllegalArgumentException noAmount) {
            return false;
        }
    }

    private String states() {
        return proxies.entrySet().stream()
                .map((Map.Entry<String, FaultProxy> entry) ->
                        "%-14s %s%n".formatted(entry.getKey(), entry.getValue().state()))
                .collect(Collectors.joining());
    }

    @Override
    public synchronized void close() {
        if (server != null) {
            server.stop(0);
            server = null;
        }
    }
}
