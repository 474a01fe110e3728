package care.weft.stubs.council;

import care.weft.stubs.fhir.DateBounds;
import care.weft.stubs.population.Population;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** Moments in London, as FHIR writes them. */
final class Times {

    private static final DateTimeFormatter FHIR = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx");

    private Times() {}

    static String text(LocalDate day, int hour, int minute) {
        return FHIR.format(day.atTime(hour, minute).atZone(Population.LONDON));
    }

    /** The first day that a date, as exact as it is, may mean. */
    static LocalDate day(String date) {
        return LocalDate.ofInstant(DateBounds.of(date).from(), Population.LONDON);
    }
}
