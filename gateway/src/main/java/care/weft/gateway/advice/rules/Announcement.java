package care.weft.gateway.advice.rules;

import java.time.Instant;
import java.util.Comparator;

/**
 * That somebody announced an assessment, and when.
 *
 * @param id breaks the tie of two made at the same moment
 */
public record Announcement(Instant at, String id) {

    private static final Comparator<Announcement> ORDER =
            Comparator.comparing(Announcement::at).thenComparing(Announcement::id);

    boolean isBefore(Announcement other) {
        return ORDER.compare(this, other) < 0;
    }
}
