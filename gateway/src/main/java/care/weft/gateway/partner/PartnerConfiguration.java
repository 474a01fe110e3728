package care.weft.gateway.partner;

import care.weft.http.CallListener;
import care.weft.spi.PartnerAdapterProvider;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.time.Clock;
import java.util.ServiceLoader;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Opens the configured partners with the adapters that are on the class path. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PartnersSettings.class)
class PartnerConfiguration {

    @Bean
    OpenPartners openPartners(
            PartnersSettings settings,
            SslBundles bundles,
            ObjectProvider<CallListener> listener,
            ObjectProvider<MeterRegistry> registry,
            Clock clock) {
        return new OpenPartners(
                settings.checked(),
                ServiceLoader.load(PartnerAdapterProvider.class),
                bundles,
                listener.getIfAvailable(() -> CallListener.NONE),
                // Nobody measures: one that keeps nothing.
                registry.getIfAvailable(CompositeMeterRegistry::new),
                clock);
    }

    @Bean
    Partners partners(OpenPartners open) {
        return open.partners();
    }
}
