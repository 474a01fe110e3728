package care.weft.gateway.store;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which rows of the audit trail are looked for; newest first. What is null or empty does not narrow the search.
 *
 * @param person as stored
 * @param from earliest moment, included
 * @param before latest moment, not included
 * @param past the row before the first that is wanted: where an earlier page ended
 * @param limit at most so many, 1 or more
 */
public record AuditSearch(
        @Nullable String person,
        @Nullable String callerId,
        @Nullable String organisation,
        @Nullable String requestId,
        Set<String> kinds,
        @Nullable Instant from,
        @Nullable Instant before,
        @Nullable Position past,
        int limit) {

    public AuditSearch {
        kinds = Set.copyOf(kinds);
    }

    /** A row's place in the order of all rows. */
    public record Position(Instant recordedAt, String node, long sequence) {}

    @Override
    public String toString() {
        return "AuditSearch[redacted]";
    }
}
