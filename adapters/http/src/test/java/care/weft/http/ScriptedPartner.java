package care.weft.http;

import care.weft.spi.Endpoint;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A partner on a real socket that says exactly the bytes of its script, however wrong. Each connection runs it anew. */
final class ScriptedPartner implements AutoCloseable {

    interface Script {
        void play(Talk talk) throws Exception;
    }

    private static final Pattern LENGTH = Pattern.compile("(?im)^content-length: *(\\d+)");

    private final ServerSocket server;
    private final Script script;
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<Socket> connections = new CopyOnWriteArrayList<>();

    private ScriptedPartner(ServerSocket server, Script script) {
        this.server = server;
        this.script = script;
        Thread.ofVirtual().start(this::accept);
    }

    static ScriptedPartner playing(Script script) throws IOException {
        return over(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), script);
    }

    static ScriptedPartner over(ServerSocket server, Script script) {
        return new ScriptedPartner(server, script);
    }

    /** A partner that answers every request on every connection with these bytes. */
    static ScriptedPartner answering(String... answer) throws IOException {
        return playing(talk -> {
            while (talk.request() != null) {
                talk.send(String.join("\r\n", answer));
            }
        });
    }

    private void accept() {
        try {
            while (true) {
                var socket = server.accept();
                connections.add(socket);
                Thread.ofVirtual().start(() -> play(socket));
            }
        } catch (IOException closed) {
            // the test is over
        }
    }

    private void play(Socket socket) {
        try (socket) {
            script.play(new Talk(socket, connections.size()));
        } catch (Exception broken) {
            // the client went away: what the test is about
        }
    }

    Endpoint endpoint() {
        return endpoint("http", "127.0.0.1");
    }

    Endpoint endpoint(String scheme, String host) {
        return new Endpoint("scripted", URI.create(scheme + "://" + host + ":" + server.getLocalPort() + "/base"));
    }

    /** Heads and bodies as they came. */
    List<String> requests() {
        return requests;
    }

    int connections() {
        return connections.size();
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (var connection : connections) {
            connection.close();
        }
    }

    /** One connection, from the partner's side. */
    final class Talk {

        private final Socket socket;
        private final int number;

        private Talk(Socket socket, int number) {
            this.socket = socket;
            this.number = number;
        }

        /** 1 for the first connection that the partner got. */
        int number() {
            return number;
        }

        /** Waits for a request and its body; null when the client closed the connection. */
        @Nullable
        String request() throws IOException {
            var head = new ByteArrayOutputStream();
            InputStream in = socket.getInputStream();
            while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
                int octet = in.read();
                if (octet < 0) {
                    return null;
                }
                head.write(octet);
            }
            var text = head.toString(StandardCharsets.ISO_8859_1);
            var length = LENGTH.matcher(text);
            if (length.find()) {
                text += new String(in.readNBytes(Integer.parseInt(length.group(1))), StandardCharsets.UTF_8);
            }
            requests.add(text);
            return text;
        }

        void send(String text) throws IOException {
            send(text.getBytes(StandardCharsets.ISO_8859_1));
        }

        void send(byte[] bytes) throws IOException {
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
        }

        /** Ends the connection with RST instead of FIN. */
        void reset() throws IOException {
            socket.setSoLinger(true, 0);
            socket.close();
        }

        /** Waits until the client has closed the connection. */
        void awaitClose() throws IOException {
            socket.getInputStream().transferTo(new ByteArrayOutputStream());
        }
    }

    /** A latch that a test waits for no longer than two seconds. */
    static boolean happens(CountDownLatch latch) throws InterruptedException {
        return latch.await(2, TimeUnit.SECONDS);
    }

    /** The value of a header of a request as it came. */
    static @Nullable String header(String request, String name) {
        return request.lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT) + ":"))
                .map(line -> line.substring(name.length() + 1).strip())
                .findFirst()
                .orElse(null);
    }
}
