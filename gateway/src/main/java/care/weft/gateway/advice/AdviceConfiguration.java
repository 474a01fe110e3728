package care.weft.gateway.advice;

import care.weft.gateway.advice.rules.AdviceRules;
import care.weft.gateway.advice.rules.Catalogue;
import care.weft.gateway.advice.rules.DuplicateRules;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The catalogue of this place and the rules that stand on it. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({AdviceSettings.class, AnnouncementSettings.class})
class AdviceConfiguration {

    @Bean
    Catalogue catalogue(AdviceSettings settings) {
        return settings.over(CatalogueReader.read());
    }

    @Bean
    Concepts concepts(Catalogue catalogue, AdviceSettings settings) {
        return new Concepts(catalogue, settings).checked();
    }

    @Bean
    AdviceRules adviceRules(Catalogue catalogue, AdviceSettings settings) {
        return new AdviceRules(catalogue, settings.rules());
    }

    @Bean
    DuplicateRules duplicateRules(Catalogue catalogue, AdviceSettings settings) {
        return new DuplicateRules(catalogue, settings.rules());
    }
}
