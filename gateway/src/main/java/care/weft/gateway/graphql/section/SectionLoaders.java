package care.weft.gateway.graphql.section;

import care.weft.gateway.audit.Released;
import care.weft.gateway.fanout.Operation;
import care.weft.gateway.fanout.SectionAnswer;
import care.weft.gateway.fanout.SectionReader;
import care.weft.gateway.graphql.Operations;
import care.weft.spi.model.PersonKey;
import care.weft.spi.model.Section;
import graphql.GraphQLContext;
import graphql.schema.DataFetchingEnvironment;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.dataloader.BatchLoaderEnvironment;
import org.dataloader.DataLoader;
import org.springframework.graphql.execution.BatchLoaderRegistry;
import org.springframework.stereotype.Component;

/**
 * One data loader per section, keyed by person alone: all aliases, nested lists and people of an operation make one read per
 * partner and section.
 */
@Component
final class SectionLoaders {

    private static final String REGISTRATION = "REGISTRATION";

    SectionLoaders(BatchLoaderRegistry registry, SectionReader reader) {
        registry.<PersonKey, Released<SectionAnswer>>forName(REGISTRATION)
                .registerMappedBatchLoader(
                        (people, environment) -> reader.readRegistration(operation(environment), people));
        for (var section : Section.values()) {
            registry.<PersonKey, Released<SectionAnswer>>forName(section.name())
                    .registerMappedBatchLoader(
                            (people, environment) -> reader.read(operation(environment), section, people));
        }
    }

    private static Operation operation(BatchLoaderEnvironment environment) {
        if (!(environment.getContext() instanceof GraphQLContext context)) {
            throw new IllegalStateException("A loader was called outside an operation");
        }
        return Operations.of(context);
    }

    /** What every partner says of one section of one person's record. */
    static CompletableFuture<SectionAnswer> load(DataFetchingEnvironment field, Section section, PersonKey person) {
        Operations.of(field.getGraphQlContext()).asks(person, section);
        return load(field, section.name(), person);
    }

    /** What the register alone says of a person. */
    static CompletableFuture<SectionAnswer> loadRegistration(DataFetchingEnvironment field, PersonKey person) {
        return load(field, REGISTRATION, person);
    }

    private static CompletableFuture<SectionAnswer> load(DataFetchingEnvironment field, String name, PersonKey person) {
        DataLoader<PersonKey, Released<SectionAnswer>> loader = field.getDataLoader(name);
        if (loader == null) {
            throw new IllegalStateException("No loader is registered for " + name);
        }
        return loader.load(person).thenApply(Released::value);
    }

    /** Several sections, in the order given. */
    static CompletableFuture<List<SectionAnswer>> load(
            DataFetchingEnvironment field, List<Section> sections, PersonKey person) {
        var loads =
                sections.stream().map(section -> load(field, section, person)).toList();
        return CompletableFuture.allOf(loads.toArray(CompletableFuture<?>[]::new))
                .thenApply(_ -> loads.stream().map(CompletableFuture::join).toList());
    }
}
