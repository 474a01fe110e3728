package care.weft.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import care.weft.spi.Deadline;
import care.weft.spi.Fault;
import care.weft.spi.PartnerException;
import java.util.ArrayList;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PaceTests {

    /** So near the end of the scale that it overflows in the middle of every test. */
    private static final long START = Long.MAX_VALUE - millis(700);

    private static final Deadline LATE = new Deadline(START + millis(100_000));

    private final Pace pace = new Pace(3, START);

    @Test
    void turnsOfASecondAreGivenAtOnceAndLaterOnesInOrder() {
        assertThat(take(0)).isZero();
        assertThat(take(100)).isZero();
        assertThat(take(200)).isZero();
        assertThat(take(200)).isEqualTo(800);
        assertThat(take(200)).isEqualTo(900);
        assertThat(take(200)).isEqualTo(1000);
        assertThat(take(200)).isEqualTo(1800);
        assertThat(take(5000)).isZero();
    }

    @Test
    void aTurnAfterTheDeadlineIsRefusedAndNotUsedUp() {
        for (int call = 0; call < 3; call++) {
            take(0);
        }
        assertThatExceptionOfType(PartnerException.class)
                .isThrownBy(() -> pace.take(START, new Deadline(START + millis(999))))
                .satisfies(refused -> assertThat(refused.fault()).isEqualTo(Fault.RATE_LIMITED));
        assertThat(take(0)).isEqualTo(1000);
    }

    @Test
    void noSecondEverHoldsMoreTurnsThanAllowed() {
        var random = new Random(7);
        var turns = new ArrayList<Long>();
        long now = 0;
        for (int call = 0; call < 5000; call++) {
            now += random.nextInt(1000);
            turns.add(now + take(now));
        }
        for (int turn = 3; turn < turns.size(); turn++) {
            assertThat(turns.get(turn) - turns.get(turn - 3)).isGreaterThanOrEqualTo(1000);
        }
    }

    @Test
    void aTurnGivenBackIsTheNextAndOneOfThePastIsGone() {
        for (int call = 0; call < 3; call++) {
            take(0);
        }
        assertThat(take(0)).isEqualTo(1000);
        assertThat(take(0)).isEqualTo(1000);

        pace.giveBack(START + millis(1000));
        assertThat(take(400)).isEqualTo(600);
        assertThat(take(400)).as("as if it had never been given back").isEqualTo(600);
        assertThat(take(400)).isEqualTo(1600);

        pace.giveBack(START + millis(2000));
        assertThat(take(2100)).as("two of its second are left").isZero();
        assertThat(take(2100)).isZero();
        assertThat(take(2100)).isEqualTo(900);
    }

    @Test
    void whoLeaveInACrowdLeaveTheirTurnsToOthers() {
        var random = new Random(11);
        var turns = new ArrayList<Long>();
        long now = 0;
        for (int call = 0; call < 5000; call++) {
            now += random.nextInt(700);
            long turn = now + take(now);
            if (turn > now && random.nextInt(3) == 0) {
                pace.giveBack(START + millis(turn));
            } else {
                turns.add(turn);
            }
        }
        turns.sort(null);
        for (int turn = 3; turn < turns.size(); turn++) {
            assertThat(turns.get(turn) - turns.get(turn - 3)).isGreaterThanOrEqualTo(1000);
        }
    }

    @Test
    void zeroIsNoLimit() {
        var free = new Pace(0, START);
        for (int call = 0; call < 100; call++) {
            assertThat(free.take(START, LATE)).isZero();
        }
    }

    private long take(long atMillis) {
        long now = START + millis(atMillis);
        return TimeUnit.NANOSECONDS.toMillis(pace.take(now, new Deadline(now + millis(100_000))));
    }

    private static long millis(long millis) {
        return TimeUnit.MILLISECONDS.toNanos(millis);
    }
}
