package care.weft.gateway.audit;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How the audit trail is written: {@code weft.audit.*}. {@link #toString()} shows no key.
 *
 * @param node name of this gateway node's chain, never shared by two running nodes; null for a name that is made once and
 *     kept in the store's directory
 * @param commitTimeout how long an answer waits for its audit record before it is refused; more than zero
 * @param queue how many facts may wait for the next group, at least 1; beyond that an answer is refused at once
 * @param key the secret of the audit, at least 32 characters, the same at every node and for ever; null for one that is made
 *     once and kept in the store's directory
 * @param heads where the ends of the chain are signed
 * @param spool where audit records wait while the store is away
 * @param retention how long events are kept, by kind; a kind that is missing is kept for ever
 */
@ConfigurationProperties("weft.audit")
public record AuditSettings(
        @Nullable String node,
        @DefaultValue("2s") Duration commitTimeout,
        @DefaultValue("10000") int queue,
        @Nullable String key,
        @DefaultValue Heads heads,
        @DefaultValue Spool spool,
        @DefaultValue Map<AuditKind, Duration> retention) {

    public AuditSettings {
        retention = Map.copyOf(retention);
        if (!commitTimeout.isPositive()) {
            throw new IllegalArgumentException("weft.audit.commit-timeout must be more than zero, such as 2s");
        }
        if (queue < 1) {
            throw new IllegalArgumentException("weft.audit.queue must be at least 1");
        }
        if (key != null && key.length() < AuditKeys.SHORTEST) {
            throw new IllegalArgumentException(
                    "weft.audit.key must have at least " + AuditKeys.SHORTEST + " characters");
        }
        retention.forEach((kind, kept) -> {
            if (kept.compareTo(Duration.ofDays(1)) < 0) {
                throw new IllegalArgumentException(
                        "weft.audit.retention." + kind + " must be a day or more, such as 2922d");
            }
        });
    }

    /** Defaults but for these. */
    static AuditSettings of(Duration commitTimeout, int queue) {
        return new AuditSettings(null, commitTimeout, queue, null, Heads.DEFAULT, Spool.DEFAULT, Map.of());
    }

    /**
     * The signed ends of this node's chain.
     *
     * @param directory where they are written, best on another machine; null for {@code heads} in the store's directory
     * @param every how often, more than zero
     */
    public record Heads(
            @Nullable Path directory, @DefaultValue("60s") Duration every) {

        static final Heads DEFAULT = new Heads(null, Duration.ofMinutes(1));

        public Heads {
            if (!every.isPositive()) {
                throw new IllegalArgumentException("weft.audit.heads.every must be more than zero, such as 60s");
            }
        }
    }

    /**
     * The file in which audit records wait.
     *
     * @param directory where it is; null for {@code spool} in the store's directory
     * @param maxSize beyond it answers are refused; zero for no spool at all
     * @param after how long the store may take before records are spooled, more than zero
     */
    public record Spool(
            @Nullable Path directory,
            @DefaultValue("64MB") DataSize maxSize,
            @DefaultValue("1s") Duration after) {

        static final Spool DEFAULT = new Spool(null, DataSize.ofMegabytes(64), Duration.ofSeconds(1));

        public Spool {
            if (maxSize.isNegative()) {
                throw new IllegalArgumentException("weft.audit.spool.max-size must not be negative");
            }
            if (!after.isPositive()) {
                throw new IllegalArgumentException("weft.audit.spool.after must be more than zero, such as 1s");
            }
        }
    }

    @Override
    public String toString() {
        return "AuditSettings[node=" + node + ", commitTimeout=" + commitTimeout + ", queue=" + queue + ", heads="
                + heads + ", spool=" + spool + ", retention=" + retention + "]";
    }
}
