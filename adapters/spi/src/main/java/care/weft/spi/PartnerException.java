package care.weft.spi;

import java.io.Serial;

/** The failure of a whole call. It carries no stack trace: it reports what a partner did, not a defect of ours. */
public final class PartnerException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final Fault fault;

    /** @param detail for the log, without personal data, such as {@code HTTP 503} or {@code body is not JSON} */
    public PartnerException(Fault fault, String detail) {
        super(detail, null, false, false);
        this.fault = fault;
    }

    public Fault fault() {
        return fault;
    }
}
