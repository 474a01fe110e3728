package care.weft.fhir;

import care.weft.spi.model.Moment;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A FHIR {@code Period}.
 *
 * @param start null when it has none, or none that can be read
 * @param end null when it has none, or none that can be read
 */
public record Period(@Nullable Moment start, @Nullable Moment end) {

    /** Whether it had ended before this day; its last day still belongs to it. */
    public boolean over(LocalDate day) {
        return end != null && end.latestDay().isBefore(day);
    }

    /** Whether it may include this day. */
    public boolean includes(LocalDate day) {
        return !over(day) && (start == null || !start.earliestDay().isAfter(day));
    }
}
