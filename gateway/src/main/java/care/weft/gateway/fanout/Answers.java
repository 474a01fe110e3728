package care.weft.gateway.fanout;

import care.weft.gateway.cache.Flights;
import care.weft.gateway.cache.SharedCall;
import care.weft.gateway.partner.Partner;
import care.weft.spi.PartnerException;
import care.weft.spi.model.PersonKey;
import care.weft.spi.model.Section;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Partners' answers to questions: a recent one, one that is under way for somebody else, or a new one; and where the partner
 * fails, an earlier one that may still be shown. Whatever way it came, it is checked once more to be of the person asked for.
 */
@Component
final class Answers {

    private final KeptAnswers kept;
    private final SectionRequests requests;
    private final Replies replies;
    private final Flights<Question, Said> flights;
    private final MeterRegistry registry;

    Answers(KeptAnswers kept, SectionRequests requests, Replies replies, MeterRegistry registry) {
        this.kept = kept;
        this.requests = requests;
        this.replies = replies;
        this.registry = registry;
        flights = new Flights<>((question, said) -> kept.keep(question, said.answer()));
    }

    /**
     * Answers of one partner to questions about a section of several people at one endpoint.
     *
     * @return one for each; never an error. No signal once the client has left.
     */
    Mono<Map<PersonKey, SourceAnswer>> of(
            Operation operation, Partner partner, Section section, List<Question> questions) {
        return Mono.defer(() -> {
            var answers = new HashMap<PersonKey, SourceAnswer>();
            var missing = new ArrayList<Question>();
            for (var question : questions) {
                var recent = operation.anew() ? null : kept.recent(question);
                if (recent == null) {
                    missing.add(question);
                } else {
                    count("kept", partner);
                    answers.put(question.person(), heard(operation, question, Said.of(recent.again())));
                }
            }
            return missing.isEmpty()
                    ? Mono.just(answers)
                    : read(operation, partner, section, missing)
                            .doOnNext(read -> read.forEach((question, said) ->
                                    answers.put(question.person(), answer(operation, partner, question, said))))
                            .thenReturn(answers);
        });
    }

    /** An earlier answer for someone of whom it could not be found out how to ask the partner for them, or why there is none. */
    SourceAnswer unasked(
            Operation operation, Partner partner, Section section, Identified person, Standing standing, NoAnswer why) {
        var earlier =
                why.outcome().retryable() ? kept.earlier(partner, section, person.person(), standing, null) : null;
        return earlier == null
                ? SourceAnswer.without(partner, section, why)
                : heard(operation, earlier.question(), Said.of(stale(partner, earlier, why)));
    }

    private SourceAnswer answer(Operation operation, Partner partner, Question question, Said said) {
        var answer = heard(operation, question, said);
        var earlier = answer.outcome().retryable()
                ? kept.earlier(partner, question.section(), question.person(), question.standing(), question)
                : null;
        return earlier == null ? answer : heard(operation, question, Said.of(stale(partner, earlier, answer.now())));
    }

    private SourceAnswer stale(Partner partner, KeptAnswers.Earlier earlier, NoAnswer now) {
        count("stale", partner);
        return earlier.answer().stale(now);
    }

    private SourceAnswer heard(Operation operation, Question question, Said said) {
        return operation.hear(question.person(), replies.guarded(question.subject(), said));
    }

    private Mono<Map<Question, Said>> read(
            Operation operation, Partner partner, Section section, Collection<Question> questions) {
        return Mono.defer(() -> {
            var own = new HashSet<Question>();
            var reads = flights.join(questions, operation.anew(), missing -> {
                own.addAll(missing);
                return begin(operation, partner, section, missing);
            });
            return Flux.fromIterable(reads.entrySet())
                    .flatMap(
                            read -> inTime(operation, partner, section, read.getKey(), read.getValue(), own)
                                    .map(said -> Map.entry(read.getKey(), said)),
                            reads.size())
                    .collectMap(Map.Entry::getKey, Map.Entry::getValue);
        });
    }

    /**
     * Waits no longer than this operation may. A read that somebody else began has their time: when that is over and this
     * operation's is not, it reads for itself.
     */
    private Mono<Said> inTime(
            Operation operation,
            Partner partner,
            Section section,
            Question question,
            Mono<Said> read,
            Set<Question> own) {
        boolean joined = !own.contains(question);
        count(joined ? "joined" : "asked", partner);
        // A read of this operation's own ends by itself when its time is over.
        var waiting = joined
                ? PartnerCall.many(operation, partner, () -> read)
                : PartnerCall.unlessAbandoned(operation, read.flux());
        return waiting.next()
                .onErrorResume(
                        PartnerException.class,
                        failed -> Mono.just(new Said(
                                SourceAnswer.without(partner, section, NoAnswer.of(failed)), List.of(), failed)))
                .flatMap(said ->
                        joined && said.cutShort() && operation.deadline().left().isPositive()
                                ? read(operation, partner, section, List.of(question))
                                        .map(again -> Objects.requireNonNull(again.get(question)))
                                : Mono.just(said));
    }

    /** One call for all of them, which ends when nobody waits for any of its answers. */
    private Map<Question, Mono<Said>> begin(
            Operation operation, Partner partner, Section section, List<Question> questions) {
        var authority = questions.getFirst().standing().authority();
        var request = requests.of(
                operation,
                authority,
                partner,
                section,
                questions.stream().map(Question::subject).toList(),
                questions.getFirst().endpoint());
        var call = new SharedCall<>(replies.collect(
                partner,
                request,
                PartnerCall.until(
                        request.deadline(),
                        partner,
                        () -> partner.adapter()
                                .read(request)
                                .contextWrite(context -> operation.in(authority, context)))));
        return questions.stream()
                .collect(Collectors.toMap(
                        question -> question,
                        question -> call.answer()
                                .map(said -> Objects.requireNonNull(
                                                said.get(question.person()), "a call leaves nobody out")
                                        .by(request.deadline()))));
    }

    /**
     * Forgets all of one person: nothing that was read before is shown any more, nor kept when it comes.
     *
     * @return how many answers were kept
     */
    int forget(PersonKey person) {
        flights.forget(question -> question.person().equals(person));
        return kept.forget(person);
    }

    /** @param how kept, joined, asked or stale */
    private void count(String how, Partner partner) {
        registry.counter("weft.answers", "partner", partner.id().value(), "how", how)
                .increment();
    }
}
