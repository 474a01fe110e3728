package care.weft.gateway.partner;

import care.weft.spi.Fault;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/**
 * Whether a call that an adapter made for one read failed in a way that may pass: late, not reachable, asked too often. An adapter
 * that goes on with what it has says that its answer is not whole, and not why; so this goes along in the read's Reactor context.
 */
public final class PassingFaults {

    private volatile boolean met;

    public boolean met() {
        return met;
    }

    /** To be written into the context of the read. */
    public Context in(Context context) {
        return context.put(PassingFaults.class, this);
    }

    /** Tells another read, which waited for the same call. */
    public void tell(ContextView other) {
        if (met) {
            other.<PassingFaults>getOrEmpty(PassingFaults.class).ifPresent(faults -> faults.met = true);
        }
    }

    static void note(ContextView context, Fault fault) {
        if (fault.retryable()) {
            context.<PassingFaults>getOrEmpty(PassingFaults.class).ifPresent(faults -> faults.met = true);
        }
    }
}
