package care.weft.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;

/** Where questions are asked: the gateway, or the floor. */
final class Front implements AutoCloseable {

    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final Pattern OF_A_PARTNER = Pattern.compile("partner=\"([^\"]*)\"");

    private final HttpClient client;
    private final int port;
    private final String token;
    private final boolean anew;

    Front(int port, String token) {
        this(HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build(), port, token, false);
    }

    private Front(HttpClient client, int port, String token, boolean anew) {
        this.client = client;
        this.port = port;
        this.token = token;
        this.anew = anew;
    }

    /** The same front, and of each question that no kept answer is wanted. Ends with this one. */
    Front anew() {
        return new Front(client, port, token, true);
    }

    /**
     * Asks and waits.
     *
     * @return the {@linkplain Reply#text() text} of the answer
     */
    String ask(String body) {
        return send(body).join().text();
    }

    /** Asks. Comes to nothing but a reply. */
    CompletableFuture<Reply> send(String body) {
        var request = request("/graphql", token).POST(HttpRequest.BodyPublishers.ofString(body));
        if (anew) {
            request.header("Cache-Control", "no-cache");
        }
        return client.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString())
                .thenApply(answer -> new Reply(
                        answer.statusCode(),
                        answer.headers().firstValue("Retry-After").orElse(null),
                        answer.body()))
                .exceptionally(failed -> new Reply(0, null, "no answer: " + failed));
    }

    /** Asks and does not wait. Closing the socket is to leave. */
    Socket askAndLeave(String body) {
        try {
            var socket = new Socket(InetAddress.getLoopbackAddress(), port);
            var request = """
                    POST /graphql HTTP/1.1\r
                    Host: 127.0.0.1:%d\r
                    Authorization: Bearer %s\r
                    Content-Type: application/json\r
                    Accept: application/graphql-response+json\r
                    Content-Length: %d\r
                    \r
                    %s""".formatted(port, token, body.length(), body);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return socket;
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    /** Has the gateway forget what it keeps of one person. */
    void forget(String nhsNumber, String operatorToken) {
        var forget = request("/actuator/cache", operatorToken)
                .POST(HttpRequest.BodyPublishers.ofString("{\"nhsNumber\": \"" + nhsNumber + "\"}"));
        var answer = client.sendAsync(forget.build(), HttpResponse.BodyHandlers.ofString())
                .join();
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("The gateway did not forget: " + answer.statusCode());
        }
    }

    /** What the gateway's metrics say under a name, by partner: the sum of all that bear that name and partner. */
    Map<String, Double> metric(String name) {
        var answer = client.sendAsync(
                        request("/actuator/prometheus", token).build(), HttpResponse.BodyHandlers.ofString())
                .join();
        var byPartner = new TreeMap<String, Double>();
        answer.body()
                .lines()
                .filter(line -> line.startsWith(name + "{") || line.startsWith(name + " "))
                .forEach(line -> {
                    var partner = OF_A_PARTNER.matcher(line);
                    byPartner.merge(
                            partner.find() ? partner.group(1) : "",
                            Double.valueOf(line.substring(line.lastIndexOf(' ') + 1)),
                            Double::sum);
                });
        return byPartner;
    }

    private HttpRequest.Builder request(String path, String bearer) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(LONGEST)
                .header("Authorization", "Bearer " + bearer)
                .header("Content-Type", "application/json")
                .header("Accept", path.equals("/graphql") ? "application/graphql-response+json" : "*/*");
    }

    @Override
    public void close() {
        client.close();
    }
}
