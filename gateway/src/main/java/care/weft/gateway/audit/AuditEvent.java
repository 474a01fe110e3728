package care.weft.gateway.audit;

import care.weft.spi.model.PersonKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A fact as the trail keeps it.
 *
 * @param node whose chain it is in
 * @param sequence within that chain, from 1
 * @param recordedAt when it was written, to the microsecond: shortly after it happened
 */
public record AuditEvent(String node, long sequence, Instant recordedAt, AuditContext context, AuditFact fact) {

    public AuditKind kind() {
        return AuditKind.of(fact);
    }

    /** Whose record it is about; null when it is about nobody in particular, or no longer known. */
    public @Nullable PersonKey person() {
        return switch (fact) {
            case AuditFact.Disclosure disclosure -> disclosure.person();
            case AuditFact.Denial denial -> denial.person();
            case AuditFact.Lookup lookup -> lookup.person();
            case AuditFact.Written written -> written.person();
            case AuditFact.Advice advice -> advice.person();
            case AuditFact.Search search -> search.person();
            case AuditFact.SecurityEvent breach -> breach.person();
            case AuditFact.Purged _ -> null;
        };
    }
}
