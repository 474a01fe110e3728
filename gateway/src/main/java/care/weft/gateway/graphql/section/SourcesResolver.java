package care.weft.gateway.graphql.section;

import care.weft.gateway.graphql.BadArgument;
import care.weft.gateway.person.Person;
import care.weft.spi.model.Section;
import graphql.schema.DataFetchingEnvironment;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Answers {@code Person.sources}: who answered, for the sections named. */
@Controller
final class SourcesResolver {

    private final RecordLists lists;

    SourcesResolver(RecordLists lists) {
        this.lists = lists;
    }

    @SchemaMapping
    CompletableFuture<List<SourceStatus>> sources(Person person, DataFetchingEnvironment field) {
        List<String> named = field.getArgumentOrDefault("sections", List.of());
        if (named.isEmpty()) {
            throw new BadArgument("sections", "Argument 'sections' must name at least one section.");
        }
        var sections = named.stream().distinct().map(Section::valueOf).toList();
        return SectionLoaders.load(field, sections, person.key()).thenApply(lists::statuses);
    }
}
