package care.weft.stubs.fhir;

import java.time.format.DateTimeParseException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One value of a date parameter, such as {@code ge2026-03-01}.
 *
 * <p>A period is found by {@code ge} and {@code le} when any of it lies on or beyond the date asked for.
 */
record DateFilter(Comparison comparison, DateBounds value) {

    /** The prefixes of FHIR R4, but for the approximate one. */
    enum Comparison {
        EQ,
        NE,
        GT,
        LT,
        GE,
        LE,
        SA,
        EB
    }

    static DateFilter of(String parameter, String text) {
        try {
            boolean prefixed = !text.isEmpty() && Character.isLetter(text.charAt(0));
            var comparison =
                    prefixed ? Comparison.valueOf(text.substring(0, 2).toUpperCase(Locale.ROOT)) : Comparison.EQ;
            return new DateFilter(comparison, DateBounds.of(prefixed ? text.substring(2) : text));
        } catch (DateTimeParseException | IllegalArgumentException | StringIndexOutOfBoundsException e) {
            throw FhirProblem.invalid(
                    "value", "The parameter '" + parameter + "' is not a date that can be searched by");
        }
    }

    /** Whether what happened at {@code date} is asked for; what has no date never is. */
    boolean matches(@Nullable DateBounds date) {
        if (date == null) {
            return false;
        }
        return switch (comparison) {
            case EQ -> value.contains(date);
            case NE -> !value.contains(date);
            case GT -> date.until().isAfter(value.until());
            case LT -> date.from().isBefore(value.from());
            case GE -> date.until().isAfter(value.from());
            case LE -> date.from().isBefore(value.until());
            case SA -> !date.from().isBefore(value.until());
            case EB -> !date.until().isAfter(value.from());
        };
    }
}
