package care.weft.gateway.partner;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a partner answers, by the calls made since start.
 *
 * @param lastAnsweredAt null when it has not
 * @param lastFailedAt null when it has not
 */
public record PartnerHealth(
        State state,
        @Nullable Instant lastAnsweredAt,
        @Nullable Instant lastFailedAt) {

    /** What the latest call says. */
    public enum State {
        /** There was none. */
        UNKNOWN,
        /** It was answered. */
        ANSWERING,
        /** It failed. */
        FAILING
    }

    static final PartnerHealth UNKNOWN = new PartnerHealth(State.UNKNOWN, null, null);

    PartnerHealth answered(Instant at) {
        return new PartnerHealth(State.ANSWERING, at, lastFailedAt);
    }

    PartnerHealth failed(Instant at) {
        return new PartnerHealth(State.FAILING, lastAnsweredAt, at);
    }
}
