package care.weft.gateway.store;

import io.r2dbc.spi.ConnectionFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Opens the store with the application, and closes it after everything that writes to it. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(StoreSettings.class)
class StoreConfiguration {

    @Bean
    Store store(StoreSettings settings) {
        return Store.open(settings);
    }

    @Bean
    AuditRows auditRows(Store store) {
        return AuditRows.in(store);
    }

    @Bean
    AnnouncementRows announcementRows(Store store) {
        return AnnouncementRows.in(store);
    }

    @Bean
    AdviceRows adviceRows(Store store) {
        return AdviceRows.in(store);
    }

    @Bean
    ExceptionalAccessRows exceptionalAccessRows(Store store) {
        return ExceptionalAccessRows.in(store);
    }

    @Bean
    ObjectionRows objectionRows(Store store) {
        return ObjectionRows.in(store);
    }

    @Bean
    AccessReviewRows accessReviewRows(Store store) {
        return AccessReviewRows.in(store);
    }

    @Bean
    PersonRows personRows(Store store) {
        return PersonRows.in(store);
    }

    /** For the health check; and while it is here, Spring Boot opens no second, in-memory database. */
    @Bean
    ConnectionFactory connectionFactory(Store store) {
        return store.connections();
    }
}
