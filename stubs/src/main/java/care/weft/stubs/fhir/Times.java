package care.weft.stubs.fhir;

import care.weft.stubs.population.Population;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/** Moments in London, as FHIR writes them. */
public final class Times {

    private static final DateTimeFormatter FHIR = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx");

    private Times() {}

    public static ZonedDateTime at(LocalDate day, int hour, int minute) {
        return day.atTime(hour, minute).atZone(Population.LONDON);
    }

    public static String text(ZonedDateTime moment) {
        return FHIR.format(moment);
    }

    public static String text(LocalDate day, int hour, int minute) {
        return text(at(day, hour, minute));
    }

    /** The first day that a date, as exact as it is, may mean. */
    public static LocalDate day(String date) {
        return LocalDate.ofInstant(DateBounds.of(date).from(), Population.LONDON);
    }

    /** The day itself, or the Monday after a weekend. */
    public static LocalDate weekday(LocalDate day) {
        return switch (day.getDayOfWeek()) {
            case SATURDAY -> day.plusDays(2);
            case SUNDAY -> day.plusDays(1);
            case MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY -> day;
        };
    }

    /** The last Sunday of the month, when the clocks change in March and October. */
    public static LocalDate lastSunday(int year, int month) {
        var last = LocalDate.of(year, month, 1).plusMonths(1).minusDays(1);
        while (last.getDayOfWeek() != DayOfWeek.SUNDAY) {
            last = last.minusDays(1);
        }
        return last;
    }
}
