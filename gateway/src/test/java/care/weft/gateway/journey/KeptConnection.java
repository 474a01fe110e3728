package care.weft.gateway.journey;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/** A client's connection that is kept for one request after another, and tells what became of each: a library would try again. */
final class KeptConnection implements AutoCloseable {

    private static final Pattern LENGTH = Pattern.compile("content-length: *(\\d+)");

    private final Socket socket;
    private final InputStream in;
    private int asked;

    KeptConnection(URI gateway) throws IOException {
        socket = new Socket(gateway.getHost(), gateway.getPort());
        socket.setSoTimeout(60_000);
        in = new BufferedInputStream(socket.getInputStream());
    }

    /**
     * A whole answer.
     *
     * @param last whether it says that the connection is not kept
     */
    record Answer(int status, boolean last, String body) {}

    /** The connection ended before anything of an answer came. */
    static final class Unanswered extends IOException {

        private static final long serialVersionUID = 1L;

        Unanswered(IOException cause) {
            super(cause);
        }
    }

    /** Whether this is not its first request. */
    boolean isKept() {
        return asked > 1;
    }

    /** Sends a request as it is written and waits for the answer; any other exception than {@link Unanswered} is a broken one. */
    Answer ask(String request) throws IOException {
        asked++;
        String head;
        try {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            in.mark(1);
            if (in.read() < 0) {
                throw new IOException("closed");
            }
            in.reset();
        } catch (IOException closed) {
            throw new Unanswered(closed);
        }
        head = head().toLowerCase(Locale.ROOT);
        var length = LENGTH.matcher(head);
        if (!length.find()) {
            throw new IOException("An answer without a length: " + head);
        }
        int size = Integer.parseInt(length.group(1));
        var body = in.readNBytes(size);
        if (body.length < size) {
            throw new IOException("An answer that breaks off");
        }
        return new Answer(
                Integer.parseInt(head.split(" ", 3)[1]),
                head.contains("connection: close"),
                new String(body, StandardCharsets.UTF_8));
    }

    private String head() throws IOException {
        var head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int octet = in.read();
            if (octet < 0) {
                throw new IOException("An answer that breaks off");
            }
            head.append((char) octet);
        }
        return head.toString();
    }

    /** Waits until the other end closes it. */
    void awaitEnd() throws IOException {
        if (in.read() >= 0) {
            throw new AssertionError("Something came that nobody asked for");
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
