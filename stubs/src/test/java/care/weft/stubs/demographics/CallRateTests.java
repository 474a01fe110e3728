package care.weft.stubs.demographics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CallRateTests {

    private long now;
    private final CallRate rate = new CallRate(5, () -> now);

    @Test
    void whoKeepsToTheLimitIsNeverRefused() {
        for (int second = 0; second < 60; second++) {
            // Every other second's calls are late by most of a second.
            after(Duration.ofMillis(second % 2 == 0 ? 1_900 : 100));
            assertThat(allowed("one", 5)).isEqualTo(5);
        }
    }

    @Test
    void twiceTheLimitAtOnceIsTolerated() {
        assertThat(allowed("one", 30)).isEqualTo(10);
    }

    @Test
    void whoGoesOnTooFastGetsNoMoreThanTheLimit() {
        allowed("one", 10);

        after(Duration.ofSeconds(1));
        assertThat(allowed("one", 30)).isEqualTo(5);
        after(Duration.ofMillis(400));
        assertThat(allowed("one", 30)).isEqualTo(2);
    }

    @Test
    void eachApplicationHasALimitOfItsOwn() {
        allowed("one", 30);

        assertThat(allowed("other", 5)).isEqualTo(5);
    }

    @Test
    void theLimitCanBeLiftedAndSetAgain() {
        rate.callsPerSecond(0);
        assertThat(allowed("one", 1_000)).isEqualTo(1_000);

        rate.callsPerSecond(1);
        assertThat(allowed("one", 1_000)).isEqualTo(2);
    }

    private void after(Duration time) {
        now += time.toNanos();
    }

    private long allowed(String application, int calls) {
        return IntStream.range(0, calls)
                .filter(call -> rate.allows(application))
                .count();
    }
}
