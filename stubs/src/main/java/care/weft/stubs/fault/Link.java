package care.weft.stubs.fault;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.OutputStream;
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

    private final Socket caller;
    private final Socket partner = new Socket();
    private final @Nullable ActiveFault active;

    Link(Socket caller, @Nullable ActiveFault active) {
        this.caller = caller;
        this.active = active;
    }

    /** Passes calls and answers on until one of the two hangs up. */
    void run(int partnerPort) {
        try {
            caller.setTcpNoDelay(true);
            partner.setTcpNoDelay(true);
            partner.connect(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), partnerPort));
            Thread.ofVirtual().start(this::passCalls);
            if (active == null) {
                partner.getInputStream().transferTo(caller.getOutputStream());
            } else {
                passAnswers(active);
            }
            hangUp();
        } catch (IOException broken) {
            reset();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            reset();
        }
    }

    private void passCalls() {
        try {
            caller.getInputStream().transferTo(partner.getOutputStream());
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
            case REFUSE, NO_ACCEPT, EMPTY -> hangUp();
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
        caller.getOutputStream().write(joined(parts));
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
        var out = caller.getOutputStream();
        var bytes = joined(parts);
        int step = Math.max(1, bytesPerSecond / 10);
        for (int at = 0; at < bytes.length; at += step) {
            out.write(bytes, at, Math.min(step, bytes.length - at));
            Thread.sleep(1_000L * step / bytesPerSecond);
        }
    }

    private void flood(int megabytes) throws IOException {
        OutputStream out = caller.getOutputStream();
        out.write("HTTP/1.1 200 OK\r\nContent-Type: application/fhir+json\r\nTransfer-Encoding: chunked\r\n\r\n"
                .getBytes(StandardCharsets.US_ASCII));
        var chunk = ("%x\r\n".formatted(MEGABYTE) + " ".repeat(MEGABYTE) + "\r\n").getBytes(StandardCharsets.US_ASCII);
        for (int sent = 0; sent < megabytes; sent++) {
            out.write(chunk);
        }
        out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
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
