package care.weft.spi;

import java.io.Serial;

/** The failure of a whole call. It carries no stack trace: it reports what a partner did, not a defect of ours. */
public final class PartnerException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final Fault fault;
    private final boolean asked;

    /** @param detail for the log, without personal data, such as {@code HTTP 503} or {@code body is not JSON} */
    public PartnerException(Fault fault, String detail) {
        this(fault, detail, true);
    }

    private PartnerException(Fault fault, String detail, boolean asked) {
        super(detail, null, false, false);
        this.fault = fault;
        this.asked = asked;
    }

    /**
     * One of a call that was not sent, so that it says nothing of how the partner is now: the client's and the gateway's to throw, not an
     * adapter's.
     */
    public static PartnerException unasked(Fault fault, String detail) {
        return new PartnerException(fault, detail, false);
    }

    public Fault fault() {
        return fault;
    }

    /** Whether the call may have reached the partner. */
    public boolean asked() {
        return asked;
    }
}
