package care.weft.gateway.graphql.section;

import care.weft.gateway.person.Person;
import care.weft.spi.model.Section;
import graphql.schema.DataFetchingEnvironment;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Answers {@code Person.appointments}. */
@Controller
final class AppointmentsResolver {

    private final RecordLists lists;

    AppointmentsResolver(RecordLists lists) {
        this.lists = lists;
    }

    @SchemaMapping
    CompletableFuture<RecordConnection> appointments(Person person, DataFetchingEnvironment field) {
        return SectionLoaders.load(field, Section.APPOINTMENTS, person.key())
                .thenApply(answer -> lists.page(List.of(answer), field, _ -> true));
    }
}
