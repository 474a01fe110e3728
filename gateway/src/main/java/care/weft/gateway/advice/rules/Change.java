package care.weft.gateway.advice.rules;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to the person, in a record that is established to be theirs and that may be used.
 *
 * @param earliest the first day that it may have been, a Europe/London day; null when not known at all: it may have been any
 * @param latest the last such day; null likewise
 * @param partner who records it; null for the register of people itself
 * @param formal of a death: whether it is formally notified
 */
public record Change(
        EventKind kind,
        @Nullable LocalDate earliest,
        @Nullable LocalDate latest,
        @Nullable String partner,
        boolean formal) {

    /** On one day, by a partner's record. */
    public static Change on(EventKind kind, LocalDate day, String partner) {
        return new Change(kind, day, day, partner, false);
    }

    /** On one day, by the register: formal. */
    public static Change ofTheRegister(EventKind kind, LocalDate day) {
        return new Change(kind, day, day, null, true);
    }

    /** Whether it may have been within these days, both included. */
    boolean mayBeWithin(LocalDate from, LocalDate to) {
        return (latest == null || !latest.isBefore(from)) && (earliest == null || !earliest.isAfter(to));
    }
}
