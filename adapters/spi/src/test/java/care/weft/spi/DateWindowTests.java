package care.weft.spi;

import static org.assertj.core.api.Assertions.assertThat;

import care.weft.spi.model.Moment;
import care.weft.spi.model.PartialDate;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class DateWindowTests {

    private static final DateWindow MARCH = new DateWindow(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 31));

    @Test
    void bothEndsAreIncluded() {
        assertThat(MARCH.touches(moment("2026-03-01T00:00:00Z"), null)).isTrue();
        assertThat(MARCH.touches(moment("2026-03-31T22:59:59Z"), null)).isTrue();
        // 31 March is summer time already: this is 1 April in London.
        assertThat(MARCH.touches(moment("2026-03-31T23:00:00Z"), null)).isFalse();
    }

    @Test
    void aPartialDateTouchesIfAnyDayThatItMayMeanDoes() {
        assertThat(MARCH.touches(Moment.of(new PartialDate(2026, null, null)), null))
                .isTrue();
        assertThat(MARCH.touches(Moment.of(new PartialDate(2026, 3, null)), null))
                .isTrue();
        assertThat(MARCH.touches(Moment.of(new PartialDate(2026, 4, null)), null))
                .isFalse();
    }

    @Test
    void anIntervalTouchesWhenItOverlaps() {
        var january = Moment.of(new PartialDate(2026, 1, 5));
        var may = Moment.of(new PartialDate(2026, 5, 5));

        assertThat(MARCH.touches(january, may)).isTrue();
        assertThat(MARCH.touches(january, january)).isFalse();
        assertThat(MARCH.touches(null, january)).isFalse();
        assertThat(MARCH.touches(null, may)).isTrue();
    }

    @Test
    void theUndatedIsAlwaysIncluded() {
        assertThat(MARCH.touches(null, null)).isTrue();
    }

    @Test
    void aStandardWindowIsRelativeToToday() {
        var today = LocalDate.of(2026, 3, 31);

        assertThat(StandardWindow.TWO_YEARS_BACK.on(today)).isEqualTo(new DateWindow(LocalDate.of(2024, 3, 31), null));
        assertThat(new StandardWindow(Period.ZERO, Period.ofMonths(13)).on(today))
                .isEqualTo(new DateWindow(today, LocalDate.of(2027, 4, 30)));
    }

    @Property
    void whatTouchesAWindowTouchesEveryWindowThatCoversIt(
            @ForAll @IntRange(max = 1000) int day,
            @ForAll @IntRange(max = 1000) int from,
            @ForAll @IntRange(max = 1000) int length,
            @ForAll @IntRange(max = 1000) int wider) {
        var epoch = LocalDate.of(2025, 1, 1);
        var window = new DateWindow(epoch.plusDays(from), epoch.plusDays(from + length));
        var cover = new DateWindow(epoch.plusDays(from - wider), epoch.plusDays(from + length + wider));
        var event = Moment.of(PartialDate.of(epoch.plusDays(day)));

        assertThat(cover.covers(window)).isTrue();
        if (window.touches(event, null)) {
            assertThat(cover.touches(event, null)).isTrue();
        }
    }

    private static Moment moment(String instant) {
        return Moment.of(Instant.parse(instant));
    }
}
