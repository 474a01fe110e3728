package care.weft.gateway.graphql.section;

import care.weft.gateway.person.Person;
import care.weft.spi.model.Section;
import graphql.schema.DataFetchingEnvironment;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Answers {@code Person.timeline}: every kind of care record in one line. */
@Controller
final class TimelineResolver {

    private static final List<Section> KINDS =
            List.of(Section.APPOINTMENTS, Section.CARE_PACKAGES, Section.REFERRALS, Section.ASSESSMENTS, Section.STAYS);

    private final RecordLists lists;

    TimelineResolver(RecordLists lists) {
        this.lists = lists;
    }

    @SchemaMapping
    CompletableFuture<RecordConnection> timeline(Person person, DataFetchingEnvironment field) {
        return SectionLoaders.load(field, KINDS, person.key())
                .thenApply(answers -> lists.page(answers, field, _ -> true));
    }
}
