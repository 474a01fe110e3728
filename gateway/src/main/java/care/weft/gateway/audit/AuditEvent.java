package care.weft.gateway.audit;

import java.time.Instant;

/**
 * A fact as the trail keeps it.
 *
 * @param node whose chain it is in
 * @param sequence within that chain, from 1
 * @param recordedAt when it was written, to the microsecond: shortly after it happened
 */
public record AuditEvent(String node, long sequence, Instant recordedAt, AuditContext context, AuditFact fact) {}
