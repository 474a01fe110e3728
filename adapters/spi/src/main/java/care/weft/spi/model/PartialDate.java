package care.weft.spi.model;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A date as exact as its source: {@code 2026}, {@code 2026-03} or {@code 2026-03-09}. Never filled in.
 *
 * <p>Source of the form: FHIR R4 {@code date}.
 *
 * @param year 1 to 9999
 * @param month 1 to 12, or null when only the year is known
 * @param day 1 to 31, or null when only the month is known; never given without a month
 */
public record PartialDate(
        int year, @Nullable Integer month, @Nullable Integer day) {

    public PartialDate {
        if (year < 1 || year > 9999) {
            throw new DateTimeException("A year is 1 to 9999");
        }
        if (month == null && day != null) {
            throw new DateTimeException("A day needs a month");
        }
        if (month != null) {
            var checked = YearMonth.of(year, month);
            if (day != null) {
                var _ = checked.atDay(day);
            }
        }
    }

    public static PartialDate of(LocalDate date) {
        return new PartialDate(date.getYear(), date.getMonthValue(), date.getDayOfMonth());
    }

    /** Reads {@code yyyy}, {@code yyyy-MM} or {@code yyyy-MM-dd}; empty when it is none of them or no such day exists. */
    public static Optional<PartialDate> parse(String written) {
        try {
            return switch (written.length()) {
                case 4 -> Optional.of(new PartialDate(Integer.parseInt(written), null, null));
                case 7 -> {
                    var month = YearMonth.parse(written);
                    yield Optional.of(new PartialDate(month.getYear(), month.getMonthValue(), null));
                }
                case 10 -> Optional.of(of(LocalDate.parse(written, DateTimeFormatter.ISO_LOCAL_DATE)));
                default -> Optional.empty();
            };
        } catch (DateTimeParseException | NumberFormatException unreadable) {
            return Optional.empty();
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    /** The first day that it may mean. */
    public LocalDate earliest() {
        return LocalDate.of(year, month == null ? 1 : month, day == null ? 1 : day);
    }

    /** The last day that it may mean. */
    public LocalDate latest() {
        if (month == null) {
            return LocalDate.of(year, 12, 31);
        }
        var known = YearMonth.of(year, month);
        return day == null ? known.atEndOfMonth() : known.atDay(day);
    }

    /** How exact it is. */
    public Precision precision() {
        if (month == null) {
            return Precision.YEAR;
        }
        return day == null ? Precision.MONTH : Precision.DAY;
    }

    /** ISO 8601, as exact as it is: {@code 2026-03}. */
    @Override
    public String toString() {
        if (month == null) {
            return String.format(Locale.ROOT, "%04d", year);
        }
        return day == null
                ? String.format(Locale.ROOT, "%04d-%02d", year, month)
                : String.format(Locale.ROOT, "%04d-%02d-%02d", year, month, day);
    }
}
