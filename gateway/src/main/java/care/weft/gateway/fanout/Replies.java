package care.weft.gateway.fanout;

import care.weft.gateway.audit.AuditFact;
import care.weft.gateway.partner.Partner;
import care.weft.gateway.partner.PassingFaults;
import care.weft.spi.DateWindow;
import care.weft.spi.Extent;
import care.weft.spi.Fault;
import care.weft.spi.PartnerException;
import care.weft.spi.PersonReply;
import care.weft.spi.SectionRequest;
import care.weft.spi.Subject;
import care.weft.spi.model.Demographics;
import care.weft.spi.model.PersonKey;
import care.weft.spi.model.Section;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Turns an adapter's replies into one answer for every person asked. What a careless adapter may do costs that person's
 * answer at that partner: a reply for somebody else, two replies, none, or a record that belongs to another person.
 */
@Component
final class Replies {

    private static final Logger log = LoggerFactory.getLogger(Replies.class);

    private final Clock clock;

    Replies(Clock clock) {
        this.clock = clock;
    }

    /**
     * Waits for all replies of one call.
     *
     * @return one answer for each subject of the request; never an error. No signal once the client has left.
     */
    Mono<Map<PersonKey, SourceAnswer>> collect(
            Operation operation, Partner partner, SectionRequest request, Flux<PersonReply> replies) {
        return Mono.defer(() -> {
            var asked = new HashMap<PersonKey, Subject>();
            request.subjects().forEach(subject -> asked.put(subject.key(), subject));
            var answers = new HashMap<PersonKey, SourceAnswer>();
            var faults = new PassingFaults();
            return replies.contextWrite(faults::in)
                    .doOnNext(reply -> take(operation, partner, request, asked, answers, reply))
                    .then(Mono.just(new PartnerException(Fault.INVALID_ANSWER, "the adapter left a person out")))
                    .onErrorResume(PartnerException.class, Mono::just)
                    .map(ending -> {
                        asked.keySet()
                                .forEach(person -> answers.computeIfAbsent(
                                        person, _ -> failed(operation, partner, request.section(), ending)));
                        if (faults.met()) {
                            answers.replaceAll((_, answer) -> answer.afterPassingFaults());
                        }
                        tellHealth(partner, answers.values());
                        return answers;
                    });
        });
    }

    private static SourceAnswer failed(Operation operation, Partner partner, Section section, PartnerException failed) {
        operation.troubles().tell(partner, section.name(), failed);
        return SourceAnswer.without(partner, section, Outcome.of(failed.fault()));
    }

    /** A partner that answered for one person of a call answers. */
    private static void tellHealth(Partner partner, Collection<SourceAnswer> answers) {
        if (answers.stream().anyMatch(answer -> answer.outcome().answered())) {
            partner.answered();
        } else {
            partner.failed();
        }
    }

    private void take(
            Operation operation,
            Partner partner,
            SectionRequest request,
            Map<PersonKey, Subject> asked,
            Map<PersonKey, SourceAnswer> answers,
            PersonReply reply) {
        var subject = asked.get(reply.person());
        if (subject == null) {
            report(operation, partner, "REPLY_FOR_ANOTHER_PERSON", null);
        } else if (answers.containsKey(subject.key())) {
            report(operation, partner, "TWO_REPLIES_FOR_ONE_PERSON", subject.key());
            answers.put(subject.key(), SourceAnswer.without(partner, request.section(), Outcome.INVALID_ANSWER));
        } else {
            answers.put(subject.key(), answer(operation, partner, request, subject, reply));
        }
    }

    private SourceAnswer answer(
            Operation operation, Partner partner, SectionRequest request, Subject subject, PersonReply reply) {
        var section = request.section();
        return switch (reply) {
            case PersonReply.Found found -> found(operation, partner, request, subject, found);
            case PersonReply.NotKnown _ -> SourceAnswer.without(partner, section, Outcome.NO_RECORD);
            case PersonReply.NothingReleased _ -> SourceAnswer.without(partner, section, Outcome.NOTHING_RELEASED);
            case PersonReply.Refused _ -> SourceAnswer.without(partner, section, Outcome.REFUSED);
            // The partner knows the person by another number, which this operation has not established.
            case PersonReply.Superseded _ -> SourceAnswer.without(partner, section, Outcome.NOT_LINKED);
            case PersonReply.Failed(var _, var fault) ->
                failed(operation, partner, section, new PartnerException(fault, "reported by the adapter"));
        };
    }

    /**
     * Demographics that the partner gave when it was asked who the person is.
     *
     * @param at when
     * @param kept whether to an earlier operation
     */
    SourceAnswer known(
            Operation operation, Partner partner, Subject subject, Demographics details, Instant at, boolean kept) {
        if (!IdentityGuard.allBelongTo(subject, List.of(details))) {
            report(operation, partner, "RECORD_OF_ANOTHER_PERSON", subject.key());
            return SourceAnswer.without(partner, Section.DEMOGRAPHICS, Outcome.INVALID_ANSWER);
        }
        return new SourceAnswer(
                partner,
                Section.DEMOGRAPHICS,
                Outcome.ANSWERED,
                List.of(details),
                Extent.whole(DateWindow.ALWAYS),
                null,
                at,
                0,
                kept);
    }

    private SourceAnswer found(
            Operation operation, Partner partner, SectionRequest request, Subject subject, PersonReply.Found found) {
        var section = request.section();
        if (!IdentityGuard.allBelongTo(subject, found.entries())) {
            report(operation, partner, "RECORD_OF_ANOTHER_PERSON", subject.key());
            return SourceAnswer.without(partner, section, Outcome.INVALID_ANSWER);
        }
        // Access was decided for the section that was asked for, and for no other.
        if (found.entries().stream().anyMatch(entry -> entry.section() != section)) {
            report(operation, partner, "RECORD_OF_ANOTHER_SECTION", subject.key());
            return SourceAnswer.without(partner, section, Outcome.INVALID_ANSWER);
        }
        found.rejected()
                .forEach(rejection -> log.info(
                        "Partner {} sent a {} that cannot be read: {}",
                        partner.id(),
                        rejection.what(),
                        rejection.reason()));
        boolean whole = found.rejected().isEmpty() && !found.extent().truncated();
        return new SourceAnswer(
                partner,
                section,
                whole ? Outcome.ANSWERED : Outcome.PARTIAL,
                found.entries(),
                found.extent(),
                found.asOf(),
                clock.instant(),
                found.rejected().size(),
                false);
    }

    private static void report(Operation operation, Partner partner, String kind, @Nullable PersonKey person) {
        log.error("Partner {} broke the contract: {}", partner.id(), kind);
        operation.audit().record(new AuditFact.SecurityEvent(kind, person, partner.id()));
    }
}
