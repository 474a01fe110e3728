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
import java.util.regex.Pattern;

/** Where questions are asked: the gateway, or the floor. */
final class Front implements AutoCloseable {

    /** Some partners write into an answer when it was made, and the floor hands that on. Nothing else may differ. */
    private static final Pattern MADE_AT = Pattern.compile("\"(?:timestamp|asOf)\":\"[^\"]*\"");

    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final int port;
    private final String token;

    Front(int port, String token) {
        this.port = port;
        this.token = token;
    }

    /**
     * Asks and waits.
     *
     * @return the answer's body without the times at which partners made their answers; with the status before it, unless that is 200
     */
    String ask(String body) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/graphql"))
                .timeout(LONGEST)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("Accept", "application/graphql-response+json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() == 200
                    ? MADE_AT.matcher(answer.body()).replaceAll("")
                    : answer.statusCode() + " " + answer.body();
        } catch (IOException failed) {
            return "no answer: " + failed.getClass().getSimpleName();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
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

    @Override
    public void close() {
        client.close();
    }
}
