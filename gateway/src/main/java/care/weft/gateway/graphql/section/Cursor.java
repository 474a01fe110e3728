package care.weft.gateway.graphql.section;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A place in a list: the sort key of one record, so that a page begins rightly even when records came or went meanwhile.
 * Opaque to clients; holds no personal data.
 *
 * @param start when the record is; null for one without a date
 * @param id the record's opaque id
 */
record Cursor(@Nullable Instant start, String id) {

    static Cursor of(ReleasedRecord record) {
        var when = record.entry().when();
        return new Cursor(when == null ? null : when.start(), record.id());
    }

    static Optional<Cursor> parse(String written) {
        try {
            var text = new String(Base64.getUrlDecoder().decode(written), StandardCharsets.UTF_8);
            int bar = text.indexOf('|');
            if (bar < 0) {
                return Optional.empty();
            }
            var start = text.substring(0, bar);
            return Optional.of(new Cursor(start.isEmpty() ? null : Instant.parse(start), text.substring(bar + 1)));
        } catch (IllegalArgumentException | DateTimeException notACursor) {
            return Optional.empty();
        }
    }

    String write() {
        var text = (start == null ? "" : start) + "|" + id;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Whether a record comes after this place: newest first, then by id, and the undated last. */
    boolean isBefore(ReleasedRecord record) {
        return compare(start, id, record) < 0;
    }

    /** The order of every list. */
    static int compare(ReleasedRecord one, ReleasedRecord other) {
        var when = one.entry().when();
        var start = when == null ? null : when.start();
        var otherWhen = other.entry().when();
        int byTime = byTime(start, otherWhen == null ? null : otherWhen.start());
        // Ids cost a digest each: only ties need them.
        return byTime != 0 ? byTime : one.id().compareTo(other.id());
    }

    private static int compare(@Nullable Instant start, String id, ReleasedRecord other) {
        var otherWhen = other.entry().when();
        int byTime = byTime(start, otherWhen == null ? null : otherWhen.start());
        return byTime != 0 ? byTime : id.compareTo(other.id());
    }

    private static int byTime(@Nullable Instant one, @Nullable Instant other) {
        if (one == null) {
            return other == null ? 0 : 1;
        }
        return other == null ? -1 : other.compareTo(one);
    }
}
