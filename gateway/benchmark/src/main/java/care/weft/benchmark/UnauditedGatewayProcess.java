package care.weft.benchmark;

import care.weft.gateway.Gateway;
import care.weft.gateway.store.AuditRow;
import care.weft.gateway.store.AuditRows;
import care.weft.gateway.store.AuditSearch;
import java.time.Instant;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A gateway that makes its audit records and stores them nowhere, to measure what storing costs. The gateway itself has no
 * setting for it.
 */
final class UnauditedGatewayProcess {

    private UnauditedGatewayProcess() {}

    /** Takes the gateway's own arguments. */
    public static void main(String[] arguments) {
        GatewayProcess.run(arguments, Gateway.class, StoredNowhere.class);
    }

    @Configuration(proxyBeanMethods = false)
    static class StoredNowhere {

        @Bean
        @Primary
        AuditRows noRows() {
            return new NoRows();
        }
    }

    private static final class NoRows implements AuditRows {

        @Override
        public Mono<Void> append(List<AuditRow> rows) {
            return Mono.empty();
        }

        @Override
        public Mono<AuditRow> last(String node) {
            return Mono.empty();
        }

        @Override
        public Flux<String> nodes() {
            return Flux.empty();
        }

        @Override
        public Flux<AuditRow> after(String node, long sequence, int limit) {
            return Flux.empty();
        }

        @Override
        public Flux<AuditRow> ofRequest(String requestId) {
            return Flux.empty();
        }

        @Override
        public Flux<AuditRow> find(AuditSearch search) {
            return Flux.empty();
        }

        @Override
        public Flux<AuditRow> expired(String node, String kind, Instant before, int limit) {
            return Flux.empty();
        }

        @Override
        public Mono<Void> replace(List<AuditRow> rows) {
            return Mono.empty();
        }
    }
}
