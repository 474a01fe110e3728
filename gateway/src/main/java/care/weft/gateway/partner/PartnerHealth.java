package care.weft.gateway.partner;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a partner answers, by the calls made since start.
 *
 * @param lastAnsweredAt null when it has not
 * @param lastFailedAt null when it has not
 * @param openCircuits the calls that are held back just now: endpoint and operation, in order
 */
public record PartnerHealth(
        PartnerHealthState state,
        @Nullable Instant lastAnsweredAt,
        @Nullable Instant lastFailedAt,
        List<String> openCircuits) {

    public PartnerHealth {
        openCircuits = List.copyOf(openCircuits);
    }

    static final PartnerHealth UNKNOWN = new PartnerHealth(PartnerHealthState.UNKNOWN, null, null, List.of());

    PartnerHealth answered(Instant at) {
        return new PartnerHealth(PartnerHealthState.ANSWERING, at, lastFailedAt, openCircuits);
    }

    PartnerHealth failed(Instant at) {
        return new PartnerHealth(PartnerHealthState.FAILING, lastAnsweredAt, at, openCircuits);
    }

    PartnerHealth switchedOff() {
        return new PartnerHealth(PartnerHealthState.SWITCHED_OFF, lastAnsweredAt, lastFailedAt, openCircuits);
    }

    PartnerHealth withOpenCircuits(List<String> circuits) {
        return new PartnerHealth(state, lastAnsweredAt, lastFailedAt, circuits);
    }
}
