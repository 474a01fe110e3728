package care.weft.stubs.fault;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** One caller's connection and one to the partner: as the fault has it that was in force when the caller came, all its life. */
final class Link {

    /** What was sent just before a reset is lost with it, unless the other end has had time to read it. */
    private static final int BEFORE_RESET_MILLIS = 30;

    private static final byte[] TOO_MUCH = "{\"too\": \"much\"}".getBytes(StandardCharsets.US_ASCII);
    private static final int MEGABYTE = 1_000_000;

    /** With what everyone begins who wants TLS. */
    private static final int TLS_HANDSHAKE = 0x16;

    private final Socket caller;
    private final Certificates certificates;
    private final Socket partner = new Socket();
    private final @Nullable ActiveFault active;

    /** What the caller says and hears, inside TLS if there is any. */
    private InputStream calls = InputStream.nullInputStream();

    private OutputStream answers = OutputStream.nullOutputStream();

    Link(Socket caller, Certificates certificates, @Nullable ActiveFault active) {
        this.caller = caller;
        this.certificates = certificates;
        this.active = active;
    }

    /** Passes calls and answers on until one of the two hangs up. */
    void run(int partnerPort) {
        try {
            caller.setTcpNoDelay(true);
            if (active != null && active.fault() == NetworkFault.HANDSHAKE_HANGS) {
                caller.getInputStream().transferTo(OutputStream.nullOutputStream());
            } else {
                agree();
                partner.setTcpNoDelay(true);
                partner.connect(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), partnerPort));
                Thread.ofVirtual().start(this::passCalls);
                pass();
            }
            hangUp();
        } catch (IOException broken) {
            reset();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            reset();
        }
    }

    /** Waits for what the caller says first, which tells how it wants to speak. */
    private void agree() throws IOException {
        int first = caller.getInputStream().read();
        var begun = new ByteArrayInputStream(first < 0 ? new byte[0] : new byte[] {(byte) first});
        if (first == TLS_HANDSHAKE && (active == null || active.fault() != NetworkFault.NO_TLS)) {
            var fault = active == null ? null : active.fault();
            var secured = certificates.shown(fault).createSocket(caller, begun, true);
            calls = secured.getInputStream();
            answers = secured.getOutputStream();
        } else {
            calls = new SequenceInputStream(begun, caller.getInputStream());
            answers = caller.getOutputStream();
        }
    }

    private void pass() throws IOException, InterruptedException {
        if (active == null) {
            partner.getInputStream().transferTo(answers);
        } else {
            passAnswers(active);
        }
    }

    private void passCalls() {
        try {
            calls.transferTo(partner.getOutputStream());
        } catch (IOException broken) {
            // Nobody is left to pass anything to.
        }
        hangUp();
    }

    private void passAnswers(ActiveFault fault) throws IOException, InterruptedException {
        var in = new BufferedInputStream(partner.getInputStream());
        for (var answer = HttpAnswer.read(in); answer != null; answer = HttpAnswer.read(in)) {
            pass(fault, answer);
        }
    }

    private void pass(ActiveFault fault, HttpAnswer answer) throws IOException, InterruptedException {
        switch (fault.fault()) {
            case REFUSE, NO_ACCEPT, HANDSHAKE_HANGS, EMPTY -> hangUp();
            case NAME_UNKNOWN, NAME_SLOW, NO_TLS, CERTIFICATE_OF_ANOTHER, CERTIFICATE_EXPIRED, CERTIFICATE_UNTRUSTED ->
                send(answer.head(), answer.body());
            case HANG -> {
                // It was heard, and nobody answers.
            }
            case HALF_CLOSE -> caller.shutdownOutput();
            case RESET -> reset();
            case RESET_IN_HEAD -> {
                send(half(answer.head()));
                resetSoon();
            }
            case RESET_IN_BODY -> {
                send(answer.head(), half(answer.body()));
                resetSoon();
            }
            case CUT_SHORT -> {
                send(answer.head(), half(answer.body()));
                hangUp();
            }
            case TOO_LONG -> send(answer.head(), answer.body(), TOO_MUCH);
            case FLOOD -> flood(fault.amount());
            case TRICKLE -> trickle(fault.amount(), answer.head(), answer.body());
            case TRICKLE_BODY -> {
                send(answer.head());
                trickle(fault.amount(), answer.body());
            }
            case DELAY -> {
                Thread.sleep(fault.amount());
                send(answer.head(), answer.body());
            }
            case STRAGGLE -> {
                if (fault.isNth(10)) {
                    Thread.sleep(fault.amount());
                }
                send(answer.head(), answer.body());
            }
            case FLAP -> {
                if (fault.isNth(fault.amount())) {
                    reset();
                } else {
                    send(answer.head(), answer.body());
                }
            }
        }
    }

    private static byte[] half(byte[] whole) {
        return Arrays.copyOf(whole, whole.length / 2);
    }

    /** In one piece, as one answer usually comes. */
    private void send(byte[]... parts) throws IOException {
        answers.write(joined(parts));
    }

    private static byte[] joined(byte[]... parts) {
        int length = 0;
        for (var part : parts) {
            length += part.length;
        }
        var joined = new byte[length];
        int at = 0;
        for (var part : parts) {
            System.arraycopy(part, 0, joined, at, part.length);
            at += part.length;
        }
        return joined;
    }

    private void trickle(int bytesPerSecond, byte[]... parts) throws IOException, InterruptedException {
        var bytes = joined(parts);
        int step = Math.max(1, bytesPerSecond / 10);
        for (int at = 0; at < bytes.length; at += step) {
            answers.write(bytes, at, Math.min(step, bytes.length - at));
            Thread.sleep(1_000L * step / bytesPerSecond);
        }
    }

    private void flood(int megabytes) throws IOException {
        answers.write("HTTP/1.1 200 OK\r\nContent-Type: application/fhir+json\r\nTransfer-Encoding: chunked\r\n\r\n"
                .getBytes(StandardCharsets.US_ASCII));
        var chunk = ("%x\r\n".formatted(MEGABYTE) + " ".repeat(MEGABYTE) + "\r\n").getBytes(StandardCharsets.US_ASCII);
        for (int sent = 0; sent < megabytes; sent++) {
            answers.write(chunk);
        }
        answers.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    }

    private void resetSoon() throws InterruptedException {
        Thread.sleep(BEFORE_RESET_MILLIS);
        reset();
    }

    private void reset() {
        try {
            caller.setSoLinger(true, 0);
        } catch (IOException closed) {
            // It is gone already.
        }
        hangUp();
    }

    void hangUp() {
        for (var socket : new Socket[] {caller, partner}) {
            try {
                socket.close();
            } catch (IOException closed) {
                // It is gone already.
            }
        }
    }
}
