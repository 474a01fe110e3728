package care.weft.gateway.graphql.section;

import care.weft.gateway.fanout.SectionAnswer;
import care.weft.gateway.graphql.OpaqueIds;
import care.weft.gateway.person.Involved;
import care.weft.gateway.person.InvolvementBasis;
import care.weft.gateway.person.Involvements;
import care.weft.gateway.person.Person;
import care.weft.spi.DateWindow;
import care.weft.spi.model.Contact;
import care.weft.spi.model.Organisation;
import care.weft.spi.model.PartialDate;
import care.weft.spi.model.Practitioner;
import graphql.schema.DataFetchingEnvironment;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Answers {@code Person.involvements}. */
@Controller
final class InvolvementsResolver {

    private final RecordLists lists;
    private final OpaqueIds ids;
    private final Clock clock;

    InvolvementsResolver(RecordLists lists, OpaqueIds ids, Clock clock) {
        this.lists = lists;
        this.ids = ids;
        this.clock = clock;
    }

    @SchemaMapping
    CompletableFuture<InvolvementList> involvements(Person person, DataFetchingEnvironment field) {
        return SectionLoaders.load(field, Involvements.SECTIONS, person.key()).thenApply(this::list);
    }

    private InvolvementList list(List<SectionAnswer> answers) {
        var now = clock.instant();
        return new InvolvementList(
                Involvements.of(answers, now).stream()
                        .map(involved -> view(involved, now))
                        .toList(),
                lists.statuses(answers),
                Completeness.ofAll(answers, DateWindow.ALWAYS));
    }

    private InvolvementView view(Involved involved, Instant now) {
        var source = involved.source();
        return new InvolvementView(
                ids.record(
                        source.partner().id(),
                        "INVOLVEMENT:" + source.section() + ":" + involved.role(),
                        involved.record().recordId()),
                involved.organisation(),
                involved.team(),
                involved.role(),
                involved.practitioner(),
                contact(involved),
                involved.since(),
                involved.lastContact(),
                involved.nextContact(),
                involved.keyWorker(),
                involved.basis(),
                Provenance.of(involved.record(), source, now));
    }

    /** The partner's own number leads to its own people; it would lead nowhere for somebody else's. */
    private static @Nullable Contact contact(Involved involved) {
        var organisation = involved.organisation();
        var partner = involved.source().partner();
        boolean ofThePartner = organisation == null
                || organisation.name().equals(partner.name())
                || (organisation.odsCode() != null && Objects.equals(organisation.odsCode(), partner.odsCode()));
        return involved.contact() == null && ofThePartner ? partner.contact() : involved.contact();
    }

    /** Somebody or some team that is involved in a person's care. */
    record InvolvementView(
            String id,
            @Nullable Organisation organisation,
            @Nullable String team,
            @Nullable String role,
            @Nullable Practitioner practitioner,
            @Nullable Contact contact,
            @Nullable PartialDate since,
            @Nullable Instant lastContact,
            @Nullable Instant nextContact,
            boolean keyWorker,
            InvolvementBasis basis,
            Provenance provenance)
            implements WholeList.Node {}

    /** All of them. */
    record InvolvementList(List<InvolvementView> nodes, List<SourceStatus> sources, Completeness completeness)
            implements WholeList {

        public List<InvolvementEdge> edges() {
            return nodes.stream().map(InvolvementEdge::new).toList();
        }
    }

    /** One of them. */
    record InvolvementEdge(InvolvementView node) {

        public String cursor() {
            return node.id();
        }
    }
}
