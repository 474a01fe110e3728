package care.weft.benchmark;

import java.time.Duration;
import java.util.List;

/**
 * What clients saw.
 *
 * @param nanos how long each answer took, ascending
 * @param different how many answers were not the ones expected
 */
record Seen(List<Long> nanos, int different, Duration took) {

    int answers() {
        return nanos.size();
    }

    double perSecond() {
        return answers() * 1e9 / took.toNanos();
    }

    /** Only those that were the ones expected. */
    double wholePerSecond() {
        return (answers() - different) * 1e9 / took.toNanos();
    }

    /** The time within which this part of the answers came, from 0 to 1, in milliseconds. */
    double millis(double part) {
        return millis(nanos, part);
    }

    /** The same of any times, ascending; 0 for none. */
    static double millis(List<Long> nanos, double part) {
        return nanos.isEmpty() ? 0 : nanos.get((int) Math.min(nanos.size() - 1, part * nanos.size())) / 1e6;
    }
}
