package care.weft.gateway.fanout;

import care.weft.gateway.audit.AuditFact;
import care.weft.gateway.partner.MetFaults;
import care.weft.gateway.partner.Partner;
import care.weft.spi.DateWindow;
import care.weft.spi.Extent;
import care.weft.spi.Fault;
import care.weft.spi.PartnerException;
import care.weft.spi.PersonReply;
import care.weft.spi.Rejection;
import care.weft.spi.SectionRequest;
import care.weft.spi.Subject;
import care.weft.spi.model.Demographics;
import care.weft.spi.model.PersonKey;
import care.weft.spi.model.Section;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
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

    private final MeterRegistry registry;
    private final Clock clock;

    Replies(MeterRegistry registry, Clock clock) {
        this.registry = registry;
        this.clock = clock;
    }

    /**
     * Waits for all replies of one call.
     *
     * @return what was said of each subject of the request; never an error
     */
    Mono<Map<PersonKey, Said>> collect(Partner partner, SectionRequest request, Flux<PersonReply> replies) {
        return Mono.defer(() -> {
            var asked = new HashMap<PersonKey, Subject>();
            request.subjects().forEach(subject -> asked.put(subject.key(), subject));
            var said = new HashMap<PersonKey, Said>();
            var strangers = new AtomicBoolean();
            var faults = new MetFaults();
            return replies.contextWrite(faults::in)
                    .doOnNext(reply -> {
                        var subject = asked.get(reply.person());
                        if (subject == null) {
                            strangers.set(true);
                        } else {
                            said.compute(
                                    subject.key(),
                                    (_, before) -> before == null
                                            ? said(partner, request, subject, reply, faults)
                                            : invalid(partner, request.section(), "TWO_REPLIES_FOR_ONE_PERSON"));
                        }
                    })
                    .then(Mono.just(new PartnerException(Fault.INVALID_ANSWER, "the adapter left a person out")))
                    .onErrorResume(PartnerException.class, Mono::just)
                    .map(ending -> {
                        asked.keySet()
                                .forEach(person ->
                                        said.computeIfAbsent(person, _ -> failed(partner, request.section(), ending)));
                        if (strangers.get()) {
                            tellOfStranger(partner, said);
                        }
                        if (faults.mayPass()) {
                            said.replaceAll((_, each) -> each.with(each.answer().afterPassingFaults()));
                        }
                        tellHealth(partner, said.values());
                        return said;
                    });
        });
    }

    private static Said failed(Partner partner, Section section, PartnerException failed) {
        return new Said(SourceAnswer.without(partner, section, NoAnswer.of(failed)), List.of(), failed);
    }

    /** Which reply was meant for whom is in doubt for nobody: each states its person. But whoever asked audits it. */
    private void tellOfStranger(Partner partner, Map<PersonKey, Said> said) {
        var breach = breach(partner, "REPLY_FOR_ANOTHER_PERSON", false);
        said.replaceAll((_, each) -> new Said(
                each.answer(),
                Stream.concat(each.breaches().stream(), Stream.of(breach)).toList(),
                each.trouble()));
    }

    /** A partner that answered for one person of a call answers. */
    private static void tellHealth(Partner partner, Collection<Said> said) {
        if (said.stream().anyMatch(each -> each.answer().outcome().answered())) {
            partner.answered();
        } else if (said.stream()
                .anyMatch(each -> each.trouble() == null || each.trouble().asked())) {
            partner.failed();
        }
    }

    private Said said(Partner partner, SectionRequest request, Subject subject, PersonReply reply, MetFaults faults) {
        var section = request.section();
        return switch (reply) {
            case PersonReply.Found found -> found(partner, request, subject, found);
            case PersonReply.NotKnown _ -> Said.of(SourceAnswer.without(partner, section, Outcome.NO_RECORD));
            case PersonReply.NothingReleased _ ->
                Said.of(SourceAnswer.without(partner, section, Outcome.NOTHING_RELEASED));
            case PersonReply.Refused _ -> Said.of(SourceAnswer.without(partner, section, Outcome.REFUSED));
            // The partner knows the person by another number, which this operation has not established.
            case PersonReply.Superseded _ -> Said.of(SourceAnswer.without(partner, section, Outcome.NOT_LINKED));
            case PersonReply.Failed(var _, var fault) -> failed(partner, section, faults.of(fault));
        };
    }

    /**
     * Checks an answer once more before it goes to whoever asks, wherever it was meanwhile: everything in it must belong to the
     * one person whom the partner is asked for.
     */
    Said guarded(Subject subject, Said said) {
        return IdentityGuard.allBelongTo(subject, said.answer().entries())
                ? said
                : invalid(said.answer().partner(), said.answer().section(), "RECORD_OF_ANOTHER_PERSON");
    }

    /**
     * Demographics that the partner gave when it was asked who the person is.
     *
     * @param at when
     * @param kept whether to an earlier operation
     */
    Said known(Partner partner, Subject subject, Demographics details, Instant at, boolean kept) {
        var freshness = Freshness.of(partner);
        return guarded(
                subject,
                Said.of(new SourceAnswer(
                        partner,
                        Section.DEMOGRAPHICS,
                        Outcome.ANSWERED,
                        List.of(details),
                        Extent.whole(DateWindow.ALWAYS),
                        null,
                        at,
                        List.of(),
                        kept ? freshness.kept() : freshness)));
    }

    private Said found(Partner partner, SectionRequest request, Subject subject, PersonReply.Found found) {
        var section = request.section();
        if (!IdentityGuard.allBelongTo(subject, found.entries())) {
            return invalid(partner, section, "RECORD_OF_ANOTHER_PERSON");
        }
        // Access was decided for the section that was asked for, and for no other.
        if (found.entries().stream().anyMatch(entry -> entry.section() != section)) {
            return invalid(partner, section, "RECORD_OF_ANOTHER_SECTION");
        }
        found.rejected()
                .forEach(rejection -> log.info(
                        "Partner {} sent a {} that cannot be read: {}",
                        partner.id(),
                        rejection.what(),
                        rejection.reason()));
        boolean whole = found.rejected().isEmpty() && !found.extent().truncated();
        var answer = new SourceAnswer(
                partner,
                section,
                whole ? Outcome.ANSWERED : Outcome.PARTIAL,
                found.entries(),
                found.extent(),
                found.asOf(),
                clock.instant(),
                found.rejected().stream().map(Rejection::labels).toList(),
                Freshness.of(partner));
        boolean mayPass =
                found.rejected().stream().map(Rejection::fault).anyMatch(fault -> fault != null && fault.retryable());
        return Said.of(mayPass ? answer.afterPassingFaults() : answer);
    }

    private Said invalid(Partner partner, Section section, String kind) {
        return new Said(
                SourceAnswer.without(partner, section, Outcome.INVALID_ANSWER),
                List.of(breach(partner, kind, true)),
                null);
    }

    /** Tells of what was found outside of a reply about a section. */
    void broke(Operation operation, Partner partner, PersonKey person, String kind) {
        breach(partner, kind, true);
        var event = new AuditFact.SecurityEvent(kind, person, partner.id());
        if (operation.isNew(event)) {
            operation.audit().record(event);
        }
    }

    private Said.Breach breach(Partner partner, String kind, boolean personal) {
        log.error("Partner {} broke the contract: {}", partner.id(), kind);
        registry.counter("weft.partner.breaches", "partner", partner.id().value(), "kind", kind)
                .increment();
        return new Said.Breach(kind, personal);
    }
}
