package care.weft.gateway.fanout;

import static care.weft.gateway.testing.Records.found;

import care.weft.gateway.access.AccessPolicy;
import care.weft.gateway.access.Caller;
import care.weft.gateway.access.CallerRole;
import care.weft.gateway.access.UserToken;
import care.weft.gateway.audit.AuditBatch;
import care.weft.gateway.audit.AuditContext;
import care.weft.gateway.audit.AuditFact;
import care.weft.gateway.audit.RecordDigest;
import care.weft.gateway.audit.ReleasedRecord;
import care.weft.gateway.cache.CacheSettings;
import care.weft.gateway.partner.Partners;
import care.weft.gateway.testing.FakePartner;
import care.weft.gateway.testing.Policies;
import care.weft.gateway.testing.Records;
import care.weft.spi.Deadline;
import care.weft.spi.PurposeOfUse;
import care.weft.spi.Traced;
import care.weft.spi.model.Demographics;
import care.weft.spi.model.NhsNumber;
import care.weft.spi.model.PersonKey;
import care.weft.spi.model.Section;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** One operation of one caller, reading through the waist. */
final class Reading {

    static final NhsNumber CAT = new NhsNumber("9990000034");

    private static final Clock NOON = Clock.fixed(Records.NOON, ZoneOffset.UTC);
    private static final AccessPolicy POLICY = Policies.of(Map.of(
            CallerRole.GP,
            EnumSet.allOf(Section.class),
            CallerRole.NURSE,
            EnumSet.allOf(Section.class),
            CallerRole.PERSON,
            EnumSet.allOf(Section.class),
            CallerRole.LINK_WORKER,
            EnumSet.of(Section.DEMOGRAPHICS)));

    private final AuditBatch audit = AuditBatch.open(
            new AuditContext("r1", "u1", null, "https://issuer.example", List.of(), null, "TREAT", null, null));
    private final Operation operation;

    Reading(CallerRole role) {
        this(Records.caller(role), Duration.ofMinutes(1), false);
    }

    Reading(Caller caller, Duration deadline, boolean anew) {
        operation = new Operation(
                caller, new UserToken("of " + caller.id()), PurposeOfUse.TREAT, Deadline.in(deadline), audit, anew);
    }

    Map<PersonKey, SectionAnswer> of(Section section, List<NhsNumber> people, FakePartner... partners) {
        return Objects.requireNonNull(begin(section, people, partners).block(Duration.ofSeconds(5)));
    }

    Mono<Map<PersonKey, SectionAnswer>> begin(Section section, List<NhsNumber> people, FakePartner... partners) {
        return begin(Waist.of(Duration.ZERO, partners), section, people);
    }

    /** What one partner says of one person, by way of a waist that others use too. */
    SourceAnswer through(Waist waist, Section section, NhsNumber person) {
        var answers = begin(waist, section, List.of(person)).block(Duration.ofSeconds(5));
        return Objects.requireNonNull(Objects.requireNonNull(answers).get(PersonKey.of(person)))
                .sources()
                .getFirst();
    }

    Mono<Map<PersonKey, SectionAnswer>> begin(Waist waist, Section section, List<NhsNumber> people) {
        return Flux.fromIterable(people)
                .concatMap(person -> waist.identification().of(operation, person))
                .map(Identified::person)
                .collectList()
                .flatMap(keys -> waist.reader().read(operation, section, keys))
                .map(released -> {
                    var answers = new HashMap<PersonKey, SectionAnswer>();
                    released.forEach((person, answer) -> answers.put(person, answer.value()));
                    return answers;
                });
    }

    /** The waist before these partners, put together as Spring does. */
    record Waist(Identification identification, SectionReader reader, CacheEndpoint cache, MeterRegistry metrics) {

        /** @param keep how long the word of a register is kept; nothing else is */
        static Waist of(Duration keep, FakePartner... partners) {
            return of(keep, new CacheSettings(Duration.ZERO, 100, Map.of()), NOON, partners);
        }

        static Waist of(Duration keep, CacheSettings settings, Clock clock, FakePartner... partners) {
            var metrics = new SimpleMeterRegistry();
            var all = new Partners(
                    Arrays.stream(partners).map(FakePartner::partner).toList());
            var replies = new Replies(metrics, clock);
            var requests = new SectionRequests(POLICY, clock);
            var register = new Register(all, new RegisterSettings(keep, 100), requests, clock);
            var identification = new Identification(register, replies, requests, clock);
            var answers = new Answers(new KeptAnswers(settings, all, metrics, clock), requests, replies, metrics);
            return new Waist(
                    identification,
                    new SectionReader(
                            all,
                            POLICY,
                            identification,
                            replies,
                            answers,
                            RecordDigest.under("a secret of the audit, for tests alone")),
                    new CacheEndpoint(answers, register),
                    metrics);
        }
    }

    /** The ids of the records in an answer. */
    static List<String> ids(SourceAnswer answer) {
        return answer.entries().stream().map(entry -> entry.source().recordId()).toList();
    }

    Operation operation() {
        return operation;
    }

    void abandon() {
        operation.abandon();
    }

    /** What waits for the next commit, one line each. */
    List<String> audited() {
        return audit.waiting().stream().map(Reading::line).toList();
    }

    private static String line(AuditFact fact) {
        return switch (fact) {
            case AuditFact.Disclosure disclosure ->
                "Disclosure "
                        + disclosure.shown().stream()
                                .map(shown -> shown.section() + " " + shown.partner() + " " + shown.outcome() + " "
                                        + shown.records().stream()
                                                .map(ReleasedRecord::recordId)
                                                .toList())
                                .collect(Collectors.joining(", "));
            case AuditFact.Denial denial -> "Denial " + denial.reason();
            case AuditFact.Lookup lookup -> "Lookup " + lookup.outcome();
            case AuditFact.Written written -> "Written " + written.action();
            case AuditFact.Advice advice -> "Advice " + advice.decision();
            case AuditFact.Search search -> "Search " + search.what();
            case AuditFact.Purged purged -> "Purged " + purged.kind();
            case AuditFact.SecurityEvent event -> "SecurityEvent " + event.kind();
        };
    }

    static FakePartner registerOf(Demographics details) {
        var number = Objects.requireNonNull(details.source().owner().nhsNumber());
        return FakePartner.named("register")
                .tracing(_ -> Mono.just(new Traced.Known(number, details)))
                .reading(request -> Flux.fromIterable(request.subjects()).map(subject -> found(subject.key())));
    }

    static Map<String, Outcome> outcomes(Map<PersonKey, SectionAnswer> answers, PersonKey person) {
        return Objects.requireNonNull(answers.get(person)).sources().stream()
                .collect(Collectors.toMap(source -> source.partner().id().value(), SourceAnswer::outcome));
    }
}
