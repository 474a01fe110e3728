package care.weft.gateway.graphql.section;

import care.weft.gateway.fanout.SectionAnswer;
import care.weft.gateway.fanout.SourceAnswer;
import care.weft.gateway.graphql.OpaqueIds;
import care.weft.gateway.person.Person;
import care.weft.spi.DateWindow;
import care.weft.spi.model.Coding;
import care.weft.spi.model.Contact;
import care.weft.spi.model.PartialDate;
import care.weft.spi.model.Relationship;
import care.weft.spi.model.RelationshipKind;
import care.weft.spi.model.Section;
import graphql.schema.DataFetchingEnvironment;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Answers {@code Person.relationships}. */
@Controller
final class RelationshipsResolver {

    private final RecordLists lists;
    private final OpaqueIds ids;
    private final Clock clock;

    RelationshipsResolver(RecordLists lists, OpaqueIds ids, Clock clock) {
        this.lists = lists;
        this.ids = ids;
        this.clock = clock;
    }

    @SchemaMapping
    CompletableFuture<RelationshipList> relationships(Person person, DataFetchingEnvironment field) {
        return SectionLoaders.load(field, Section.RELATIONSHIPS, person.key()).thenApply(this::list);
    }

    private RelationshipList list(SectionAnswer answer) {
        var now = clock.instant();
        var nodes = new ArrayList<RelationshipView>();
        for (var source : answer.sources()) {
            for (var entry : source.entries()) {
                if (entry instanceof Relationship relationship) {
                    nodes.add(view(relationship, source, now));
                }
            }
        }
        nodes.sort(Comparator.comparing(RelationshipView::name, Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparing(RelationshipView::id));
        return new RelationshipList(
                List.copyOf(nodes),
                lists.statuses(List.of(answer)),
                Completeness.of(answer.sources(), DateWindow.ALWAYS));
    }

    private RelationshipView view(Relationship relationship, SourceAnswer source, Instant now) {
        return new RelationshipView(
                ids.record(
                        source.partner().id(),
                        Section.RELATIONSHIPS.name(),
                        relationship.source().recordId()),
                relationship.kinds(),
                relationship.relation(),
                relationship.name() == null ? null : relationship.name().display(),
                relationship.contact(),
                relationship.authority(),
                relationship.from(),
                relationship.until(),
                Provenance.of(relationship.source(), source, now));
    }

    /** Somebody in a person's life. */
    record RelationshipView(
            String id,
            List<RelationshipKind> kinds,
            @Nullable Coding relation,
            @Nullable String name,
            @Nullable Contact contact,
            @Nullable Coding authority,
            @Nullable PartialDate from,
            @Nullable PartialDate until,
            Provenance provenance)
            implements WholeList.Node {}

    /** All of them. */
    record RelationshipList(List<RelationshipView> nodes, List<SourceStatus> sources, Completeness completeness)
            implements WholeList {

        public List<RelationshipEdge> edges() {
            return nodes.stream().map(RelationshipEdge::new).toList();
        }
    }

    /** One of them. */
    record RelationshipEdge(RelationshipView node) {

        public String cursor() {
            return node.id();
        }
    }
}
