package care.weft.gateway.demo;

import care.weft.gateway.web.OpenPaths;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

/** GraphiQL for the demo, from files on the class path: it needs no network. The gateway itself has no such page. */
@Configuration(proxyBeanMethods = false)
class DemoPages {

    @Bean
    OpenPaths demoPaths() {
        return new OpenPaths(List.of("/graphiql", "/demo/**", "/webjars/**"));
    }

    @Bean
    RouterFunction<ServerResponse> graphiql() {
        var page = new ClassPathResource("demo/graphiql/index.html");
        return RouterFunctions.route()
                .GET(
                        "/graphiql",
                        _ -> ServerResponse.ok()
                                .contentType(MediaType.TEXT_HTML)
                                .bodyValue(page))
                .resources("/demo/**", new ClassPathResource("demo/"))
                .resources("/webjars/**", new ClassPathResource("META-INF/resources/webjars/"))
                .build();
    }
}
