package care.weft.stubs.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A name server on the loopback interface: every host below {@code .partner.example} is on this machine, until it is made unknown
 * or slow to find. Nobody may remember what it says.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc1035">RFC 1035</a>
 */
public final class NameServer implements AutoCloseable {

    static final String DOMAIN = ".partner.example";

    private static final int LONGEST_MESSAGE = 512;
    private static final int HEADER = 12;
    private static final int ANSWER = 0x8480;
    private static final int NO_SUCH_NAME = 3;
    private static final int ADDRESS = 1;
    private static final int NAME_OF_THE_QUESTION = 0xc00c;

    private final Map<String, Integer> late = new ConcurrentHashMap<>();
    private @Nullable DatagramSocket socket;

    /** Listens on any free port; does nothing when it does already. */
    public synchronized void start() {
        if (socket != null) {
            return;
        }
        try {
            var listening = new DatagramSocket(0, InetAddress.ofLiteral("127.0.0.1"));
            Thread.ofVirtual().name("name-server").start(() -> listen(listening));
            socket = listening;
        } catch (IOException e) {
            throw new UncheckedIOException("The name server cannot listen", e);
        }
    }

    /** Where it is asked. */
    public synchronized InetSocketAddress address() {
        if (socket == null) {
            throw new IllegalStateException("Not started yet: the port is not known");
        }
        return (InetSocketAddress) socket.getLocalSocketAddress();
    }

    /** From now on nobody knows the host. */
    void unknown(String host) {
        late.put(host, -1);
    }

    /** From now on it takes that long to say where the host is. */
    void slow(String host, Duration howLong) {
        late.put(host, (int) howLong.toMillis());
    }

    /** From now on the host is found at once. */
    void mend(String host) {
        late.remove(host);
    }

    private void listen(DatagramSocket listening) {
        try {
            while (true) {
                var question = new DatagramPacket(new byte[LONGEST_MESSAGE], LONGEST_MESSAGE);
                listening.receive(question);
                Thread.ofVirtual().start(() -> answer(listening, question));
            }
        } catch (IOException closed) {
            // Nobody is to be answered any more.
        }
    }

    private void answer(DatagramSocket listening, DatagramPacket question) {
        try {
            var message = ByteBuffer.wrap(question.getData(), 0, question.getLength());
            var host = host(message.position(HEADER));
            int type = message.getShort();
            message.getShort();
            int lateness = host.endsWith(DOMAIN) ? late.getOrDefault(host, 0) : -1;
            var asked = ByteBuffer.wrap(question.getData(), 0, message.position());
            if (lateness > 0) {
                Thread.sleep(lateness);
            }
            var said = answer(asked, type, lateness >= 0);
            listening.send(new DatagramPacket(said, said.length, question.getSocketAddress()));
        } catch (BufferUnderflowException | IllegalArgumentException | IOException unanswerable) {
            // It is no question, or this server is closed: nobody waits for more than silence.
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private static String host(ByteBuffer message) {
        var host = new StringBuilder();
        for (int length = message.get(); length != 0; length = message.get()) {
            var label = new byte[length & 0xff];
            message.get(label);
            host.append(host.isEmpty() ? "" : ".").append(new String(label, StandardCharsets.US_ASCII));
        }
        return host.toString();
    }

    /** @param asked the message up to the end of its question */
    private static byte[] answer(ByteBuffer asked, int type, boolean known) {
        boolean told = known && type == ADDRESS;
        var answer = ByteBuffer.allocate(LONGEST_MESSAGE).put(asked);
        answer.putShort(2, (short) (ANSWER | (known ? 0 : NO_SUCH_NAME)))
                .putShort(4, (short) 1)
                .putShort(6, (short) (told ? 1 : 0))
                .putShort(8, (short) 0)
                .putShort(10, (short) 0);
        if (told) {
            answer.putShort((short) NAME_OF_THE_QUESTION)
                    .putShort((short) ADDRESS)
                    .putShort((short) 1)
                    .putInt(0)
                    .putShort((short) 4)
                    .put(new byte[] {127, 0, 0, 1});
        }
        return Arrays.copyOf(answer.array(), answer.position());
    }

    @Override
    public synchronized void close() {
        if (socket != null) {
            socket.close();
            socket = null;
        }
    }
}
