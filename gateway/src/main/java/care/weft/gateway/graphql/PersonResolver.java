package care.weft.gateway.graphql;

import care.weft.gateway.fanout.Link;
import care.weft.gateway.fanout.Outcome;
import care.weft.gateway.partner.Partner;
import care.weft.gateway.partner.Partners;
import care.weft.gateway.person.Person;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Answers what of {@code Person} needs no read. */
@Controller
final class PersonResolver {

    private final OpaqueIds ids;
    private final Partners partners;

    PersonResolver(OpaqueIds ids, Partners partners) {
        this.ids = ids;
        this.partners = partners;
    }

    @SchemaMapping
    String id(Person person) {
        return ids.person(person.key());
    }

    @SchemaMapping
    List<PartnerIdentity> identities(Person person) {
        return partners.all().stream()
                .map(partner -> identity(partner, person.identified().link(partner.id())))
                .toList();
    }

    private static PartnerIdentity identity(Partner partner, Link link) {
        return switch (link) {
            case Link.ByNhsNumber() ->
                new PartnerIdentity(partner, null, IdentityState.CONFIRMED, "This partner is asked by NHS number.");
            case Link.Tied(var localId, var _) ->
                new PartnerIdentity(
                        partner,
                        localId.value(),
                        IdentityState.CONFIRMED,
                        "One of the partner's people has the same NHS number.");
            case Link.NotKnown() ->
                new PartnerIdentity(
                        partner, null, IdentityState.NO_MATCH, "The partner does not know this NHS number.");
            case Link.Ambiguous() ->
                new PartnerIdentity(
                        partner,
                        null,
                        IdentityState.REVIEW,
                        "It is not established which of the partner's people is meant.");
            case Link.Unanswered(Outcome why) ->
                new PartnerIdentity(
                        partner, null, IdentityState.NO_MATCH, "The partner could not be asked (" + why.name() + ").");
        };
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
