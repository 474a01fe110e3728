package care.weft.gateway.graphql.section;

import care.weft.gateway.person.Person;
import care.weft.spi.model.Section;
import graphql.schema.DataFetchingEnvironment;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Answers {@code Person.carePackages}. */
@Controller
final class CarePackagesResolver {

    private final RecordLists lists;

    CarePackagesResolver(RecordLists lists) {
        this.lists = lists;
    }

    @SchemaMapping
    CompletableFuture<RecordConnection> carePackages(Person person, DataFetchingEnvironment field) {
        boolean activeOnly = field.getArgumentOrDefault("activeOnly", false);
        return SectionLoaders.load(field, Section.CARE_PACKAGES, person.key())
                .thenApply(answer ->
                        lists.page(List.of(answer), field, record -> !activeOnly || RecordLists.mayBeOpen(record)));
    }
}
