package care.weft.gateway.graphql.section;

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
        List<String> named = field.getArgument("sections");
        var sections = named == null
                ? List.of(Section.values())
                : named.stream().distinct().map(Section::valueOf).toList();
        return SectionLoaders.load(field, sections, person.key()).thenApply(lists::statuses);
    }
}
