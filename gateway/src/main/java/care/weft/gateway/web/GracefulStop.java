package care.weft.gateway.web;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The order in which a gateway stops that is told to ({@code SIGTERM}), so that no request is lost:
 *
 * <ol>
 *   <li>Spring Boot says {@code DOWN} at the readiness address.
 *   <li>For {@code weft.web.drain}, new connections are still taken, but each answer is the last on its connection, so that a load
 *       balancer has time to turn elsewhere.
 *   <li>Spring Boot takes no new connections, and waits for the requests under way.
 *   <li>What is left are connections on which nobody asks, or which were asked on only now: each is closed when nothing is under way.
 *       Spring Boot would leave them open, and their next requests would meet a gateway half taken apart.
 *   <li>Spring Boot stops the server, and everything else closes: partners' clients, then the store.
 * </ol>
 */
@Configuration(proxyBeanMethods = false)
class GracefulStop {

    @Bean
    SmartLifecycle drain(OpenConnections connections, WebSettings settings) {
        return new StopStep(SmartLifecycle.DEFAULT_PHASE, () -> {
            connections.leave();
            return new CompletableFuture<Void>()
                    .completeOnTimeout(null, settings.drain().toMillis(), TimeUnit.MILLISECONDS);
        });
    }

    @Bean
    SmartLifecycle lastConnections(OpenConnections connections) {
        return new StopStep(WebServerApplicationContext.GRACEFUL_SHUTDOWN_PHASE - 1, connections::end);
    }
}
