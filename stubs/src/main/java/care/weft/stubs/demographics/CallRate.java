package care.weft.stubs.demographics;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * How often each application may call.
 *
 * <p>A bucket of twice as many calls as a second allows, filled at that rate: who keeps to the limit is never refused, even when
 * a slow network makes the calls of one second arrive with those of the next.
 */
final class CallRate {

    /** What the register allows an application until it is agreed otherwise. */
    static final int OF_THE_REGISTER = 5;

    private static final int SECONDS_AT_ONCE = 2;
    private static final double NANOS_PER_SECOND = TimeUnit.SECONDS.toNanos(1);

    private final LongSupplier nanoTime;
    private final Map<String, Bucket> buckets = new HashMap<>();
    private int callsPerSecond;

    CallRate(int callsPerSecond, LongSupplier nanoTime) {
        this.callsPerSecond = callsPerSecond;
        this.nanoTime = nanoTime;
    }

    /** @param most 0 for no limit */
    synchronized void callsPerSecond(int most) {
        callsPerSecond = most;
        buckets.clear();
    }

    /** Whether this application may call now; counts the call if so. */
    synchronized boolean allows(String application) {
        if (callsPerSecond == 0) {
            return true;
        }
        double full = callsPerSecond * SECONDS_AT_ONCE;
        long now = nanoTime.getAsLong();
        var before = buckets.getOrDefault(application, new Bucket(full, now));
        double left = Math.min(full, before.left + (now - before.at) / NANOS_PER_SECOND * callsPerSecond);
        boolean allowed = left >= 1;
        buckets.put(application, new Bucket(allowed ? left - 1 : left, now));
        return allowed;
    }

    private record Bucket(double left, long at) {}
}
