package care.weft.gateway.graphql.section;

import care.weft.gateway.person.Person;
import care.weft.spi.model.CareRecord;
import care.weft.spi.model.RecordState;
import care.weft.spi.model.Section;
import graphql.schema.DataFetchingEnvironment;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Answers {@code Person.stays}. */
@Controller
final class StaysResolver {

    private final RecordLists lists;

    StaysResolver(RecordLists lists) {
        this.lists = lists;
    }

    @SchemaMapping
    CompletableFuture<RecordConnection> stays(Person person, DataFetchingEnvironment field) {
        Boolean current = field.getArgument("current");
        return SectionLoaders.load(field, Section.STAYS, person.key())
                .thenApply(answer ->
                        lists.page(List.of(answer), field, record -> current == null || current == isCurrent(record)));
    }

    /** A stay of which nothing is known may go on: it is current rather than forgotten. */
    private static boolean isCurrent(CareRecord stay) {
        return stay.state() == RecordState.ACTIVE || stay.state() == RecordState.UNKNOWN;
    }
}
