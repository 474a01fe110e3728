package care.weft.spi;

import care.weft.spi.model.Moment;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Whole Europe/London calendar days, both ends included.
 *
 * @param from null for no beginning
 * @param to null for no end; not before {@code from}
 */
public record DateWindow(@Nullable LocalDate from, @Nullable LocalDate to) {

    /** All of time. */
    public static final DateWindow ALWAYS = new DateWindow(null, null);

    public DateWindow {
        if (from != null && to != null && to.isBefore(from)) {
            throw new IllegalArgumentException("'to' is before 'from'");
        }
    }

    /**
     * Whether something that lasts from {@code start} to {@code end} may touch this window: any day that a partial date may
     * mean counts, and what has no date is always included.
     *
     * @param end null for something that happens at {@code start}; use {@link Moment} of the far future for what goes on
     */
    public boolean touches(@Nullable Moment start, @Nullable Moment end) {
        if (start == null && end == null) {
            return true;
        }
        var first = start == null ? LocalDate.MIN : start.earliestDay();
        var last = end == null ? (start == null ? LocalDate.MAX : start.latestDay()) : end.latestDay();
        return (to == null || !first.isAfter(to)) && (from == null || !last.isBefore(from));
    }

    /** Whether every day of the other window is in this one. */
    public boolean covers(DateWindow other) {
        return (from == null || (other.from != null && !other.from.isBefore(from)))
                && (to == null || (other.to != null && !other.to.isAfter(to)));
    }
}
