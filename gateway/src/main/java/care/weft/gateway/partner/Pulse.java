package care.weft.gateway.partner;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** What is known of one partner's health. Safe to tell from any thread; never blocks. */
public final class Pulse {

    private final Clock clock;
    private final Supplier<List<String>> openCircuits;
    private volatile boolean switchedOff;
    private final AtomicReference<PartnerHealth> health = new AtomicReference<>(PartnerHealth.UNKNOWN);

    /** Of a partner whose calls are never held back. */
    public Pulse(Clock clock) {
        this(clock, List::of);
    }

    /** @param openCircuits which calls are held back just now */
    Pulse(Clock clock, Supplier<List<String>> openCircuits) {
        this.clock = clock;
        this.openCircuits = openCircuits;
    }

    PartnerHealth health() {
        var known = health.get().withOpenCircuits(openCircuits.get());
        return switchedOff ? known.switchedOff() : known;
    }

    boolean isSwitchedOff() {
        return switchedOff;
    }

    void switchTo(boolean on) {
        switchedOff = !on;
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
