package care.weft.gateway.fanout;

import care.weft.gateway.access.AccessPolicy;
import care.weft.gateway.access.Decision;
import care.weft.gateway.audit.AuditFact;
import care.weft.gateway.audit.RecordDigest;
import care.weft.gateway.audit.Released;
import care.weft.gateway.partner.Partner;
import care.weft.gateway.partner.Partners;
import care.weft.spi.Endpoint;
import care.weft.spi.PartnerException;
import care.weft.spi.RouteRequest;
import care.weft.spi.Routes;
import care.weft.spi.Subject;
import care.weft.spi.model.NhsNumber;
import care.weft.spi.model.PersonKey;
import care.weft.spi.model.Section;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Reads one section of people's records at every partner: access first, then one batch per partner, then the identity of
 * every record, then the audit facts, and only then an answer. The only way to a partner's record.
 */
@Component
public final class SectionReader {

    /** Whoever is in one of these with a service is in its care, or was. */
    private static final List<Section> OF_CARE = List.of(
            Section.REFERRALS,
            Section.CARE_PACKAGES,
            Section.ASSESSMENTS,
            Section.STAYS,
            Section.APPOINTMENTS,
            Section.INVOLVEMENTS);

    private final Partners partners;
    private final AccessPolicy policy;
    private final Identification identification;
    private final Replies replies;
    private final Answers answers;
    private final RecordDigest digest;

    SectionReader(
            Partners partners,
            AccessPolicy policy,
            Identification identification,
            Replies replies,
            Answers answers,
            RecordDigest digest) {
        this.partners = partners;
        this.policy = policy;
        this.identification = identification;
        this.replies = replies;
        this.answers = answers;
        this.digest = digest;
    }

    /**
     * Reads the section's whole standard window for these people.
     *
     * @param people identified in this operation before, each once
     * @return one answer for each; never an error: what a partner could not say is in the answer. No signal once the client has left.
     */
    public Mono<Map<PersonKey, Released<SectionAnswer>>> read(
            Operation operation, Section section, Collection<PersonKey> people) {
        return read(operation, section, people, partners.all());
    }

    /**
     * Reads what the register alone says of these people: its demographics, at the price of no call, since it was asked when
     * they were identified.
     *
     * @return as of {@link #read}; without a source where no register is connected
     */
    public Mono<Map<PersonKey, Released<SectionAnswer>>> readRegistration(
            Operation operation, Collection<PersonKey> people) {
        return read(
                operation,
                Section.DEMOGRAPHICS,
                people,
                partners.all().stream().filter(identification::isRegister).toList());
    }

    /**
     * What a partner holds of a person's care, for the decision alone whether the caller may open the record: never shown, and
     * audited as read under the gateway's own authority.
     *
     * @return one for each section of care that the partner offers; never an error
     */
    Flux<SourceAnswer> forAccess(Operation operation, Partner partner, Identified person) {
        return Flux.fromIterable(OF_CARE)
                .filter(partner.profile()::offers)
                .flatMap(section -> prepare(operation, partner, section, person, Standing.ofGateway(operation))
                        .flatMap(prepared -> switch (prepared) {
                            case Prepared.Known(var answer) -> Mono.just(answer);
                            case Prepared.Ask(var question) ->
                                answers.of(operation, partner, section, List.of(question))
                                        .map(all -> Objects.requireNonNull(all.get(person.person())));
                        })
                        // A record that the caller would not see must not be noticed by what it opens.
                        .map(answer -> Redaction.withoutLabelled(
                                answer, policy.read(operation.toReadIfInvolved(person, partner, section)))))
                .doOnNext(answer -> operation
                        .audit()
                        .record(new AuditFact.Lookup(
                                person.person(), partner.id(), answer.section() + " " + answer.outcome())));
    }

    private Mono<Map<PersonKey, Released<SectionAnswer>>> read(
            Operation operation, Section section, Collection<PersonKey> people, List<Partner> of) {
        return Mono.defer(() -> {
            var identified = people.stream().map(operation::identified).toList();
            return Flux.fromIterable(of)
                    .flatMapSequential(partner -> ask(operation, partner, section, identified), Math.max(1, of.size()))
                    .collectList()
                    .map(byPartner -> release(operation, section, identified, byPartner));
        });
    }

    private Mono<Map<PersonKey, SourceAnswer>> ask(
            Operation operation, Partner partner, Section section, List<Identified> people) {
        var known = new ConcurrentHashMap<PersonKey, SourceAnswer>();
        var permits = new ConcurrentHashMap<PersonKey, Decision.Permit>();
        var asked = Flux.fromIterable(people)
                .flatMap(
                        person -> decide(operation, partner, section, person, permits)
                                .doOnNext(prepared -> {
                                    if (prepared instanceof Prepared.Known(var answer)) {
                                        known.put(person.person(), answer);
                                    }
                                }),
                        Math.max(1, people.size()))
                .ofType(Prepared.Ask.class)
                .map(Prepared.Ask::question);
        return Question.batches(asked, partner.profile().maxPeoplePerCall())
                .flatMap(batch -> answers.of(operation, partner, section, batch), Math.max(1, people.size()))
                .doOnNext(known::putAll)
                .then(Mono.fromSupplier(() -> {
                    permits.forEach((person, permit) -> known.computeIfPresent(
                            person, (_, answer) -> Redaction.of(answer, permit, operation.caller())));
                    return known;
                }));
    }

    /** What is to be done for one person at one partner. */
    private sealed interface Prepared {

        /** Nothing: what is asked is known already, or cannot be asked. */
        record Known(SourceAnswer answer) implements Prepared {}

        /** Ask. */
        record Ask(Question question) implements Prepared {}
    }

    /** Access is decided before anything is found out about the person. */
    private Mono<Prepared> decide(
            Operation operation,
            Partner partner,
            Section section,
            Identified person,
            Map<PersonKey, Decision.Permit> permits) {
        if (!partner.profile().offers(section)) {
            return without(partner, section, Outcome.NOT_OFFERED);
        }
        return switch (policy.read(operation.toRead(person, partner, section))) {
            case Decision.Permit permit -> {
                permits.put(person.person(), permit);
                yield prepare(operation, partner, section, person, Standing.of(operation, partner, permit));
            }
            case Decision.Deny(var reason) -> {
                operation.audit().record(new AuditFact.Denial(person.person(), reason.name(), section));
                yield without(partner, section, Outcome.WITHHELD);
            }
        };
    }

    private Mono<Prepared> prepare(
            Operation operation, Partner partner, Section section, Identified person, Standing standing) {
        return identification
                .link(operation, standing.authority(), person, partner)
                .flatMap(link -> switch (link) {
                    case Link.ByNhsNumber(var number) ->
                        ask(partner, section, standing, new Subject(person.person(), number, null));
                    case Link.AtPractice(var number, var practice) ->
                        route(operation, partner, section, practice, person, standing, number);
                    case Link.Registered(var number, var details, var at, var kept) -> {
                        var subject = new Subject(person.person(), number, null);
                        if (section == Section.DEMOGRAPHICS) {
                            yield known(operation, replies.known(partner, subject, details, at, kept), person);
                        }
                        // A register says nothing of those close to a restricted person, and does not say that it does
                        // not.
                        yield details.restricted()
                                ? without(partner, section, Outcome.NOTHING_RELEASED)
                                : ask(partner, section, standing, subject);
                    }
                    case Link.Tied(var number, var localId, var details, var at) -> {
                        var subject = new Subject(person.person(), number, localId);
                        // Whoever told who the person is has said all that the section is made of: it is not asked
                        // twice.
                        yield section == Section.DEMOGRAPHICS
                                ? known(operation, replies.known(partner, subject, details, at, false), person)
                                : ask(partner, section, standing, subject);
                    }
                    case Link.NotKnown() -> without(partner, section, Outcome.NO_RECORD);
                    case Link.Ambiguous(), Link.Withdrawn(), Link.NoNumber(), Link.NoPractice() ->
                        without(partner, section, Outcome.NOT_LINKED);
                    case Link.Unanswered(var why) -> unanswered(operation, partner, section, person, standing, why);
                });
    }

    private static Mono<Prepared> ask(Partner partner, Section section, Standing standing, Subject subject) {
        return Mono.just(new Prepared.Ask(new Question(partner.id(), section, standing, subject, partner.endpoint())));
    }

    private static Mono<Prepared> without(Partner partner, Section section, Outcome outcome) {
        return Mono.just(new Prepared.Known(SourceAnswer.without(partner, section, outcome)));
    }

    private static Mono<Prepared> known(Operation operation, Said said, Identified person) {
        return Mono.just(new Prepared.Known(operation.hear(person.person(), said)));
    }

    private Mono<Prepared> unanswered(
            Operation operation, Partner partner, Section section, Identified person, Standing standing, NoAnswer why) {
        return Mono.just(new Prepared.Known(answers.unasked(operation, partner, section, person, standing, why)));
    }

    private Mono<Prepared> route(
            Operation operation,
            Partner partner,
            Section section,
            String practice,
            Identified person,
            Standing standing,
            NhsNumber number) {
        if (!(partner.adapter() instanceof Routes routes)) {
            throw new IllegalStateException("Only a partner that is many practices is routed");
        }
        var request = new RouteRequest(practice, section, operation.deadline());
        var subject = new Subject(person.person(), number, null);
        // Empty means a practice that this partner does not reach, which says nothing of how the partner is.
        return PartnerCall.<Endpoint>many(operation, partner, () -> routes.route(request))
                .next()
                .<Prepared>map(
                        endpoint -> new Prepared.Ask(new Question(partner.id(), section, standing, subject, endpoint)))
                .switchIfEmpty(without(partner, section, Outcome.NOT_LINKED))
                .contextWrite(context -> operation.in(Authority.GATEWAY, context))
                .onErrorResume(PartnerException.class, failed -> {
                    if (failed.asked()) {
                        partner.failed();
                    }
                    operation.troubles().tell(partner, "the address of a practice", failed);
                    return unanswered(operation, partner, section, person, standing, NoAnswer.of(failed));
                });
    }

    private Map<PersonKey, Released<SectionAnswer>> release(
            Operation operation,
            Section section,
            List<Identified> people,
            List<Map<PersonKey, SourceAnswer>> byPartner) {
        var released = new HashMap<PersonKey, Released<SectionAnswer>>();
        for (var person : people) {
            var sources = new ArrayList<SourceAnswer>(byPartner.size());
            for (var answers : byPartner) {
                var source = answers.get(person.person());
                if (source == null) {
                    throw new IllegalStateException("A partner's batch left out a person");
                }
                sources.add(source);
            }
            var whereabouts = Whereabouts.of(person.register(), sources);
            sources.replaceAll(source -> whereabouts.withhold(source, person.register()));
            released.put(
                    person.person(),
                    operation
                            .audit()
                            .release(
                                    Disclosures.of(person.person(), sources, digest),
                                    new SectionAnswer(person.person(), section, sources, whereabouts)));
        }
        return released;
    }
}
