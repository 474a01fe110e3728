package care.weft.fhir;

import care.weft.spi.model.Moment;
import care.weft.spi.model.PartialDate;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * FHIR's {@code date}, {@code dateTime} and {@code instant} as partners write them; null for what is none of them.
 *
 * <p>A time without an offset, which FHIR forbids and partners send, is London's: of the two in the repeated hour of autumn
 * it is the earlier, and one in the hour that spring skips moves forward by that hour. 24:00 is the next day's 00:00, and a
 * leap second the first second of the next minute.
 */
final class Dates {

    private static final Pattern DATE_TIME = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})[Tt ](\\d{2}):(\\d{2})"
            + "(?::(\\d{2})(?:[.,](\\d{1,30}))?)? ?(Z|z|[+-]\\d{2}(?::?\\d{2})?)?");

    private Dates() {}

    static @Nullable PartialDate date(String written) {
        var date = PartialDate.parse(written).orElse(null);
        if (date != null) {
            return date;
        }
        var instant = instant(written);
        if (instant == null) {
            return null;
        }
        var day = LocalDate.ofInstant(instant, Moment.LONDON);
        return day.getYear() < 1 || day.getYear() > 9999 ? null : PartialDate.of(day);
    }

    static @Nullable Moment moment(String written) {
        var date = PartialDate.parse(written).orElse(null);
        if (date != null) {
            return Moment.of(date);
        }
        var instant = instant(written);
        return instant == null ? null : Moment.of(instant);
    }

    static @Nullable Instant instant(String written) {
        var parts = DATE_TIME.matcher(written);
        if (!parts.matches()) {
            return null;
        }
        try {
            int hour = Integer.parseInt(parts.group(2));
            int minute = Integer.parseInt(parts.group(3));
            int second = parts.group(4) == null ? 0 : Integer.parseInt(parts.group(4));
            if (hour > 24 || minute > 59 || second > 60 || (hour == 24 && minute + second > 0)) {
                return null;
            }
            var local = LocalDate.parse(parts.group(1))
                    .atStartOfDay()
                    .plusHours(hour)
                    .plusMinutes(minute)
                    .plusSeconds(second)
                    .plusNanos(nanos(parts.group(5)));
            var offset = parts.group(6);
            var instant = offset == null
                    ? local.atZone(Moment.LONDON).toInstant()
                    : local.toInstant(offset.equals("z") ? ZoneOffset.UTC : ZoneOffset.of(offset));
            int year = instant.atOffset(ZoneOffset.UTC).getYear();
            return year < 1 || year > 9999 ? null : instant;
        } catch (DateTimeException noSuchMoment) {
            return null;
        }
    }

    private static long nanos(@Nullable String fraction) {
        return fraction == null ? 0 : Long.parseLong((fraction + "000000000").substring(0, 9));
    }
}
