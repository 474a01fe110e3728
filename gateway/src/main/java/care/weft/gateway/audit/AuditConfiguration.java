package care.weft.gateway.audit;

import care.weft.gateway.store.AuditRows;
import care.weft.gateway.store.StoreSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the audit trail on the store. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AuditSettings.class)
class AuditConfiguration {

    private static final String SPOOLED = "spooled";

    /** The parameter is there for the order: the store has made the directory that the key may be kept in. */
    @Bean
    AuditKeys auditKeys(AuditRows rows, StoreSettings store, AuditSettings settings) {
        Objects.requireNonNull(rows);
        if (settings.key() == null && store.url() != null) {
            throw new IllegalArgumentException(
                    "weft.audit.key must be set where weft.store.url is: a secret of at least " + AuditKeys.SHORTEST
                            + " characters, the same at every node and for ever");
        }
        return AuditKeys.of(settings.key(), store.directory());
    }

    @Bean
    PersonSeal personSeal(AuditKeys keys) {
        return new PersonSeal(keys);
    }

    @Bean
    RecordDigest recordDigest(AuditKeys keys) {
        return new RecordDigest(keys);
    }

    @Bean
    HeadFiles headFiles(StoreSettings store, AuditSettings settings) {
        return new HeadFiles(orElse(settings.heads().directory(), store, "heads"));
    }

    @Bean
    AuditTrail auditTrail(AuditRows rows, AuditKeys keys, HeadFiles heads) {
        return new AuditTrail(rows, keys, heads);
    }

    @Bean
    AccessHistory accessHistory(AuditTrail trail) {
        return new AccessHistory(trail);
    }

    /** No candidate where stored rows are asked for: it is between the log and the store, and nowhere else. */
    @Bean(defaultCandidate = false)
    @Qualifier(SPOOLED)
    SpooledRows spooledRows(AuditRows rows, AuditKeys keys, StoreSettings store, AuditSettings settings)
            throws IOException {
        var spool = settings.spool();
        return new SpooledRows(
                rows,
                new Spool(
                        orElse(spool.directory(), store, "spool"),
                        spool.maxSize().toBytes(),
                        keys),
                spool.after());
    }

    @Bean
    AuditLog auditLog(
            @Qualifier(SPOOLED) SpooledRows rows,
            AuditKeys keys,
            StoreSettings store,
            AuditSettings settings,
            Clock clock) {
        return new AuditLog(rows, node(store, settings), new AuditRowFormat(keys), settings, clock);
    }

    @Bean
    HeadWriter headWriter(
            AuditRows rows, AuditKeys keys, HeadFiles heads, StoreSettings store, AuditSettings settings, Clock clock) {
        return new HeadWriter(
                rows,
                node(store, settings),
                heads,
                new HeadSignature(keys),
                settings.heads().every(),
                clock);
    }

    @Bean
    Retention retention(AuditRows rows, AuditKeys keys, StoreSettings store, AuditSettings settings, Clock clock) {
        return new Retention(rows, node(store, settings), new HeadSignature(keys), settings.retention(), clock);
    }

    /** In the store's directory unless it is configured. */
    private static String node(StoreSettings store, AuditSettings settings) {
        return NodeName.of(settings.node(), store.directory());
    }

    private static Path orElse(@Nullable Path configured, StoreSettings store, String name) {
        return configured == null ? store.directory().resolve(name) : configured;
    }
}
