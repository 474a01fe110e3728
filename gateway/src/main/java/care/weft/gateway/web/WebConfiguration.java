package care.weft.gateway.web;

import care.weft.gateway.graphql.OpaqueIds;
import care.weft.gateway.graphql.PersonSeal;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes what the settings of the door decide. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration {

    @Bean
    OpaqueIds opaqueIds(WebSettings settings) {
        return new OpaqueIds(String.valueOf(settings.idKey()));
    }

    @Bean
    PersonSeal personSeal(WebSettings settings) {
        return new PersonSeal(String.valueOf(settings.idKey()));
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
