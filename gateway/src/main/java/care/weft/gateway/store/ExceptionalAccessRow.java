package care.weft.gateway.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One record that somebody opened without their team being involved in the person's care. {@link #toString()} is redacted.
 *
 * @param seq the order in which they were opened; 0 before it is stored
 * @param kind code: how it was opened
 * @param issuer and
 * @param caller together, who
 * @param roles with commas between them
 * @param organisation ODS code; null when not known
 * @param person sealed
 * @param until when it closes
 * @param toReview whether somebody is to look at it
 */
public record ExceptionalAccessRow(
        long seq,
        String id,
        String kind,
        String issuer,
        String caller,
        String callerName,
        String roles,
        @Nullable String organisation,
        String person,
        String reason,
        Instant openedAt,
        Instant until,
        boolean toReview) {

    @Override
    public String toString() {
        return "ExceptionalAccessRow[" + id + "]";
    }
}
