package care.weft.stubs.fault;

import java.util.concurrent.atomic.AtomicInteger;

/** A fault in force at one partner. */
final class ActiveFault {

    private final NetworkFault fault;
    private final int amount;
    private final AtomicInteger answers = new AtomicInteger();

    ActiveFault(NetworkFault fault, int amount) {
        if (amount < (fault.usual() == 0 ? 0 : 1)) {
            throw new IllegalArgumentException("The amount of " + fault.id() + " is 1 or more");
        }
        this.fault = fault;
        this.amount = amount;
    }

    NetworkFault fault() {
        return fault;
    }

    /** In the unit of the fault. */
    int amount() {
        return amount;
    }

    /** Counts one more answer; true for each {@code n}-th, whatever connection they come over. */
    boolean isNth(int n) {
        return answers.incrementAndGet() % n == 0;
    }

    @Override
    public String toString() {
        return fault.usual() == 0 ? fault.id() : fault.id() + " " + amount;
    }
}
