package care.weft.gateway.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BacklogTests {

    private static final int PROCESSORS = 2;

    private final Backlog backlog = new Backlog(PROCESSORS, 0, 0);
    private long now;
    private long processorTime;
    private long ended;

    @Test
    void saturatedProcessorsNeedTheTimeOfWhatIsUnderWay() {
        // 40 operations took 1 s of processor time: 25 ms each.
        assertThat(after(500, 1_000, 40, 40)).isEqualTo(Duration.ofMillis(500));
        assertThat(after(50, 0, 0, 8)).as("within a window").isEqualTo(Duration.ofMillis(100));
    }

    @Test
    void whileProcessorsHaveTimeThereIsNoneHoweverManyWaitForPartners() {
        assertThat(after(500, 850, 40, 400)).isEqualTo(Duration.ZERO);
    }

    @Test
    void whatAnOperationCostsIsLearntGraduallyAndNotForgottenWhileNoneEnds() {
        after(500, 1_000, 40, 1);
        assertThat(after(500, 1_000, 20, 10)).isEqualTo(Duration.ofNanos(10 * 32_500_000L / PROCESSORS));
        assertThat(after(500, 1_000, 0, 10)).isEqualTo(Duration.ofNanos(10 * 32_500_000L / PROCESSORS));
    }

    @Test
    void nothingIsKnownBeforeTheFirstHasEnded() {
        assertThat(after(500, 1_000, 0, 100)).isEqualTo(Duration.ZERO);
    }

    private Duration after(long millis, long processorMillis, long ended, int underWay) {
        now += Duration.ofMillis(millis).toNanos();
        processorTime += Duration.ofMillis(processorMillis).toNanos();
        this.ended += ended;
        return Duration.ofNanos(backlog.nanos(now, processorTime, underWay, this.ended));
    }
}
