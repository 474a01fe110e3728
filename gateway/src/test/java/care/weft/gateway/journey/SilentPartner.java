package care.weft.gateway.journey;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A trust that takes calls, does not answer them, and notices when a caller gives one up. */
final class SilentPartner implements AutoCloseable {

    private static final int LONG_ENOUGH_SECONDS = 20;

    private final ServerSocket listening;
    private final byte @Nullable [] patient;
    private final BlockingQueue<Call> calls = new LinkedBlockingQueue<>();
    private final Queue<Socket> callers = new ConcurrentLinkedQueue<>();

    /**
     * Listens.
     *
     * @param port of the loopback interface
     * @param patient what it does answer when it is searched for a patient; null for silence there too
     */
    SilentPartner(int port, @Nullable String patient) throws IOException {
        this.patient = patient == null ? null : patient.getBytes(StandardCharsets.UTF_8);
        listening = new ServerSocket(port, 100, InetAddress.ofLiteral("127.0.0.1"));
        Thread.ofVirtual().start(this::accept);
    }

    /** One call that is not answered. */
    static final class Call {

        private final long begun = System.nanoTime();
        private final BlockingQueue<Long> end = new LinkedBlockingQueue<>();

        /** The moment when it came, on the scale of {@link System#nanoTime()}. */
        long begun() {
            return begun;
        }

        /** Waits until the caller has gone; gives the moment, on the scale of {@link System#nanoTime()}. */
        long gone() throws InterruptedException {
            var moment = end.poll(LONG_ENOUGH_SECONDS, TimeUnit.SECONDS);
            if (moment == null) {
                throw new AssertionError("The call was never given up");
            }
            return moment;
        }
    }

    /** Waits for the next call. */
    Call call() throws InterruptedException {
        var call = calls.poll(LONG_ENOUGH_SECONDS, TimeUnit.SECONDS);
        if (call == null) {
            throw new AssertionError("No call came");
        }
        return call;
    }

    /** The calls that have come and that nobody has waited for. */
    List<Call> furtherCalls() {
        var further = new ArrayList<Call>();
        calls.drainTo(further);
        return further;
    }

    private void accept() {
        try {
            while (true) {
                var caller = listening.accept();
                callers.add(caller);
                Thread.ofVirtual().start(() -> hear(caller));
            }
        } catch (IOException closed) {
            // The end.
        }
    }

    private void hear(Socket caller) {
        Call call = null;
        try (caller;
                var in =
                        new BufferedReader(new InputStreamReader(caller.getInputStream(), StandardCharsets.US_ASCII))) {
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                if (line.startsWith("GET /fhir/R4/Patient?") && patient != null) {
                    skipHeaders(in);
                    answer(caller.getOutputStream(), patient);
                } else if (line.startsWith("GET ")) {
                    call = new Call();
                    calls.add(call);
                    in.transferTo(Writer.nullWriter());
                }
            }
        } catch (IOException reset) {
            // Gone too.
        }
        if (call != null) {
            call.end.add(System.nanoTime());
        }
    }

    private static void skipHeaders(BufferedReader in) throws IOException {
        for (var line = in.readLine(); line != null && !line.isEmpty(); ) {
            line = in.readLine();
        }
    }

    private static void answer(OutputStream out, byte[] body) throws IOException {
        var head =
                "HTTP/1.1 200 OK\r\nContent-Type: application/fhir+json\r\nContent-Length: " + body.length + "\r\n\r\n";
        out.write(head.getBytes(StandardCharsets.US_ASCII));
        out.write(body);
        out.flush();
    }

    /** Hangs up, also on callers who keep their connection for another call. */
    @Override
    public void close() throws IOException {
        listening.close();
        for (var caller : callers) {
            caller.close();
        }
    }
}
