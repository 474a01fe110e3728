package care.weft.trust;

import care.weft.fhir.Element;
import care.weft.spi.model.Moment;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Whether a person in hospital has no reason to reside.
 *
 * @param since null when that is not told, and for one who is not ready
 */
record Readiness(boolean ready, @Nullable Moment since) {

    private static final Readiness NOT = new Readiness(false, null);

    /**
     * By an extension that has the parts {@code status} and {@code actualDate}, or a day, or true or false.
     *
     * @param today a day to come is a plan, and does not make anybody ready
     */
    static Readiness of(Element extension, LocalDate today) {
        var status = extension.extension("status").value().text();
        if (status != null) {
            var since = extension.extension("actualDate").value().moment();
            return "ready".equals(status) ? new Readiness(true, since) : NOT;
        }
        var value = extension.value();
        var since = value.moment();
        if (since != null) {
            return since.earliestDay().isAfter(today) ? NOT : new Readiness(true, since);
        }
        return "true".equals(value.text()) ? new Readiness(true, null) : NOT;
    }
}
