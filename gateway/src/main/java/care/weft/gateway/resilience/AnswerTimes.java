package care.weft.gateway.resilience;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;

/** How long the latest answers of one operation took. */
final class AnswerTimes {

    /** Of fewer, the slowest few say nothing yet. */
    static final int ENOUGH = 40;

    private static final int LATEST = 200;
    private static final int USUAL_PERCENT = 50;
    private static final int LATE_PERCENT = 95;

    /** How often it is counted anew, since that is more work than a call; the first few each time. */
    private static final int EVERY = 20;

    private final AtomicLongArray nanos = new AtomicLongArray(LATEST);
    private final AtomicLong answers = new AtomicLong();
    private volatile long usual;
    private volatile long late;

    /** To be told how long each answer took, from when its call was sent. */
    void took(Duration time) {
        long before = answers.getAndIncrement();
        nanos.set((int) (before % LATEST), time.toNanos());
        if (before < EVERY || (before + 1) % EVERY == 0) {
            count((int) Math.min(before + 1, LATEST));
        }
    }

    private void count(int known) {
        var ascending = new long[known];
        for (int place = 0; place < known; place++) {
            ascending[place] = nanos.get(place);
        }
        Arrays.sort(ascending);
        usual = Math.max(1, ascending[known * USUAL_PERCENT / 100]);
        if (known >= ENOUGH) {
            late = Math.max(1, ascending[known * LATE_PERCENT / 100]);
        }
    }

    /** What half of them took no longer than; empty before the first. */
    Optional<Duration> usual() {
        return known(usual);
    }

    /** From when on one is late: 95 of a hundred took no longer. Empty while that is not known. */
    Optional<Duration> late() {
        return known(late);
    }

    private static Optional<Duration> known(long nanos) {
        return nanos == 0 ? Optional.empty() : Optional.of(Duration.ofNanos(nanos));
    }
}
