package care.weft.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import care.weft.spi.model.Moment;
import care.weft.spi.model.PartialDate;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;

class DatesTests {

    @Example
    void readsEveryPrecisionAsExactAsItIsWritten() {
        assertThat(moment("2026"))
                .hasToString(Moment.of(new PartialDate(2026, null, null)).toString());
        assertThat(moment("2026-03")).isEqualTo(Moment.of(new PartialDate(2026, 3, null)));
        assertThat(moment("2026-03-09")).isEqualTo(Moment.of(new PartialDate(2026, 3, 9)));
        assertThat(moment("2026-03-09T10:46:00Z")).isEqualTo(at("2026-03-09T10:46:00Z"));
    }

    @Example
    void readsTimesAsPartnersWriteThem() {
        assertThat(moment("2023-05-18T17:50:00+07:00")).isEqualTo(at("2023-05-18T10:50:00Z"));
        assertThat(moment("2021-06-13T12:30:00.123456789012Z")).isEqualTo(at("2021-06-13T12:30:00.123456789Z"));
        assertThat(moment("2021-06-13T12:30:00,5z")).isEqualTo(at("2021-06-13T12:30:00.5Z"));
        assertThat(moment("2021-06-13T12:30+01:00")).isEqualTo(at("2021-06-13T11:30:00Z"));
        assertThat(moment("2021-06-13T12:30:00+0100")).isEqualTo(at("2021-06-13T11:30:00Z"));
        assertThat(moment("2021-06-13t12:30:00-00:00")).isEqualTo(at("2021-06-13T12:30:00Z"));
        assertThat(moment("2021-06-13 12:30:00 +01")).isEqualTo(at("2021-06-13T11:30:00Z"));
    }

    @Example
    void midnightAtTheEndOfADayIsTheBeginningOfTheNext() {
        assertThat(moment("2021-12-31T24:00:00Z")).isEqualTo(at("2022-01-01T00:00:00Z"));
        assertThat(moment("2021-12-31T24:00:01Z")).isNull();
    }

    @Example
    void leapSecondIsTheFirstSecondOfTheNextMinute() {
        assertThat(moment("2016-12-31T23:59:60Z")).isEqualTo(at("2017-01-01T00:00:00Z"));
    }

    @Example
    void timeWithoutOffsetIsLondonTimeSummerAndWinter() {
        assertThat(moment("2026-07-01T09:00:00")).isEqualTo(at("2026-07-01T08:00:00Z"));
        assertThat(moment("2026-12-01T09:00:00")).isEqualTo(at("2026-12-01T09:00:00Z"));
    }

    @Example
    void timeWithoutOffsetInTheRepeatedHourOfAutumnIsTheEarlierOfTheTwo() {
        assertThat(moment("2026-10-25T01:30:00")).isEqualTo(at("2026-10-25T00:30:00Z"));
        assertThat(moment("2026-10-25T00:59:59")).isEqualTo(at("2026-10-24T23:59:59Z"));
        assertThat(moment("2026-10-25T02:00:00")).isEqualTo(at("2026-10-25T02:00:00Z"));
    }

    @Example
    void timeWithoutOffsetInTheHourThatSpringSkipsMovesForward() {
        assertThat(moment("2026-03-29T01:30:00")).isEqualTo(at("2026-03-29T01:30:00Z"));
        assertThat(moment("2026-03-29T00:59:59")).isEqualTo(at("2026-03-29T00:59:59Z"));
        assertThat(moment("2026-03-29T02:00:00")).isEqualTo(at("2026-03-29T01:00:00Z"));
    }

    @Example
    void dateOfATimeIsItsLondonDay() {
        assertThat(Dates.date("1965-06-11T23:00:00Z")).isEqualTo(new PartialDate(1965, 6, 12));
        assertThat(Dates.date("2026-12-01T23:30:00Z")).isEqualTo(new PartialDate(2026, 12, 1));
        assertThat(Dates.date("2026-03")).isEqualTo(new PartialDate(2026, 3, null));
    }

    @Example
    void whatIsNoDateIsNull() {
        for (var written : new String[] {
            "",
            "soon",
            "20",
            "2026-13",
            "2026-02-30",
            "2026-02-30T10:00:00Z",
            "2026-3-9",
            "09/03/2026",
            "0000",
            "0000-01-01",
            "0000-01-01T00:00:00Z",
            "2026-03-09T",
            "2026-03-09T25:00:00Z",
            "2026-03-09T10:61:00Z",
            "2026-03-09T10:00:61Z",
            "2026-03-09T10:00:00+19:00",
            "2026-03-09T10:00:00 Europe/London",
            "9999-12-31T24:00:00Z",
            "２０２６-03-09"
        }) {
            assertThat(moment(written)).as(written).isNull();
            assertThat(Dates.date(written)).as(written).isNull();
            assertThat(Dates.instant(written)).as(written).isNull();
        }
        assertThat(Dates.instant("2026-03-09")).isNull();
    }

    @Property(tries = 300)
    void anyDateReadsBackAsItWasWritten(
            @ForAll @IntRange(min = 1, max = 9999) int year,
            @ForAll @IntRange(min = 1, max = 12) int month,
            @ForAll @IntRange(min = 1, max = 28) int day,
            @ForAll @IntRange(min = 0, max = 2) int parts) {
        var date = new PartialDate(year, parts > 0 ? month : null, parts > 1 ? day : null);
        assertThat(Dates.date(date.toString())).isEqualTo(date);
        assertThat(moment(date.toString())).isEqualTo(Moment.of(date));
    }

    @Property(tries = 500)
    void anyTimeWithAnOffsetIsTheInstantThatItSays(
            @ForAll("times") LocalDateTime local, @ForAll("offsets") ZoneOffset offset) {
        var written = DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(local.atOffset(offset));
        assertThat(Dates.instant(written)).isEqualTo(local.toInstant(offset));
    }

    @Property(tries = 500)
    void anyTimeWithoutAnOffsetFallsOnItsLondonDayOrRightAfterASkippedHour(@ForAll("times") LocalDateTime local) {
        var instant = Objects.requireNonNull(Dates.instant(DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(local)));
        var there = LocalDateTime.ofInstant(instant, Moment.LONDON);
        assertThat(there).isBetween(local, local.plusHours(1));
    }

    @Property(tries = 1000)
    void nothingThatAPartnerWritesThrows(@ForAll("scribbles") String written) {
        Dates.date(written);
        Dates.moment(written);
        Dates.instant(written);
    }

    @Provide
    Arbitrary<LocalDateTime> times() {
        return Combinators.combine(
                        Arbitraries.longs()
                                .between(
                                        LocalDate.of(1900, 1, 1).toEpochDay(),
                                        LocalDate.of(2100, 1, 1).toEpochDay()),
                        Arbitraries.longs().between(0, 86_399_999_999_999L))
                .as((day, nanos) -> LocalDate.ofEpochDay(day).atStartOfDay().plusNanos(nanos));
    }

    @Provide
    Arbitrary<ZoneOffset> offsets() {
        return Arbitraries.integers()
                .between(-14 * 60, 14 * 60)
                .map(minutes -> ZoneOffset.ofTotalSeconds(minutes * 60));
    }

    @Provide
    Arbitrary<String> scribbles() {
        var digits = Arbitraries.strings().withChars("0123456789-T:+.Zz ,").ofMaxLength(40);
        return Arbitraries.oneOf(digits, Arbitraries.strings().ofMaxLength(80));
    }

    private static @Nullable Moment moment(String written) {
        return Dates.moment(written);
    }

    private static Moment at(String instant) {
        return Moment.of(Instant.parse(instant));
    }
}
