package care.weft.gateway.resilience;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;

/** When an answer of one operation is late: later than 95 of a hundred of the latest came. */
final class Lateness {

    /** Of fewer, the slowest few say nothing yet. */
    static final int ENOUGH = 40;

    private static final int LATEST = 200;
    private static final int LATE_PERCENT = 95;

    /** How often it is counted anew, since that is more work than a call. */
    private static final int EVERY = 20;

    private final AtomicLongArray nanos = new AtomicLongArray(LATEST);
    private final AtomicLong answers = new AtomicLong();
    private volatile long late;

    /** To be told how long each answer took, from when its call was sent. */
    void took(Duration time) {
        long before = answers.getAndIncrement();
        nanos.set((int) (before % LATEST), time.toNanos());
        if (before + 1 >= ENOUGH && (before + 1) % EVERY == 0) {
            count((int) Math.min(before + 1, LATEST));
        }
    }

    private void count(int known) {
        var ascending = new long[known];
        for (int place = 0; place < known; place++) {
            ascending[place] = nanos.get(place);
        }
        Arrays.sort(ascending);
        late = Math.max(1, ascending[known * LATE_PERCENT / 100]);
    }

    /** From when on it is late; empty while that is not known. */
    Optional<Duration> after() {
        long known = late;
        return known == 0 ? Optional.empty() : Optional.of(Duration.ofNanos(known));
    }
}
