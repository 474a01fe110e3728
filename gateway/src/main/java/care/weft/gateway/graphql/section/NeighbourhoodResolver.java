package care.weft.gateway.graphql.section;

import care.weft.gateway.fanout.SectionAnswer;
import care.weft.gateway.neighbourhood.Neighbourhood;
import care.weft.gateway.neighbourhood.Neighbourhoods;
import care.weft.gateway.person.Person;
import care.weft.spi.model.Demographics;
import care.weft.spi.model.Organisation;
import graphql.schema.DataFetchingEnvironment;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Answers {@code Person.neighbourhood}: by the practice that the register tells, under the same rights as the rest of its word. */
@Controller
final class NeighbourhoodResolver {

    private final Neighbourhoods neighbourhoods;

    NeighbourhoodResolver(Neighbourhoods neighbourhoods) {
        this.neighbourhoods = neighbourhoods;
    }

    @SchemaMapping
    CompletableFuture<@Nullable Neighbourhood> neighbourhood(Person person, DataFetchingEnvironment field) {
        return SectionLoaders.loadRegistration(field, person.key()).thenApply(this::neighbourhood);
    }

    private @Nullable Neighbourhood neighbourhood(SectionAnswer answer) {
        return answer.sources().stream()
                .flatMap(source -> source.entries().stream())
                .map(entry -> entry instanceof Demographics details ? details.practice() : null)
                .filter(Objects::nonNull)
                .map(Organisation::odsCode)
                .filter(Objects::nonNull)
                .findFirst()
                .flatMap(neighbourhoods::ofPractice)
                .orElse(null);
    }
}
