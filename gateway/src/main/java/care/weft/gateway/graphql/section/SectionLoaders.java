package care.weft.gateway.graphql.section;

import care.weft.gateway.advice.AnnouncementSource;
import care.weft.gateway.advice.Announcements;
import care.weft.gateway.advice.AssessmentAnnouncement;
import care.weft.gateway.audit.PersonSeal;
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
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.dataloader.BatchLoaderEnvironment;
import org.dataloader.DataLoader;
import org.springframework.graphql.execution.BatchLoaderRegistry;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * One data loader per section, keyed by person alone: all aliases, nested lists and people of an operation make one read per
 * partner and section.
 */
@Component
final class SectionLoaders {

    private static final String REGISTRATION = "REGISTRATION";
    private static final String ANNOUNCED = "ANNOUNCED";

    SectionLoaders(
            BatchLoaderRegistry registry,
            SectionReader reader,
            Announcements announcements,
            AnnouncementSource source,
            PersonSeal seal) {
        registry.<PersonKey, Announced>forName(ANNOUNCED).registerMappedBatchLoader((people, environment) -> {
            var operation = operation(environment);
            var sealed = people.stream().collect(Collectors.toMap(person -> person, seal::seal));
            return announcements
                    .open(Set.copyOf(sealed.values()))
                    .timeout(operation.deadline().left())
                    .map(Optional::of)
                    .onErrorResume(_ -> Mono.just(Optional.empty()))
                    .map(found -> announced(sealed, found, source, operation));
        });
        registry.<PersonKey, Released<SectionAnswer>>forName(REGISTRATION)
                .registerMappedBatchLoader(
                        (people, environment) -> reader.readRegistration(operation(environment), people));
        for (var section : Section.values()) {
            registry.<PersonKey, Released<SectionAnswer>>forName(section.name())
                    .registerMappedBatchLoader(
                            (people, environment) -> reader.read(operation(environment), section, people));
        }
    }

    /** @param found empty where they could not be read: an answer must never look as if nobody had announced anything */
    private static Map<PersonKey, Announced> announced(
            Map<PersonKey, String> sealed,
            Optional<Map<String, List<AssessmentAnnouncement>>> found,
            AnnouncementSource source,
            Operation operation) {
        return sealed.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        person -> new Announced(
                                source, operation, found.map(all -> all.getOrDefault(person.getValue(), List.of())))));
    }

    private static Operation operation(BatchLoaderEnvironment environment) {
        if (!(environment.getContext() instanceof GraphQLContext context)) {
            throw new IllegalStateException("A loader was called outside an operation");
        }
        return Operations.of(context);
    }

    /** What every partner says of one section of one person's record; of assessments, also what was announced. */
    static CompletableFuture<SectionAnswer> load(DataFetchingEnvironment field, Section section, PersonKey person) {
        Operations.of(field.getGraphQlContext()).asks(person, section);
        var answer = load(field, section.name(), person);
        return section == Section.ASSESSMENTS
                ? answer.thenCombine(loadAnnounced(field, person), (told, announced) -> announced.in(told))
                : answer;
    }

    /** What was announced for a person, before it is known what of it the caller may see. */
    static CompletableFuture<Announced> loadAnnounced(DataFetchingEnvironment field, PersonKey person) {
        DataLoader<PersonKey, Announced> loader = field.getDataLoader(ANNOUNCED);
        if (loader == null) {
            throw new IllegalStateException("No loader is registered for " + ANNOUNCED);
        }
        return loader.load(person);
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
