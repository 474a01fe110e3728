package care.weft.gateway.graphql.section;

import care.weft.gateway.graphql.JavaTypes;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Which Java class stands for which SDL type of who looked. */
@Configuration(proxyBeanMethods = false)
class AccessTypes {

    @Bean
    JavaTypes typesOfAccess() {
        return JavaTypes.of(Map.of(
                "Access", AccessView.class,
                "AccessConnection", Page.class,
                "AccessEdge", Page.PageEdge.class));
    }
}
