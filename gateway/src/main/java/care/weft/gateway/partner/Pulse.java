package care.weft.gateway.partner;

import java.time.Clock;
import java.util.concurrent.atomic.AtomicReference;

/** What is known of one partner's health. Safe to tell from any thread; never blocks. */
public final class Pulse {

    private final Clock clock;
    private final AtomicReference<PartnerHealth> health = new AtomicReference<>(PartnerHealth.UNKNOWN);

    public Pulse(Clock clock) {
        this.clock = clock;
    }

    PartnerHealth health() {
        return health.get();
    }

    void answered() {
        var now = clock.instant();
        health.updateAndGet(before -> before.answered(now));
    }

    void failed() {
        var now = clock.instant();
        health.updateAndGet(before -> before.failed(now));
    }
}
