package care.weft.http;

import care.weft.spi.Deadline;
import care.weft.spi.Fault;
import care.weft.spi.PartnerException;
import java.util.Arrays;
import java.util.PriorityQueue;
import java.util.concurrent.TimeUnit;

/** Gives out turns, at most so many within any second: at once while there are some, later ones in order. */
final class Pace {

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    /** The latest turns, as many as may fall within a second; a ring. */
    private final long[] turns;

    private int oldest;

    /** Those still to come that nobody wants any more. */
    private final PriorityQueue<Long> givenBack = new PriorityQueue<>((one, other) -> Long.signum(one - other));

    /** @param perSecond 0 for no limit */
    Pace(int perSecond, long now) {
        turns = new long[perSecond];
        Arrays.fill(turns, now - SECOND);
    }

    /**
     * Takes the next turn.
     *
     * @param now on the scale of {@link System#nanoTime()}
     * @return nanoseconds until the turn; 0 for now
     * @throws PartnerException RATE_LIMITED, and no turn taken, when it would come after the deadline
     */
    synchronized long take(long now, Deadline deadline) {
        if (turns.length == 0) {
            return 0;
        }
        while (!givenBack.isEmpty() && givenBack.element() - now < 0) {
            givenBack.remove();
        }
        var again = givenBack.peek();
        long turn = again != null ? again : now + Math.max(0, turns[oldest] + SECOND - now);
        if (turn - deadline.nanoTime() > 0) {
            throw PartnerException.unasked(
                    Fault.RATE_LIMITED, "no turn within the calls per second before the deadline");
        }
        if (again != null) {
            givenBack.remove();
        } else {
            turns[oldest] = turn;
            oldest = (oldest + 1) % turns.length;
        }
        return turn - now;
    }

    /**
     * Gives back a turn for which somebody was to wait and no longer does; whoever asks before it comes may have it.
     *
     * @param turn when it would have come, on the same scale
     */
    synchronized void giveBack(long turn) {
        givenBack.add(turn);
    }
}
