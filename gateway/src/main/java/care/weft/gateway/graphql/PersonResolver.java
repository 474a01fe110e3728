package care.weft.gateway.graphql;

import care.weft.gateway.fanout.Identification;
import care.weft.gateway.fanout.Link;
import care.weft.gateway.partner.Partner;
import care.weft.gateway.partner.Partners;
import care.weft.gateway.person.Person;
import graphql.GraphQLContext;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Answers what of {@code Person} needs no read. */
@Controller
final class PersonResolver {

    private final OpaqueIds ids;
    private final Identification identification;
    private final Partners partners;

    PersonResolver(OpaqueIds ids, Identification identification, Partners partners) {
        this.ids = ids;
        this.identification = identification;
        this.partners = partners;
    }

    @SchemaMapping
    String id(Person person) {
        return ids.person(person.key());
    }

    @SchemaMapping
    Mono<List<PartnerIdentity>> identities(Person person, GraphQLContext context) {
        var operation = Operations.of(context);
        return Flux.fromIterable(partners.all())
                .flatMapSequential(partner -> identification
                        .link(operation, person.identified(), partner)
                        .map(link -> identity(partner, link)))
                .collectList();
    }

    private static PartnerIdentity identity(Partner partner, Link link) {
        return switch (link) {
            case Link.ByNhsNumber _ -> asked(partner, "This partner is asked by NHS number.");
            case Link.AtPractice _ ->
                asked(
                        partner,
                        "The practice where the register says that the person is registered is asked by NHS number.");
            case Link.Registered _ -> asked(partner, "The register has this NHS number.");
            case Link.Tied tied ->
                new PartnerIdentity(partner, tied.localId().value(), IdentityState.CONFIRMED, method(tied));
            case Link.NotKnown() ->
                untied(partner, IdentityState.NO_MATCH, "The partner does not know this NHS number.");
            case Link.Ambiguous() ->
                untied(partner, IdentityState.REVIEW, "It is not established which of the partner's people is meant.");
            case Link.Withdrawn() ->
                untied(partner, IdentityState.QUARANTINED, "The register has withdrawn this NHS number from use.");
            case Link.NoNumber() ->
                untied(
                        partner,
                        IdentityState.NO_MATCH,
                        "This partner was not asked: the person is known without an NHS number.");
            case Link.NoPractice() ->
                untied(
                        partner,
                        IdentityState.NO_MATCH,
                        "This partner was not asked: the register names no practice of the person's.");
            case Link.Unanswered(var why) ->
                untied(
                        partner,
                        IdentityState.NO_MATCH,
                        "The partner could not be asked (" + why.outcome().name() + ").");
        };
    }

    private static String method(Link.Tied tied) {
        return tied.nhsNumber() == null
                ? "Opened by the partner's own id; the partner states no NHS number."
                : "One of the partner's people has the same NHS number.";
    }

    private static PartnerIdentity asked(Partner partner, String method) {
        return new PartnerIdentity(partner, null, IdentityState.CONFIRMED, method);
    }

    private static PartnerIdentity untied(Partner partner, IdentityState state, String method) {
        return new PartnerIdentity(partner, null, state, method);
    }

    /** How one partner's record was tied to a person. */
    record PartnerIdentity(Partner partner, @Nullable String localId, IdentityState state, String method) {}

    /** How sure it is that a partner's record belongs to the person. */
    enum IdentityState {
        CONFIRMED,
        PROVISIONAL,
        REVIEW,
        CONFLICT,
        QUARANTINED,
        NO_MATCH
    }
}
