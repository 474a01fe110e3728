package care.weft.gateway.web;

import care.weft.gateway.graphql.OpaqueIds;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.ReactorResourceFactory;
import reactor.netty.resources.LoopResources;

/** Makes what the settings of the door decide. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration {

    @Bean
    OpaqueIds opaqueIds(WebSettings settings) {
        return new OpaqueIds(String.valueOf(settings.idKey()));
    }

    /**
     * One event loop for each processor. The library's default, at least four, makes whoever is refused on a small node wait for those
     * who are let in: the processor is shared among all loops that have work.
     */
    @Bean
    ReactorResourceFactory reactorResourceFactory() {
        var resources = new ReactorResourceFactory();
        resources.setUseGlobalResources(false);
        resources.setLoopResourcesSupplier(
                () -> LoopResources.create("weft-http", Runtime.getRuntime().availableProcessors(), true));
        return resources;
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
