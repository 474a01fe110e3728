package care.weft.gateway.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One row of the audit trail, as stored. {@link #toString()} is redacted.
 *
 * @param node whose chain this is a link of
 * @param sequence from 1, without gaps within a node
 * @param recordedAt to the microsecond
 * @param details JSON text, kept to the byte
 * @param previous hash of the node's row before this one
 * @param hash of all the other columns; lower-case hexadecimal
 */
public record AuditRow(
        String node,
        long sequence,
        Instant recordedAt,
        String requestId,
        String kind,
        @Nullable String person,
        @Nullable String section,
        @Nullable String partner,
        String outcome,
        String callerId,
        @Nullable String organisation,
        String purpose,
        String details,
        String previous,
        String hash) {

    public AuditRow withHash(String changed) {
        return new AuditRow(
                node,
                sequence,
                recordedAt,
                requestId,
                kind,
                person,
                section,
                partner,
                outcome,
                callerId,
                organisation,
                purpose,
                details,
                previous,
                changed);
    }

    @Override
    public String toString() {
        return "AuditRow[" + node + " " + sequence + "]";
    }
}
