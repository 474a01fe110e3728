package care.weft.gateway.partner;

import care.weft.spi.Fault;
import care.weft.spi.PartnerException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/**
 * What went wrong with the calls that an adapter made for one read. An adapter that goes on with what it has says that its answer is
 * not whole, and not why, or names the fault alone; so this goes along in the read's Reactor context.
 */
public final class MetFaults {

    private final ConcurrentMap<Fault, PartnerException> met = new ConcurrentHashMap<>();

    /** Whether a call failed in a way that may pass: late, not reachable, asked too often. */
    public boolean mayPass() {
        return met.keySet().stream().anyMatch(Fault::retryable);
    }

    /** Why an adapter reports that fault. */
    public PartnerException of(Fault fault) {
        var known = met.get(fault);
        return known == null ? new PartnerException(fault, "reported by the adapter") : known;
    }

    /** To be written into the context of the read. */
    public Context in(Context context) {
        return context.put(MetFaults.class, this);
    }

    /** Tells another read, which waited for the same call. */
    public void tell(ContextView other) {
        met.values().forEach(failure -> note(other, failure));
    }

    static void note(ContextView context, PartnerException failure) {
        // Of one partner's calls with the same fault, one that was sent says more than one that was not.
        context.<MetFaults>getOrEmpty(MetFaults.class)
                .ifPresent(faults ->
                        faults.met.merge(failure.fault(), failure, (before, now) -> before.asked() ? before : now));
    }
}
