package care.weft.stubs.fault;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What may go wrong below HTTP. What WireMock can play, such as a status or a body that is no JSON, is not among it. The faults of
 * names and of certificates concern only those who call by {@link FaultProxy#secureBaseUrl()}.
 */
public enum NetworkFault {
    /** Nobody knows the host. */
    NAME_UNKNOWN,
    /** The name server takes so many milliseconds. */
    NAME_SLOW(10_000),
    /** Nobody listens. */
    REFUSE,
    /** Connections are neither taken nor refused. */
    NO_ACCEPT,
    /** Connections are taken, and nothing that a caller sends is read as anything. */
    HANDSHAKE_HANGS,
    /** Speaks no TLS, whatever the address says. */
    NO_TLS,
    /** Shows a certificate of another host. */
    CERTIFICATE_OF_ANOTHER,
    /** Shows a certificate that ended yesterday. */
    CERTIFICATE_EXPIRED,
    /** Shows a certificate by an authority that nobody has heard of. */
    CERTIFICATE_UNTRUSTED,
    /** Calls are taken, and nothing is said. */
    HANG,
    /** Hangs up in place of an answer. */
    EMPTY,
    /** Ends its own side of the connection in place of an answer, and keeps the other open. */
    HALF_CLOSE,
    /** Resets the connection in place of an answer. */
    RESET,
    /** Resets it halfway through the headers. */
    RESET_IN_HEAD,
    /** Resets it halfway through the body. */
    RESET_IN_BODY,
    /** Hangs up halfway through the body. */
    CUT_SHORT,
    /** Sends more than {@code Content-Length} says. */
    TOO_LONG,
    /** Sends blanks in place of the body, without saying how many; the amount is in megabytes. */
    FLOOD(100),
    /** Sends only so many bytes a second. */
    TRICKLE(1),
    /** Sends the headers at once, and then only so many bytes a second. */
    TRICKLE_BODY(1),
    /** Begins each answer so many milliseconds late. */
    DELAY(300),
    /** Begins one answer in ten so many milliseconds late. */
    STRAGGLE(1_000),
    /** Resets the connection in place of each so-manieth answer. */
    FLAP(2);

    private final int usual;

    NetworkFault() {
        this(0);
    }

    NetworkFault(int usual) {
        this.usual = usual;
    }

    /** The amount when none is given; 0 for a fault that has none. */
    int usual() {
        return usual;
    }

    /** As it is named in addresses, for example {@code reset-in-body}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<NetworkFault> named(String id) {
        return Stream.of(values()).filter(fault -> fault.id().equals(id)).findFirst();
    }
}
