package care.weft.stubs.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateFilterTests {

    @ParameterizedTest
    @CsvSource({
        // a day, and dates within, around and beside it
        "2026-03-10, 2026-03-10T09:00:00Z, true",
        "2026-03-10, 2026-03, false",
        "eq2026-03, 2026-03-10, true",
        "eq2026, 2026-03, true",
        "ne2026-03-10, 2026-03, true",
        "ne2026-03, 2026-03-10, false",
        // partial dates match when any day that they may mean does
        "ge2026-03-20, 2026-03, true",
        "ge2026-04-01, 2026-03, false",
        "le2026-03-10, 2026-03, true",
        "le2026-02-28, 2026-03, false",
        "gt2026-03-31, 2026-03, false",
        "gt2026-03-30, 2026-03, true",
        "lt2026-03-01, 2026-03, false",
        "lt2026-03-02, 2026-03, true",
        "ge2026-06-30, 2026, true",
        // wholly after, wholly before
        "sa2026-03-10, 2026-03-11, true",
        "sa2026-03-10, 2026-03-10, false",
        "eb2026-03-10, 2026-03-09, true",
        "eb2026-03-10, 2026-03-10, false",
        // London days: on 29 March 2026 the clocks go forward at 01:00 UTC
        "eq2026-03-29, 2026-03-29T22:59:59Z, true",
        "eq2026-03-29, 2026-03-29T23:00:00Z, false",
        "eq2026-03-29, 2026-03-29T00:00:00Z, true",
        "ge2026-03-29T02:00:00, 2026-03-29T01:00:00Z, true",
        "ge2026-03-29T02:00:01, 2026-03-29T01:00:00Z, false",
        // on 25 October 2026 they go back
        "eq2026-10-25, 2026-10-24T23:00:00Z, true",
        "eq2026-10-25, 2026-10-25T23:59:59Z, true",
        "ge2026-10-25T01:30:00+00:00, 2026-10-25T01:30:00+01:00, false",
    })
    void datesAreComparedByAllThatTheyMayMean(String asked, String recorded, boolean matches) {
        assertThat(DateFilter.of("date", asked).matches(DateBounds.of(recorded)))
                .isEqualTo(matches);
    }

    @Test
    void aPeriodIsFoundWhenAnyOfItOverlaps() {
        var stay = DateBounds.period("2026-03-08", "2026-03-10T09:00:00Z");

        assertThat(DateFilter.of("date", "ge2026-03-10").matches(stay)).isTrue();
        assertThat(DateFilter.of("date", "ge2026-03-11").matches(stay)).isFalse();
        assertThat(DateFilter.of("date", "le2026-03-08").matches(stay)).isTrue();
        assertThat(DateFilter.of("date", "le2026-03-07").matches(stay)).isFalse();
        assertThat(DateFilter.of("date", "2026-03-09").matches(stay)).isFalse();
    }

    @Test
    void whatHasNotEndedLastsForEver() {
        assertThat(DateFilter.of("date", "ge2999").matches(DateBounds.since("2026-03-08")))
                .isTrue();
        assertThat(DateFilter.of("date", "lt2026-03-08").matches(DateBounds.since("2026-03-08")))
                .isFalse();
    }

    @Test
    void whatHasNoDateIsNeverFoundByOne() {
        assertThat(DateFilter.of("date", "ge1900").matches(null)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "g", "ge", "2026-1-1", "ap2026", "xx2026", "2026-02-30", "2026-03-10,2026-03-11", "20260310"
            })
    void whatIsNoDateIsRefused(String asked) {
        assertThatExceptionOfType(FhirProblem.class)
                .isThrownBy(() -> DateFilter.of("date", asked))
                .satisfies(problem -> assertThat(problem.status()).isEqualTo(400));
    }
}
