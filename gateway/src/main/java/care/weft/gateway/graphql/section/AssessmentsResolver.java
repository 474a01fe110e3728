package care.weft.gateway.graphql.section;

import care.weft.gateway.person.Person;
import care.weft.spi.model.Assessment;
import care.weft.spi.model.Section;
import graphql.schema.DataFetchingEnvironment;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Answers {@code Person.assessments}. */
@Controller
final class AssessmentsResolver {

    private final RecordLists lists;

    AssessmentsResolver(RecordLists lists) {
        this.lists = lists;
    }

    @SchemaMapping
    CompletableFuture<RecordConnection> assessments(Person person, DataFetchingEnvironment field) {
        List<String> status = field.getArgument("status");
        return SectionLoaders.load(field, Section.ASSESSMENTS, person.key())
                .thenApply(answer -> lists.page(
                        List.of(answer),
                        field,
                        record -> status == null
                                || (record instanceof Assessment assessment
                                        && status.contains(
                                                assessment.assessmentStatus().name()))));
    }
}
