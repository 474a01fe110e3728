package care.weft.gateway.resilience;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * How many retries one partner's calls have earned: of N calls never more than {@code retryPercent} among a hundred, but for
 * the few that the first calls are given in advance. Without it, a partner in trouble would get several times its usual load.
 */
final class RetryBudget {

    /** What a retry costs; a call earns its percentage of it. */
    private static final int RETRY = 100;

    /** How many may be saved up: after a long calm, a storm of retries is still none. */
    private static final int SAVED = 10;

    private final int share;
    private final int most;
    private final AtomicInteger balance;
    private final AtomicInteger owed;

    RetryBudget(int retryPercent, int retryFloor) {
        share = retryPercent;
        most = Math.max(retryFloor, SAVED) * RETRY;
        balance = new AtomicInteger(retryFloor * RETRY);
        owed = new AtomicInteger(retryFloor * RETRY);
    }

    /** To be told of each call that is sent, before it may be retried; not of the retries. */
    void called() {
        if (owed.get() > 0) {
            owed.addAndGet(-share);
        } else if (balance.get() < most) {
            balance.addAndGet(share);
        }
    }

    /** How many retries there are, with parts of one. */
    double left() {
        return balance.get() / (double) RETRY;
    }

    /** Whether there is a retry left; it is then taken. */
    boolean take() {
        int before = balance.get();
        while (before >= RETRY) {
            int found = balance.compareAndExchange(before, before - RETRY);
            if (found == before) {
                return true;
            }
            before = found;
        }
        return false;
    }
}
