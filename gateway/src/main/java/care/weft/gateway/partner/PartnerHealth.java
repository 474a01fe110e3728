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
        PartnerHealthState state,
        @Nullable Instant lastAnsweredAt,
        @Nullable Instant lastFailedAt) {

    static final PartnerHealth UNKNOWN = new PartnerHealth(PartnerHealthState.UNKNOWN, null, null);

    PartnerHealth answered(Instant at) {
        return new PartnerHealth(PartnerHealthState.ANSWERING, at, lastFailedAt);
    }

    PartnerHealth failed(Instant at) {
        return new PartnerHealth(PartnerHealthState.FAILING, lastAnsweredAt, at);
    }
}
