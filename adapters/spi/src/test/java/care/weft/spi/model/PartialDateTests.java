package care.weft.spi.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PartialDateTests {

    @ParameterizedTest
    @ValueSource(strings = {"2026", "2026-03", "2026-03-09", "2024-02-29", "0001"})
    void itIsWrittenAsItWasRead(String written) {
        assertThat(PartialDate.parse(written)).get().hasToString(written);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "26", "2026-13", "2026-02-29", "2026-3-9", "20-26", "yyyy", "2026-03-09T10:00", "0000"})
    void whatIsNoDateIsEmpty(String written) {
        assertThat(PartialDate.parse(written)).isEmpty();
    }

    @Test
    void aMonthMayMeanAnyOfItsDays() {
        var february = new PartialDate(2024, 2, null);

        assertThat(february.earliest()).isEqualTo(LocalDate.of(2024, 2, 1));
        assertThat(february.latest()).isEqualTo(LocalDate.of(2024, 2, 29));
        assertThat(february.precision()).isEqualTo(Precision.MONTH);
    }

    @Test
    void aYearMayMeanAnyOfItsDays() {
        var year = new PartialDate(2024, null, null);

        assertThat(year.earliest()).isEqualTo(LocalDate.of(2024, 1, 1));
        assertThat(year.latest()).isEqualTo(LocalDate.of(2024, 12, 31));
    }
}
