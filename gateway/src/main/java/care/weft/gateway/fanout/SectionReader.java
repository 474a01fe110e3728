package care.weft.gateway.fanout;

import care.weft.gateway.access.AccessPolicy;
import care.weft.gateway.access.Decision;
import care.weft.gateway.audit.AuditFact;
import care.weft.gateway.audit.Released;
import care.weft.gateway.partner.Partner;
import care.weft.gateway.partner.Partners;
import care.weft.spi.Endpoint;
import care.weft.spi.PartnerException;
import care.weft.spi.RouteRequest;
import care.weft.spi.Routes;
import care.weft.spi.Subject;
import care.weft.spi.model.Demographics;
import care.weft.spi.model.PersonKey;
import care.weft.spi.model.Section;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Reads one section of people's records at every partner: access first, then one batch per partner, then the identity of
 * every record, then the audit facts, and only then an answer. The only way to a partner's record.
 */
@Component
public final class SectionReader {

    private final Partners partners;
    private final AccessPolicy policy;
    private final Identification identification;
    private final SectionRequests requests;
    private final Replies replies;

    SectionReader(
            Partners partners,
            AccessPolicy policy,
            Identification identification,
            SectionRequests requests,
            Replies replies) {
        this.partners = partners;
        this.policy = policy;
        this.identification = identification;
        this.requests = requests;
        this.replies = replies;
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
        var answers = new ConcurrentHashMap<PersonKey, SourceAnswer>();
        var asked = Flux.fromIterable(people)
                .filter(person -> {
                    var known = beforeAsking(operation, partner, section, person);
                    if (known != null) {
                        answers.put(person.person(), SourceAnswer.without(partner, section, known));
                    }
                    return known == null;
                })
                .flatMap(
                        person -> prepare(operation, partner, section, person).doOnNext(prepared -> {
                            if (prepared instanceof Prepared.Known(var answer)) {
                                answers.put(person.person(), answer);
                            }
                        }),
                        Math.max(1, people.size()))
                .ofType(Prepared.Ask.class);
        return batches(asked, partner.profile().maxPeoplePerCall())
                .flatMap(batch -> call(operation, partner, section, batch), Math.max(1, people.size()))
                .doOnNext(answers::putAll)
                .then(Mono.just(answers));
    }

    /** What is known before anything is found out about the person, or null. */
    private @Nullable Outcome beforeAsking(Operation operation, Partner partner, Section section, Identified person) {
        if (!partner.profile().offers(section)) {
            return Outcome.NOT_OFFERED;
        }
        if (policy.read(operation.caller(), person.asked(), section) instanceof Decision.Deny(var reason)) {
            operation.audit().record(new AuditFact.Denial(person.person(), reason.name(), section));
            return Outcome.WITHHELD;
        }
        return null;
    }

    /** What is to be done for one person at one partner. */
    private sealed interface Prepared {

        /** Nothing: what is asked is known already, or cannot be asked. */
        record Known(SourceAnswer answer) implements Prepared {}

        /** Ask. */
        record Ask(Subject subject, Endpoint endpoint) implements Prepared {}
    }

    private Mono<Prepared> prepare(Operation operation, Partner partner, Section section, Identified person) {
        return identification.link(operation, person, partner).flatMap(link -> switch (link) {
            case Link.ByNhsNumber(var number) -> ask(partner, new Subject(person.person(), number, null));
            case Link.AtPractice(var number, var practice) ->
                route(operation, partner, section, practice, new Subject(person.person(), number, null));
            case Link.Registered(var number, var details, var at, var kept) -> {
                var subject = new Subject(person.person(), number, null);
                if (section == Section.DEMOGRAPHICS) {
                    yield Mono.just(known(operation, partner, subject, details, at, kept));
                }
                // A register says nothing of those close to a restricted person, and does not say that it does not.
                yield details.restricted()
                        ? without(partner, section, Outcome.NOTHING_RELEASED)
                        : ask(partner, subject);
            }
            case Link.Tied(var number, var localId, var details, var at) -> {
                var subject = new Subject(person.person(), number, localId);
                yield section == Section.DEMOGRAPHICS
                        ? Mono.just(known(operation, partner, subject, details, at, false))
                        : ask(partner, subject);
            }
            case Link.NotKnown() -> without(partner, section, Outcome.NO_RECORD);
            case Link.Ambiguous(), Link.Withdrawn(), Link.NoNumber(), Link.NoPractice() ->
                without(partner, section, Outcome.NOT_LINKED);
            case Link.Unanswered(var why) -> without(partner, section, why);
        });
    }

    private static Mono<Prepared> ask(Partner partner, Subject subject) {
        return Mono.just(new Prepared.Ask(subject, partner.endpoint()));
    }

    private static Mono<Prepared> without(Partner partner, Section section, Outcome outcome) {
        return Mono.just(new Prepared.Known(SourceAnswer.without(partner, section, outcome)));
    }

    /** Whoever told who the person is has said all that the section is made of: it is not asked twice. */
    private Prepared known(
            Operation operation, Partner partner, Subject subject, Demographics details, Instant at, boolean kept) {
        return new Prepared.Known(replies.known(operation, partner, subject, details, at, kept));
    }

    private static Mono<Prepared> route(
            Operation operation, Partner partner, Section section, String practice, Subject subject) {
        if (!(partner.adapter() instanceof Routes routes)) {
            throw new IllegalStateException("Only a partner that is many practices is routed");
        }
        var request = new RouteRequest(practice, section, operation.deadline());
        // Empty means a practice that this partner does not reach, which says nothing of how the partner is.
        return PartnerCall.<Endpoint>many(operation, partner, () -> routes.route(request))
                .next()
                .<Prepared>map(endpoint -> new Prepared.Ask(subject, endpoint))
                .switchIfEmpty(without(partner, section, Outcome.NOT_LINKED))
                .onErrorResume(PartnerException.class, failed -> {
                    partner.failed();
                    operation.troubles().tell(partner, "the address of a practice", failed);
                    return without(partner, section, Outcome.of(failed.fault()));
                });
    }

    private Mono<Map<PersonKey, SourceAnswer>> call(
            Operation operation, Partner partner, Section section, List<Prepared.Ask> batch) {
        var request = requests.of(
                operation,
                partner,
                section,
                batch.stream().map(Prepared.Ask::subject).toList(),
                batch.getFirst().endpoint());
        return replies.collect(
                operation,
                partner,
                request,
                PartnerCall.many(operation, partner, () -> partner.adapter().read(request)));
    }

    /** Each batch is for one endpoint. Where one call takes one person, nobody waits for the others to be prepared. */
    private static Flux<List<Prepared.Ask>> batches(Flux<Prepared.Ask> asked, int size) {
        return size == 1
                ? asked.map(List::of)
                : asked.collectMultimap(Prepared.Ask::endpoint)
                        .flatMapIterable(Map::values)
                        .flatMapIterable(all -> batches(List.copyOf(all), size));
    }

    private static List<List<Prepared.Ask>> batches(List<Prepared.Ask> asked, int size) {
        var batches = new ArrayList<List<Prepared.Ask>>();
        for (int from = 0; from < asked.size(); from += size) {
            batches.add(asked.subList(from, Math.min(asked.size(), from + size)));
        }
        return batches;
    }

    private static Map<PersonKey, Released<SectionAnswer>> release(
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
            sources.replaceAll(whereabouts::withhold);
            released.put(
                    person.person(),
                    operation
                            .audit()
                            .release(
                                    Disclosures.of(person.person(), sources),
                                    new SectionAnswer(person.person(), section, sources, whereabouts)));
        }
        return released;
    }
}
