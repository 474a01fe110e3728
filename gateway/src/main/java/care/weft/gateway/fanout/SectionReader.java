package care.weft.gateway.fanout;

import care.weft.gateway.access.AccessPolicy;
import care.weft.gateway.access.Decision;
import care.weft.gateway.audit.AuditFact;
import care.weft.gateway.audit.Released;
import care.weft.gateway.partner.Partner;
import care.weft.gateway.partner.Partners;
import care.weft.spi.SectionRequest;
import care.weft.spi.Subject;
import care.weft.spi.model.Moment;
import care.weft.spi.model.PersonKey;
import care.weft.spi.model.Section;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    private final Replies replies;
    private final Clock clock;

    SectionReader(Partners partners, AccessPolicy policy, Replies replies, Clock clock) {
        this.partners = partners;
        this.policy = policy;
        this.replies = replies;
        this.clock = clock;
    }

    /**
     * Reads the section's whole standard window for these people.
     *
     * @param people identified in this operation before, each once
     * @return one answer for each; never an error: what a partner could not say is in the answer. No signal once the client has left.
     */
    public Mono<Map<PersonKey, Released<SectionAnswer>>> read(
            Operation operation, Section section, Collection<PersonKey> people) {
        return Flux.fromIterable(people)
                .flatMapSequential(operation::identified)
                .collectList()
                .flatMap(identified -> Flux.fromIterable(partners.all())
                        .flatMapSequential(partner -> ask(operation, partner, section, identified))
                        .collectList()
                        .map(byPartner -> release(operation, section, identified, byPartner)));
    }

    private Mono<Map<PersonKey, SourceAnswer>> ask(
            Operation operation, Partner partner, Section section, List<Identified> people) {
        var answers = new HashMap<PersonKey, SourceAnswer>();
        var subjects = new ArrayList<Subject>();
        for (var person : people) {
            var known = beforeAsking(operation, partner, section, person);
            if (known == null) {
                subjects.add(subject(partner, person));
            } else {
                answers.put(person.person(), SourceAnswer.without(partner, section, known));
            }
        }
        return Flux.fromIterable(batches(subjects, partner.profile().maxPeoplePerCall()))
                .flatMap(batch -> call(operation, partner, section, batch), Math.max(1, subjects.size()))
                .collectList()
                .map(read -> {
                    read.forEach(answers::putAll);
                    return answers;
                });
    }

    /** What is known without asking the partner, or null when it must be asked. */
    private @Nullable Outcome beforeAsking(Operation operation, Partner partner, Section section, Identified person) {
        if (!partner.profile().offers(section)) {
            return Outcome.NOT_OFFERED;
        }
        if (policy.read(operation.caller(), person.person(), section) instanceof Decision.Deny(var reason)) {
            operation.audit().record(new AuditFact.Denial(person.person(), reason.name(), section));
            return Outcome.WITHHELD;
        }
        return switch (person.link(partner.id())) {
            case Link.ByNhsNumber(), Link.Tied(var _, var _) -> null;
            case Link.NotKnown() -> Outcome.NO_RECORD;
            case Link.Ambiguous() -> Outcome.NOT_LINKED;
            case Link.Unanswered(var why) -> why;
        };
    }

    private static Subject subject(Partner partner, Identified person) {
        var localId = person.link(partner.id()) instanceof Link.Tied(var tied, var _) ? tied : null;
        return new Subject(person.person(), person.nhsNumber(), localId);
    }

    private Mono<Map<PersonKey, SourceAnswer>> call(
            Operation operation, Partner partner, Section section, List<Subject> batch) {
        var window = partner.profile().sections().get(section);
        if (window == null) {
            throw new IllegalStateException("Asked for a section that the partner does not offer");
        }
        var request = new SectionRequest(
                section,
                batch,
                window.on(LocalDate.now(clock.withZone(Moment.LONDON))),
                partner.endpoint(),
                operation.actor(),
                operation.purpose(),
                operation.deadline());
        return replies.collect(
                operation,
                partner,
                request,
                PartnerCall.many(
                        operation,
                        partner,
                        request.deadline(),
                        () -> partner.adapter().read(request)));
    }

    private static List<List<Subject>> batches(List<Subject> subjects, int size) {
        var batches = new ArrayList<List<Subject>>();
        for (int from = 0; from < subjects.size(); from += size) {
            batches.add(subjects.subList(from, Math.min(subjects.size(), from + size)));
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
            var facts = new ArrayList<AuditFact>(byPartner.size());
            for (var answers : byPartner) {
                var source = answers.get(person.person());
                if (source == null) {
                    throw new IllegalStateException("A partner's batch left out a person");
                }
                sources.add(source);
                facts.add(Disclosures.of(person.person(), source));
            }
            released.put(
                    person.person(),
                    operation.audit().release(facts, new SectionAnswer(person.person(), section, sources)));
        }
        return released;
    }
}
