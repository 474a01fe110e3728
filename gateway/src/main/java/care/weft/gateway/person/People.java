package care.weft.gateway.person;

import care.weft.gateway.access.AccessPolicy;
import care.weft.gateway.access.Decision;
import care.weft.gateway.access.DenialReason;
import care.weft.gateway.access.LegitimateRelationship;
import care.weft.gateway.access.PersonFlag;
import care.weft.gateway.audit.AuditFact;
import care.weft.gateway.fanout.Identification;
import care.weft.gateway.fanout.Identified;
import care.weft.gateway.fanout.Link;
import care.weft.gateway.fanout.OnRegister;
import care.weft.gateway.fanout.Operation;
import care.weft.gateway.fanout.PartnerRecord;
import care.weft.gateway.fanout.Relationships;
import care.weft.gateway.partner.Partner;
import care.weft.gateway.partner.Partners;
import care.weft.gateway.store.StoreException;
import care.weft.spi.model.LocalId;
import care.weft.spi.model.Moment;
import care.weft.spi.model.NhsNumber;
import care.weft.spi.model.PersonKey;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Opens people's records: may the caller, and is the person in scope. */
@Component
public final class People {

    /** A team's list; more in one operation, under however many aliases, is a mistake or a harvest. */
    public static final int MAX_PER_OPERATION = 50;

    private static final int ADULT = 18;

    private final AccessPolicy policy;
    private final Identification identification;
    private final Partners partners;
    private final Relationships relationships;
    private final BreakGlass breakGlass;
    private final Objections objections;
    private final CloseToHome closeToHome;
    private final SecurityAlerts alerts;
    private final Clock clock;

    People(
            AccessPolicy policy,
            Identification identification,
            Partners partners,
            Relationships relationships,
            BreakGlass breakGlass,
            Objections objections,
            CloseToHome closeToHome,
            SecurityAlerts alerts,
            Clock clock) {
        this.closeToHome = closeToHome;
        this.alerts = alerts;
        this.relationships = relationships;
        this.breakGlass = breakGlass;
        this.objections = objections;
        this.policy = policy;
        this.identification = identification;
        this.partners = partners;
        this.clock = clock;
    }

    /**
     * Opens one person's record. A caller who may not is refused before any partner is asked; every refusal is audited.
     *
     * @return exactly one person, or {@link PersonRefused}
     */
    public Mono<Person> open(Operation operation, NhsNumber nhsNumber) {
        var key = PersonKey.of(nhsNumber);
        return admitted(operation, key)
                .then(Mono.defer(() -> identification.of(operation, nhsNumber)))
                .flatMap(identified -> related(operation, key, identified))
                .flatMap(identified -> admitAdult(operation, key, identified));
    }

    /**
     * Opens the record that a partner has under an id of its own: of someone without an NHS number, or from a link in the
     * partner's own system. Who has a number is opened by it, with all partners' records.
     *
     * @param partner one that is asked by local id
     * @return exactly one person, or {@link PersonRefused}
     */
    public Mono<Person> open(Operation operation, Partner partner, LocalId localId) {
        var key = PersonKey.of(partner.id(), localId);
        return admitted(operation, key)
                .then(Mono.defer(() -> identification.of(operation, partner, localId)))
                .flatMap(record -> switch (record) {
                    case PartnerRecord.OfNumber(var nhsNumber) -> open(operation, nhsNumber);
                    case PartnerRecord.WithoutNumber(var identified) ->
                        related(operation, key, identified).flatMap(related -> admitAdult(operation, key, related));
                    case PartnerRecord.NotKnown() ->
                        Mono.error(new PersonRefused(
                                PersonRefused.Reason.NO_SUCH_RECORD,
                                partner.name() + " has no record with this id. Check the id in its own system."));
                    case PartnerRecord.Unanswered(var why) ->
                        Mono.error(new PersonRefused(
                                PersonRefused.Reason.PARTNER_DID_NOT_ANSWER,
                                partner.name() + " did not say whose record this is (" + why.name() + "). "
                                        + (why.retryable() ? "Try again." : "Ask it directly.")));
                });
    }

    /** Empty when the caller may ask for this person; otherwise {@link PersonRefused}, before any partner is asked. */
    private Mono<Void> admitted(Operation operation, PersonKey key) {
        if (policy.open(operation.caller(), key, operation.purpose()) instanceof Decision.Deny(var reason)) {
            operation.audit().record(new AuditFact.Denial(key, reason.name(), null));
            return Mono.error(new PersonRefused(PersonRefused.Reason.FORBIDDEN, sentence(reason)));
        }
        if (!operation.admit(key, MAX_PER_OPERATION)) {
            operation.audit().record(new AuditFact.Denial(key, PersonRefused.Reason.TOO_MANY_PEOPLE.name(), null));
            return Mono.error(new PersonRefused(
                    PersonRefused.Reason.TOO_MANY_PEOPLE,
                    "One operation may ask for at most " + MAX_PER_OPERATION + " people, under all its aliases."));
        }
        return Mono.empty();
    }

    /** The same person when the caller stands to them so that they may be opened; otherwise {@link PersonRefused}. */
    private Mono<Identified> related(Operation operation, PersonKey key, Identified identified) {
        // Beside each other: what is only alerted makes nobody wait for long.
        return Mono.zip(relationshipOrObjection(operation, identified), signs(operation, identified))
                .flatMap(found -> {
                    operation.relate(identified, found.getT1());
                    var ties = operation.ties(identified);
                    var decision =
                            policy.open(operation.caller(), ties, operation.purpose(), operation.flags(identified));
                    if (decision instanceof Decision.Deny(var reason)) {
                        operation.audit().record(new AuditFact.Denial(key, reason.name(), null));
                        return Mono.error(new PersonRefused(
                                reason == DenialReason.OBJECTION
                                        ? PersonRefused.Reason.OBJECTION
                                        : PersonRefused.Reason.NO_RELATIONSHIP,
                                sentence(reason)));
                    }
                    found.getT2().forEach(sign -> alerts.raise(operation, sign.name(), key));
                    if (opensAgainstObjection(operation, identified, found.getT1())) {
                        alerts.raise(operation, "OPENED_AGAINST_OBJECTION", key);
                    }
                    return noted(operation, identified, found.getT1()).thenReturn(identified);
                })
                .onErrorMap(StoreException.class, _ -> PersonRefused.storeUnavailable());
    }

    /** For the purpose of an emergency, which a header alone states; who broke the glass has been told of already. */
    private boolean opensAgainstObjection(
            Operation operation, Identified identified, LegitimateRelationship relationship) {
        return operation.flags(identified).contains(PersonFlag.OBJECTION)
                && relationship != LegitimateRelationship.BREAK_GLASS
                && policy.readsAnew(operation.caller());
    }

    /** Takes the stated reason down, where one is what opens the record. */
    private Mono<Void> noted(Operation operation, Identified identified, LegitimateRelationship relationship) {
        var reason = operation.reason();
        return relationship == LegitimateRelationship.ORGANISATIONAL && reason != null
                ? breakGlass.byOrganisation(operation, identified, reason)
                : Mono.empty();
    }

    private Mono<Set<CloseToHome.Sign>> signs(Operation operation, Identified identified) {
        return policy.readsAnew(operation.caller()) ? closeToHome.signs(operation, identified) : Mono.just(Set.of());
    }

    /** Of somebody who objects a broken glass counts before all else: nothing closer opens the record. */
    private Mono<LegitimateRelationship> relationshipOrObjection(Operation operation, Identified identified) {
        return objections.stands(identified).flatMap(objecting -> {
            if (!objecting) {
                return relationship(operation, identified);
            }
            operation.object(identified);
            return policy.readsAnew(operation.caller())
                    ? breakGlass
                            .isOpen(operation, identified)
                            .onErrorReturn(StoreException.class, false)
                            .flatMap(open -> open
                                    ? Mono.just(LegitimateRelationship.BREAK_GLASS)
                                    : relationship(operation, identified))
                    : relationship(operation, identified);
        });
    }

    private Mono<LegitimateRelationship> relationship(Operation operation, Identified identified) {
        if (!policy.readsAnew(operation.caller())) {
            // A person, or who acts for one: the token says it all.
            return Mono.just(LegitimateRelationship.NONE);
        }
        return relationships.of(operation, identified).flatMap(established -> {
            if (established == LegitimateRelationship.DIRECT) {
                return Mono.just(established);
            }
            var otherwise = operation.reason() == null ? LegitimateRelationship.NONE : established;
            return breakGlass
                    .isOpen(operation, identified)
                    .map(open -> open ? LegitimateRelationship.BREAK_GLASS : otherwise);
        });
    }

    private Mono<Person> admitAdult(Operation operation, PersonKey asked, Identified identified) {
        return isKnownToBeUnderAge(operation, identified).flatMap(underAge -> {
            if (underAge) {
                operation.audit().record(new AuditFact.Denial(asked, PersonRefused.Reason.NOT_IN_SCOPE.name(), null));
                return Mono.error(new PersonRefused(
                        PersonRefused.Reason.NOT_IN_SCOPE,
                        "This person is under 18. Weft shows the records of adults only: ask the partners directly."));
            }
            return Mono.just(new Person(identified));
        });
    }

    /**
     * The register's word decides. Where it has none, the person is under age when every partner that states a date of birth
     * states one that cannot be an adult's: where partners disagree the record is opened, and the disagreement shown, for one
     * mistyped year must not hide an adult's record.
     */
    private Mono<Boolean> isKnownToBeUnderAge(Operation operation, Identified identified) {
        var lastAdultBirthday = LocalDate.now(clock.withZone(Moment.LONDON)).minusYears(ADULT);
        if (identified.register() instanceof OnRegister.Known(var _, var details, var _, var _)
                && details.birthDate() != null) {
            return Mono.just(details.birthDate().earliest().isAfter(lastAdultBirthday));
        }
        return Flux.fromIterable(partners.all())
                .flatMap(partner -> identification.link(operation, identified, partner))
                .ofType(Link.Tied.class)
                .mapNotNull(tied -> tied.details().birthDate())
                .collectList()
                .map(stated -> !stated.isEmpty()
                        && stated.stream().allMatch(birth -> birth.earliest().isAfter(lastAdultBirthday)));
    }

    private static String sentence(DenialReason reason) {
        return switch (reason) {
            case NO_ROLE ->
                "None of your roles may read care records. Ask your organisation's administrator for a role that may.";
            case NOT_OWN_RECORD -> "You may open your own record only, and that of someone for whom you act.";
            case SECTION_NOT_FOR_ROLE -> "Your role may not read this part of a record.";
            case PURPOSE_NOT_ALLOWED ->
                "None of your roles may read care records for this purpose. The header Purpose-Of-Use states it.";
            case OBJECTION ->
                "This person objects to their records being shared here, or whether they do could not be read for too long."
                        + " In an emergency, state ETREAT in the header Purpose-Of-Use, or open this one record with the mutation breakGlass.";
            case NO_RELATIONSHIP ->
                "No relationship of yours to this person is recorded. If your organisation knows them, say why you ask in"
                        + " the header Access-Reason; else open this one record with the mutation breakGlass.";
        };
    }
}
