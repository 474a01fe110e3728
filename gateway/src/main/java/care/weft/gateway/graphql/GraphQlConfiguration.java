package care.weft.gateway.graphql;

import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.graphql.autoconfigure.GraphQlSourceBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;

/** Puts scalars, plain fields and the document cache into the GraphQL engine. */
@Configuration(proxyBeanMethods = false)
class GraphQlConfiguration {

    @Bean
    RuntimeWiringConfigurer scalars() {
        return wiring -> wiring.scalar(Scalars.NHS_NUMBER)
                .scalar(Scalars.DATE)
                .scalar(Scalars.DATE_TIME)
                .scalar(Scalars.DECIMAL)
                .scalar(Scalars.URL);
    }

    @Bean
    RuntimeWiringConfigurer plainFields(ObjectProvider<JavaTypes> javaTypes) {
        List<JavaTypes> all = javaTypes.orderedStream().toList();
        return wiring -> wiring.wiringFactory(new AccessorWiring(all));
    }

    @Bean
    GraphQlSourceBuilderCustomizer engine(DocumentCache documents) {
        return source -> source.configureGraphQl(engine -> engine.preparsedDocumentProvider(documents));
    }
}
