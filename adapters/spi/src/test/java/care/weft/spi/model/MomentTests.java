package care.weft.spi.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class MomentTests {

    @Test
    void anInstantBeforeMidnightInUtcIsAlreadyTheNextDayInLondonInSummer() {
        var moment = Moment.of(Instant.parse("2026-06-30T23:30:00Z"));

        assertThat(moment.earliestDay()).isEqualTo(LocalDate.of(2026, 7, 1));
    }

    @Test
    void theDayOnWhichTheClocksGoForwardBeginsInWinterTime() {
        var dated = Moment.of(PartialDate.of(LocalDate.of(2026, 3, 29)));

        assertThat(dated.start()).isEqualTo(Instant.parse("2026-03-29T00:00:00Z"));
    }

    @Test
    void theDayOnWhichTheClocksGoBackBeginsInSummerTime() {
        var dated = Moment.of(PartialDate.of(LocalDate.of(2026, 10, 25)));

        assertThat(dated.start()).isEqualTo(Instant.parse("2026-10-24T23:00:00Z"));
    }
}
