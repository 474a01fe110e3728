package care.weft.gateway.fanout;

import care.weft.gateway.audit.AuditFact;
import care.weft.gateway.partner.Partner;
import care.weft.gateway.partner.Partners;
import care.weft.gateway.partner.SubjectToken;
import care.weft.spi.PartnerException;
import care.weft.spi.Traced;
import care.weft.spi.Traces;
import care.weft.spi.model.NhsNumber;
import care.weft.spi.model.PersonKey;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * The register of people: asked before any other partner, under the gateway's own authority, which is audited. Its word on a
 * number is kept for a short time, because a register is asked for everyone and allows few calls a second; what it could not
 * say is not kept.
 */
@Component
@EnableConfigurationProperties(RegisterSettings.class)
final class Register {

    private static final OnRegister NOT_ASKED = new OnRegister.NotAsked();

    private final Optional<Tracing> tracing;
    private final Cache<NhsNumber, OnRegister> kept;
    private final JointQuestions<NhsNumber, OnRegister> underWay = new JointQuestions<>(this::keep);
    private final SectionRequests requests;
    private final Clock clock;

    Register(Partners partners, RegisterSettings settings, SectionRequests requests, Clock clock) {
        this.requests = requests;
        this.clock = clock;
        tracing = partners.all().stream().flatMap(Tracing::of).findFirst();
        kept = Caffeine.newBuilder()
                .expireAfterWrite(settings.keep())
                .maximumSize(settings.keepAtMost())
                .build();
    }

    /** The partner that is the register. */
    private record Tracing(Partner partner, Traces traces) {

        static Stream<Tracing> of(Partner partner) {
            return partner.adapter() instanceof Traces traces
                    ? Stream.of(new Tracing(partner, traces))
                    : Stream.empty();
        }
    }

    boolean is(Partner other) {
        return tracing.filter(register -> register.partner().equals(other)).isPresent();
    }

    /** What the register says of a number: exactly one answer, never an error. */
    Mono<OnRegister> of(Operation operation, NhsNumber nhsNumber) {
        return tracing.map(register -> ask(operation, register.partner(), register.traces(), nhsNumber))
                .orElse(Mono.just(NOT_ASKED));
    }

    private Mono<OnRegister> ask(Operation operation, Partner register, Traces traces, NhsNumber nhsNumber) {
        if (register.isSwitchedOff()) {
            return Mono.just(new OnRegister.Unanswered(NoAnswer.of(Outcome.SWITCHED_OFF)));
        }
        var person = PersonKey.of(nhsNumber);
        return Mono.defer(() -> {
                    var known = operation.anew() ? null : kept.getIfPresent(nhsNumber);
                    return known != null ? Mono.just(known) : trace(operation, register, traces, nhsNumber);
                })
                .onErrorResume(PartnerException.class, failed -> {
                    operation.troubles().tell(register, "a number", failed);
                    return Mono.just(new OnRegister.Unanswered(NoAnswer.of(failed)));
                })
                .doOnNext(word -> operation.audit().record(new AuditFact.Lookup(person, register.id(), outcome(word))));
    }

    private Mono<OnRegister> trace(Operation operation, Partner register, Traces traces, NhsNumber nhsNumber) {
        var request = requests.trace(operation, register, PersonKey.of(nhsNumber), nhsNumber);
        return underWay.ask(
                operation,
                register,
                nhsNumber,
                Mono.defer(() -> traces.trace(request))
                        .contextWrite(SubjectToken::without)
                        .map(this::word));
    }

    /**
     * Forgets its word on a number, and on those that it superseded. Which those are is told by the answer alone: of what is under way
     * nothing is kept.
     */
    void forget(NhsNumber nhsNumber) {
        underWay.forget();
        kept.asMap()
                .entrySet()
                .removeIf(word -> word.getKey().equals(nhsNumber)
                        || (word.getValue() instanceof OnRegister.Known(var inForce, var _, var _, var _)
                                && inForce.equals(nhsNumber)));
    }

    private OnRegister word(Traced traced) {
        return switch (traced) {
            case Traced.Known(var inForce, var details) ->
                new OnRegister.Known(inForce, details, clock.instant(), false);
            case Traced.NotKnown() -> new OnRegister.NotKnown();
            case Traced.Invalidated() -> new OnRegister.Withdrawn();
        };
    }

    private void keep(NhsNumber nhsNumber, OnRegister word) {
        kept.put(
                nhsNumber,
                word instanceof OnRegister.Known(var inForce, var details, var at, var _)
                        ? new OnRegister.Known(inForce, details, at, true)
                        : word);
    }

    private static String outcome(OnRegister word) {
        return switch (word) {
            case OnRegister.Known _ -> "KNOWN";
            case OnRegister.NotKnown() -> Outcome.NO_RECORD.name();
            case OnRegister.Withdrawn() -> "WITHDRAWN";
            case OnRegister.Unanswered(var why) -> why.outcome().name();
            case OnRegister.NotAsked() -> Outcome.NOT_NEEDED.name();
        };
    }
}
