package care.weft.gateway.fanout;

import care.weft.gateway.access.AccessPolicy;
import care.weft.gateway.access.CallerRole;
import care.weft.gateway.audit.AuditBatch;
import care.weft.gateway.audit.AuditContext;
import care.weft.gateway.audit.AuditFact;
import care.weft.gateway.audit.ReleasedRecord;
import care.weft.gateway.partner.Partners;
import care.weft.gateway.testing.FakePartner;
import care.weft.gateway.testing.Records;
import care.weft.spi.Deadline;
import care.weft.spi.PurposeOfUse;
import care.weft.spi.model.NhsNumber;
import care.weft.spi.model.PersonKey;
import care.weft.spi.model.Section;
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
    private static final AccessPolicy POLICY = new AccessPolicy(Map.of(
            CallerRole.GP, EnumSet.allOf(Section.class), CallerRole.LINK_WORKER, EnumSet.of(Section.DEMOGRAPHICS)));

    private final AuditBatch audit = AuditBatch.open(
            new AuditContext("r1", "u1", null, "https://issuer.example", List.of(), null, "TREAT", null));
    private final Operation operation;

    Reading(CallerRole role) {
        operation = new Operation(Records.caller(role), PurposeOfUse.TREAT, Deadline.in(Duration.ofMinutes(1)), audit);
    }

    Map<PersonKey, SectionAnswer> of(Section section, List<NhsNumber> people, FakePartner... partners) {
        return Objects.requireNonNull(begin(section, people, partners).block(Duration.ofSeconds(5)));
    }

    Mono<Map<PersonKey, SectionAnswer>> begin(Section section, List<NhsNumber> people, FakePartner... partners) {
        var waist = Waist.of(Duration.ZERO, partners);
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
    record Waist(Identification identification, SectionReader reader) {

        static Waist of(Duration keep, FakePartner... partners) {
            var all = new Partners(
                    Arrays.stream(partners).map(FakePartner::partner).toList());
            var replies = new Replies(NOON);
            var requests = new SectionRequests(POLICY, NOON);
            var register = new Register(all, new RegisterSettings(keep, 100), requests, NOON);
            var identification = new Identification(register, replies, requests, NOON);
            return new Waist(identification, new SectionReader(all, POLICY, identification, requests, replies));
        }
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
            case AuditFact.SecurityEvent event -> "SecurityEvent " + event.kind();
        };
    }
}
