package care.weft.stubs.identity;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** A small HTTP server on the loopback interface, by both of its addresses: browsers try either for {@code localhost}. */
final class LoopbackServer {

    private static final int LARGEST_BODY = 64 * 1024;

    private final Routes routes;
    private final List<HttpServer> servers = new ArrayList<>();
    private int port;

    LoopbackServer(int port, Routes routes) {
        this.port = port;
        this.routes = routes;
    }

    synchronized void start() {
        if (!servers.isEmpty()) {
            return;
        }
        try {
            var first = open("127.0.0.1", port);
            port = first.getAddress().getPort();
        } catch (IOException e) {
            throw new UncheckedIOException("The identity provider cannot listen on port " + port, e);
        }
        try {
            open("::1", port);
        } catch (IOException withoutThatAddress) {
            // The machine has no IPv6, or the port is taken there: 127.0.0.1 answers.
            return;
        }
    }

    synchronized void stop() {
        servers.forEach(server -> server.stop(0));
        servers.clear();
    }

    synchronized String origin() {
        if (port == 0) {
            throw new IllegalStateException("Not started yet: the port is not known");
        }
        return "http://localhost:" + port;
    }

    static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private HttpServer open(String address, int onPort) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getByName(address), onPort), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
        servers.add(server);
        return server;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var reply = reply(exchange);
            reply.headers().forEach(exchange.getResponseHeaders()::set);
            var bytes = reply.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(reply.status(), bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private Reply reply(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readNBytes(LARGEST_BODY), StandardCharsets.UTF_8);
        var uri = exchange.getRequestURI();
        try {
            return routes.answer(new Request(
                    exchange.getRequestMethod(),
                    origin(),
                    uri.getPath(),
                    pairs(uri.getRawQuery()),
                    exchange.getRequestHeaders().getFirst("Authorization"),
                    pairs(body)));
        } catch (IllegalArgumentException unreadable) {
            return Reply.text(400, "Not readable as a query or a form\n");
        }
    }

    private static Map<String, String> pairs(@Nullable String encoded) {
        var pairs = new LinkedHashMap<String, String>();
        if (encoded != null) {
            for (var pair : encoded.split("&", -1)) {
                int equals = pair.indexOf('=');
                if (equals > 0) {
                    pairs.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
                }
            }
        }
        return pairs;
    }

    /** What the server serves. */
    interface Routes {
        Reply answer(Request request);
    }

    /**
     * A call.
     *
     * @param origin the server's own
     * @param form what a form in the body holds
     */
    record Request(
            String method,
            String origin,
            String path,
            Map<String, String> query,
            @Nullable String authorization,
            Map<String, String> form) {}

    /** An answer. */
    record Reply(int status, Map<String, String> headers, String body) {

        static Reply json(int status, String body) {
            return new Reply(status, Map.of("Content-Type", "application/json"), body);
        }

        static Reply text(int status, String body) {
            return new Reply(status, Map.of("Content-Type", "text/plain; charset=utf-8"), body);
        }

        /** Lets a page of any origin read it. */
        Reply readableByPages() {
            return with("Access-Control-Allow-Origin", "*");
        }

        Reply notStored() {
            return with("Cache-Control", "no-store");
        }

        Reply with(String header, String value) {
            var more = new LinkedHashMap<>(headers);
            more.put(header, value);
            return new Reply(status, more, body);
        }
    }
}
