package care.weft.stubs.fault;

import care.weft.stubs.partner.PartnerStub;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Another address of one partner stub, on a free port of the loopback interface: passes every byte on until a fault begins, and
 * again once it has ended. Speaks TLS with whoever begins so, and plain TCP with everybody else and with the partner. Whenever
 * that changes, all connections are closed, so that none is of two minds.
 */
public final class FaultProxy implements AutoCloseable {

    private static final int BACKLOG = 200;
    private static final int NO_ROOM_MILLIS = 100;

    private final PartnerStub partner;
    private final String host;
    private final NameServer names;
    private final Certificates certificates;
    private final Set<Link> links = ConcurrentHashMap.newKeySet();
    private final List<Socket> waiting = new ArrayList<>();
    private CompletableFuture<?> accepting = CompletableFuture.completedFuture(null);
    private @Nullable ServerSocket listening;
    private @Nullable ActiveFault active;
    private int port;

    /**
     * A proxy that is not started yet.
     *
     * @param id of the partner, and the first label of its host
     */
    public FaultProxy(String id, PartnerStub partner, NameServer names, Certificates certificates) {
        this.partner = partner;
        host = id + NameServer.DOMAIN;
        this.names = names;
        this.certificates = certificates;
    }

    /** Listens; does nothing when it does already. The partner has been started before. */
    public synchronized void start() {
        if (port == 0) {
            change(null);
        }
    }

    /** Lets a fault begin, in the amount that is usual for it, in place of another. */
    public void begin(NetworkFault fault) {
        begin(fault, fault.usual());
    }

    /**
     * Lets a fault begin, in place of another.
     *
     * @param amount in the unit of the fault; 0 for a fault that has none
     */
    public synchronized void begin(NetworkFault fault, int amount) {
        change(new ActiveFault(fault, amount));
    }

    /** All is well again; does nothing when it is. */
    public synchronized void end() {
        if (active != null) {
            change(null);
        }
    }

    /** What the partner's {@link PartnerStub#baseUrl()} is by way of this address. */
    public String baseUrl() {
        return below("http://127.0.0.1");
    }

    /** The same over TLS and by name, for callers who ask the {@link NameServer} and trust the {@link Certificates}. */
    public String secureBaseUrl() {
        return below("https://" + host);
    }

    private synchronized String below(String schemeAndHost) {
        if (port == 0) {
            throw new IllegalStateException("Not started yet: the port is not known");
        }
        return schemeAndHost + ":" + port + URI.create(partner.baseUrl()).getRawPath();
    }

    /** The fault in force and its amount, in words; {@code none} for none. */
    synchronized String state() {
        return active == null ? "none" : active.toString();
    }

    private void change(@Nullable ActiveFault next) {
        close();
        active = next;
        names.mend(host);
        try {
            if (next == null) {
                accept(listen(BACKLOG), null);
            } else {
                switch (next.fault()) {
                    case NAME_UNKNOWN -> {
                        names.unknown(host);
                        accept(listen(BACKLOG), null);
                    }
                    case NAME_SLOW -> {
                        names.slow(host, Duration.ofMillis(next.amount()));
                        accept(listen(BACKLOG), null);
                    }
                    case REFUSE -> {
                        // Nobody listens.
                    }
                    case NO_ACCEPT -> fill(listen(1));
                    case HANDSHAKE_HANGS,
                            NO_TLS,
                            CERTIFICATE_OF_ANOTHER,
                            CERTIFICATE_EXPIRED,
                            CERTIFICATE_UNTRUSTED,
                            HANG,
                            EMPTY,
                            HALF_CLOSE,
                            RESET,
                            RESET_IN_HEAD,
                            RESET_IN_BODY,
                            CUT_SHORT,
                            TOO_LONG,
                            FLOOD,
                            TRICKLE,
                            TRICKLE_BODY,
                            DELAY,
                            STRAGGLE,
                            FLAP -> accept(listen(BACKLOG), next);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The proxy cannot listen on port " + port, e);
        }
    }

    private ServerSocket listen(int backlog) throws IOException {
        var server = new ServerSocket(port, backlog, InetAddress.ofLiteral("127.0.0.1"));
        port = server.getLocalPort();
        listening = server;
        return server;
    }

    /** The system itself takes as many connections as the backlog holds, and leaves all further ones without an answer. */
    private void fill(ServerSocket server) throws IOException {
        while (true) {
            var socket = new Socket();
            waiting.add(socket);
            try {
                socket.connect(new InetSocketAddress(server.getInetAddress(), server.getLocalPort()), NO_ROOM_MILLIS);
            } catch (SocketTimeoutException full) {
                return;
            }
        }
    }

    private void accept(ServerSocket server, @Nullable ActiveFault fault) {
        int partnerPort = URI.create(partner.baseUrl()).getPort();
        accepting = CompletableFuture.runAsync(
                () -> {
                    try {
                        while (true) {
                            var link = new Link(server.accept(), certificates, fault);
                            links.add(link);
                            Thread.ofVirtual().start(() -> {
                                link.run(partnerPort);
                                links.remove(link);
                            });
                        }
                    } catch (IOException closed) {
                        // The end of this fault, or of its absence.
                    }
                },
                Thread::startVirtualThread);
    }

    /** Hangs up on everybody. */
    @Override
    public synchronized void close() {
        try {
            if (listening != null) {
                listening.close();
                listening = null;
            }
            for (var socket : waiting) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        waiting.clear();
        // As long as it accepts, its port is not free.
        accepting.join();
        links.forEach(Link::hangUp);
        links.clear();
    }
}
