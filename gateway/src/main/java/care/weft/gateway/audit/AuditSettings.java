package care.weft.gateway.audit;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the audit trail is written: {@code weft.audit.*}.
 *
 * @param node name of this gateway node's chain, never shared by two running nodes; null for a name that is made once and
 *     kept in the store's directory
 * @param commitTimeout how long an answer waits for its audit record before it is refused; more than zero
 * @param queue how many facts may wait for the next group, at least 1; beyond that an answer is refused at once
 */
@ConfigurationProperties("weft.audit")
public record AuditSettings(
        @Nullable String node,
        @DefaultValue("2s") Duration commitTimeout,
        @DefaultValue("10000") int queue) {

    public AuditSettings {
        if (!commitTimeout.isPositive()) {
            throw new IllegalArgumentException("weft.audit.commit-timeout must be more than zero, such as 2s");
        }
        if (queue < 1) {
            throw new IllegalArgumentException("weft.audit.queue must be at least 1");
        }
    }
}
