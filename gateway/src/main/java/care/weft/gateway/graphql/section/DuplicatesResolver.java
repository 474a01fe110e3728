package care.weft.gateway.graphql.section;

import care.weft.gateway.advice.Advising;
import care.weft.gateway.person.Person;
import graphql.schema.DataFetchingEnvironment;
import java.util.concurrent.CompletableFuture;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Answers {@code Person.duplicates}. */
@Controller
final class DuplicatesResolver {

    private final Advising advising;
    private final AdviceViews views;

    DuplicatesResolver(Advising advising, AdviceViews views) {
        this.advising = advising;
        this.views = views;
    }

    @SchemaMapping
    CompletableFuture<DuplicatesView> duplicates(Person person, DataFetchingEnvironment field) {
        return SectionLoaders.load(field, Advising.ALL_SECTIONS, person.key())
                .thenApply(answers -> views.of(advising.duplicates(person, answers)));
    }
}
