package care.weft.gateway.audit;

import care.weft.gateway.store.AuditRows;
import care.weft.gateway.store.StoreSettings;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the audit trail on the store. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AuditSettings.class)
class AuditConfiguration {

    /** After the rows, whose store has made the directory that the node's name is kept in. */
    @Bean
    AuditLog auditLog(AuditRows rows, StoreSettings store, AuditSettings settings, Clock clock) {
        return new AuditLog(rows, NodeName.of(settings.node(), store.directory()), settings, clock);
    }

    @Bean
    AuditTrail auditTrail(AuditRows rows) {
        return new AuditTrail(rows);
    }
}
