package care.weft.mentalhealth;

import care.weft.spi.model.PartialDate;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What a stated date means for today. A partial date counts by the first day that it may mean, an end by the last. */
final class Days {

    private Days() {}

    /** Also without a date. */
    static boolean hasBegun(@Nullable PartialDate since, LocalDate today) {
        return since == null || !since.earliest().isAfter(today);
    }

    /** The last day itself is still part of it; false without a date. */
    static boolean isOver(@Nullable PartialDate until, LocalDate today) {
        return until != null && until.latest().isBefore(today);
    }

    /** On that day too: for what is done once on a day, such as closing. */
    static boolean hasCome(@Nullable PartialDate on, LocalDate today) {
        return on != null && !on.earliest().isAfter(today);
    }
}
