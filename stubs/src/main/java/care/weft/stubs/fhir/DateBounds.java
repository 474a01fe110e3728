package care.weft.stubs.fhir;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;

/**
 * All the moments that a date, as exact as it is, may mean.
 *
 * @param until the first moment that it no longer means
 */
public record DateBounds(Instant from, Instant until) {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final Pattern DATE_TIME =
            Pattern.compile("(\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2})(:\\d{2}(?:\\.\\d{1,9})?)?(Z|[+-]\\d{2}:\\d{2})?");

    /**
     * Reads a FHIR date, dateTime or instant: a year, a month, a day, or a time with or without an offset. What has no
     * offset is London's.
     *
     * @throws DateTimeParseException if it is none of these
     */
    public static DateBounds of(String text) {
        return switch (text.length()) {
            case 4 ->
                days(Year.parse(text).atDay(1), Year.parse(text).plusYears(1).atDay(1));
            case 7 ->
                days(
                        YearMonth.parse(text).atDay(1),
                        YearMonth.parse(text).plusMonths(1).atDay(1));
            case 10 -> days(LocalDate.parse(text), LocalDate.parse(text).plusDays(1));
            default -> time(text);
        };
    }

    /** From the beginning of {@code start} to the end of {@code end}. */
    public static DateBounds period(String start, String end) {
        return new DateBounds(of(start).from, of(end).until);
    }

    /** Begun and not ended. */
    public static DateBounds since(String start) {
        return new DateBounds(of(start).from, Instant.MAX);
    }

    boolean contains(DateBounds other) {
        return !other.from.isBefore(from) && !other.until.isAfter(until);
    }

    private static DateBounds days(LocalDate first, LocalDate next) {
        return new DateBounds(
                first.atStartOfDay(LONDON).toInstant(),
                next.atStartOfDay(LONDON).toInstant());
    }

    private static DateBounds time(String text) {
        var parts = DATE_TIME.matcher(text);
        if (!parts.matches()) {
            throw new DateTimeParseException("Not a FHIR date", text, 0);
        }
        var from = parts.group(3) == null
                ? LocalDateTime.parse(text).atZone(LONDON).toInstant()
                : OffsetDateTime.parse(text).toInstant();
        return new DateBounds(from, from.plus(parts.group(2) == null ? Duration.ofMinutes(1) : Duration.ofSeconds(1)));
    }
}
