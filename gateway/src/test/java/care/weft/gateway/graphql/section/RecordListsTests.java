package care.weft.gateway.graphql.section;

import static care.weft.gateway.testing.Records.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import care.weft.gateway.testing.Records;
import care.weft.spi.DateWindow;
import care.weft.spi.model.CareRecord;
import care.weft.spi.model.Moment;
import care.weft.spi.model.PartialDate;
import care.weft.spi.model.StayBuilder;
import care.weft.spi.model.StayState;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RecordListsTests {

    private static final DateWindow MARCH = new DateWindow(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 31));

    @Test
    void whatGoesOnIsInEveryLaterPeriod() {
        assertThat(isIn(MARCH, stay(StayState.IN_HOSPITAL, "2026-01-05", null))).isTrue();
        assertThat(isIn(MARCH, stay(StayState.UNKNOWN, "2026-01-05", null))).isTrue();
    }

    @Test
    void whatEndedIsInThePeriodsThatItTouches() {
        assertThat(isIn(MARCH, stay(StayState.DISCHARGED, "2026-01-05", "2026-03-01")))
                .isTrue();
        assertThat(isIn(MARCH, stay(StayState.DISCHARGED, "2026-01-05", "2026-02-28")))
                .isFalse();
        assertThat(isIn(MARCH, stay(StayState.DISCHARGED, "2026-01-05", null))).isFalse();
    }

    @Test
    void whatIsStillToComeIsNotInThePast() {
        assertThat(isIn(MARCH, stay(StayState.PLANNED, "2026-04-01", null))).isFalse();
    }

    @Test
    void theUndatedIsAlwaysIn() {
        assertThat(isIn(MARCH, stay(StayState.IN_HOSPITAL, null, null))).isTrue();
    }

    private static boolean isIn(DateWindow window, CareRecord record) {
        return window.touches(record.when(), RecordLists.end(record));
    }

    private static CareRecord stay(StayState state, @Nullable String from, @Nullable String to) {
        return StayBuilder.builder()
                .source(Records.source("s", ADA))
                .title("Stay")
                .stayState(state)
                .admittedOn(moment(from))
                .dischargedOn(moment(to))
                .build();
    }

    private static @Nullable Moment moment(@Nullable String date) {
        return date == null ? null : Moment.of(PartialDate.parse(date).orElseThrow());
    }
}
