package care.weft.gateway.graphql;

import care.weft.gateway.access.AccessPolicy;
import care.weft.gateway.access.AccessRequest;
import care.weft.gateway.access.Caller;
import care.weft.gateway.access.Decision;
import care.weft.gateway.access.LegitimateRelationship;
import care.weft.gateway.access.Ties;
import care.weft.gateway.partner.Partner;
import care.weft.gateway.partner.Partners;
import care.weft.gateway.person.People;
import care.weft.gateway.person.Person;
import care.weft.spi.PurposeOfUse;
import care.weft.spi.model.Confidentiality;
import care.weft.spi.model.Section;
import graphql.GraphQLContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Mono;

/** Answers what of {@code Caller} is not in the token. */
@Controller
@SchemaMapping(typeName = "Caller")
final class CallerResolver {

    private final AccessPolicy policy;
    private final People people;
    private final Partners partners;

    CallerResolver(AccessPolicy policy, People people, Partners partners) {
        this.partners = partners;
        this.policy = policy;
        this.people = people;
    }

    @SchemaMapping
    Set<Section> mayRead(CallerView view) {
        return policy.sections(view.caller());
    }

    @SchemaMapping
    Set<PurposeOfUse> purposes(CallerView view) {
        return policy.purposes(view.caller());
    }

    /** What the caller may see of somebody to whom they stand as closely as their roles have it. */
    @SchemaMapping
    List<SectionRight> rights(CallerView view, GraphQLContext context) {
        var purpose = Operations.of(context).purpose();
        var rights = new ArrayList<SectionRight>();
        for (var section : policy.sections(view.caller())) {
            for (var partner : partners.all()) {
                if (partner.profile().offers(section)
                        && policy.read(request(view.caller(), section, partner, purpose))
                                instanceof Decision.Permit permit) {
                    rights.add(SectionRight.of(section, partner, permit));
                }
            }
        }
        return List.copyOf(rights);
    }

    private static AccessRequest request(Caller caller, Section section, Partner partner, PurposeOfUse purpose) {
        var closest = new Ties(true, true, LegitimateRelationship.DIRECT);
        return new AccessRequest(caller, section, partner.id(), partner.kind(), purpose, closest, Set.of());
    }

    /**
     * What a caller may see of one section at one partner.
     *
     * @param withheld fields that are null whatever the partner holds
     * @param withheldLabels with which no record is shown
     */
    record SectionRight(
            Section section,
            Partner partner,
            boolean ownOnly,
            List<String> withheld,
            List<Confidentiality> withheldLabels) {

        static SectionRight of(Section section, Partner partner, Decision.Permit permit) {
            return new SectionRight(
                    section,
                    partner,
                    permit.isScoped(),
                    permit.withheld().stream()
                            .sorted()
                            .flatMap(field -> field.fields().stream())
                            .distinct()
                            .toList(),
                    permit.withheldLabels(section).stream().sorted().toList());
        }
    }

    @SchemaMapping
    Mono<Person> person(CallerView view, GraphQLContext context) {
        var self = view.caller().self();
        return self == null ? Mono.empty() : people.open(Operations.of(context), self);
    }
}
