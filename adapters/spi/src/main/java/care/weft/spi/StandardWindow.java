package care.weft.spi;

import java.time.LocalDate;
import java.time.Period;
import org.jspecify.annotations.Nullable;

/**
 * The period that every read of a section covers, relative to today. A read takes no dates from a query: what a caller asks
 * outside this window is answered as incomplete.
 *
 * @param back how far before today; null for no limit
 * @param ahead how far after today; null for no limit
 */
public record StandardWindow(
        @Nullable Period back, @Nullable Period ahead) {

    /** Two years back and all that is planned. */
    public static final StandardWindow TWO_YEARS_BACK = new StandardWindow(Period.ofYears(2), null);

    /** All that the partner holds. */
    public static final StandardWindow EVERYTHING = new StandardWindow(null, null);

    public DateWindow on(LocalDate today) {
        return new DateWindow(back == null ? null : today.minus(back), ahead == null ? null : today.plus(ahead));
    }
}
