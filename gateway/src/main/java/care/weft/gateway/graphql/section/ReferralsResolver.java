package care.weft.gateway.graphql.section;

import care.weft.gateway.person.Person;
import care.weft.spi.model.Section;
import graphql.schema.DataFetchingEnvironment;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Answers {@code Person.referrals}. */
@Controller
final class ReferralsResolver {

    private final RecordLists lists;

    ReferralsResolver(RecordLists lists) {
        this.lists = lists;
    }

    @SchemaMapping
    CompletableFuture<RecordConnection> referrals(Person person, DataFetchingEnvironment field) {
        boolean openOnly = field.getArgumentOrDefault("openOnly", false);
        return SectionLoaders.load(field, Section.REFERRALS, person.key())
                .thenApply(answer ->
                        lists.page(List.of(answer), field, record -> !openOnly || RecordLists.mayBeOpen(record)));
    }
}
