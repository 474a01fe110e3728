package care.weft.mentalhealth;

import care.weft.spi.Rejection;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one table about one person, from all pages, each once.
 *
 * @param rejections what stood among them and is no row
 * @param truncated whether the partner holds more than was read
 * @param asOf when the partner read them, the earliest of several pages; null when it does not say
 * @param patientKnown false when the partner says that nobody has the id
 */
record Rows(
        List<Row> rows,
        List<Rejection> rejections,
        boolean truncated,
        @Nullable Instant asOf,
        boolean patientKnown) {

    /** What an answer holds that says that nobody has the id, and one that was not asked for. */
    static final Rows NOBODYS = new Rows(List.of(), List.of(), false, null, false);

    Rows {
        rows = List.copyOf(rows);
        rejections = List.copyOf(rejections);
    }
}
