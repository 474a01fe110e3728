package care.weft.gateway.fanout;

import care.weft.gateway.access.Caller;
import care.weft.gateway.access.LegitimateRelationship;
import care.weft.gateway.partner.Partner;
import care.weft.gateway.partner.Partners;
import care.weft.spi.model.Appointment;
import care.weft.spi.model.CareRecord;
import care.weft.spi.model.Organisation;
import care.weft.spi.model.RecordState;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * How whoever asks as staff stands to a person: by what the register says, and by what the partners of the caller's own organisations
 * hold, read under the gateway's own authority, audited as such, and never shown. What could not be read establishes nothing.
 */
@Component
@EnableConfigurationProperties(RelationshipSettings.class)
public final class Relationships {

    private final RelationshipSettings settings;
    private final Partners partners;
    private final SectionReader reader;
    private final Clock clock;

    Relationships(RelationshipSettings settings, Partners partners, SectionReader reader, Clock clock) {
        this.settings = settings;
        this.partners = partners;
        this.reader = reader;
        this.clock = clock;
    }

    /**
     * The closest relationship that is established, without regard to a broken glass.
     *
     * @return DIRECT, ORGANISATIONAL, whether or not a reason is stated, or NONE; never an error
     */
    public Mono<LegitimateRelationship> of(Operation operation, Identified person) {
        var own = codes(operation.caller());
        var employer = operation.caller().employer();
        var practice = person.register().practice();
        if ((employer != null
                        && employer.odsCode() != null
                        && settings.establishedBy().contains(employer.odsCode()))
                || (practice != null && own.contains(practice))) {
            return Mono.just(LegitimateRelationship.DIRECT);
        }
        boolean served = practice != null
                && own.stream()
                        .anyMatch(code ->
                                settings.serves().getOrDefault(code, List.of()).contains(practice));
        return Flux.fromIterable(partners.all())
                .filter(partner -> partner.odsCode() != null && own.contains(partner.odsCode()))
                .flatMap(partner -> reader.forAccess(operation, partner, person).map(answer -> how(answer, own)))
                .reduce(
                        served ? LegitimateRelationship.ORGANISATIONAL : LegitimateRelationship.NONE,
                        (one, other) -> one.compareTo(other) <= 0 ? one : other);
    }

    private static Set<String> codes(Caller caller) {
        return caller.actsFor().stream()
                .map(Organisation::odsCode)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    private LegitimateRelationship how(SourceAnswer answer, Set<String> own) {
        if (answer.entries().isEmpty() || answer.freshness() == Freshness.STALE) {
            return LegitimateRelationship.NONE;
        }
        var now = clock.instant();
        return answer.entries().stream()
                        .anyMatch(entry -> entry instanceof CareRecord record
                                && isInvolved(record, now)
                                && isOf(record, answer.partner(), own))
                ? LegitimateRelationship.DIRECT
                : LegitimateRelationship.ORGANISATIONAL;
    }

    private boolean isInvolved(CareRecord record, Instant now) {
        if (record instanceof Appointment appointment) {
            return appointment.state() != RecordState.CANCELLED
                    && appointment.startsAt().isAfter(now.minus(settings.recent()))
                    && appointment.startsAt().isBefore(now.plus(settings.recent()));
        }
        return record.state() == RecordState.PLANNED || record.state() == RecordState.ACTIVE;
    }

    /** What names no organisation, or none by code, is the partner's own. */
    private static boolean isOf(CareRecord record, Partner partner, Set<String> own) {
        var organisation = record.organisation();
        var code = organisation == null || organisation.odsCode() == null ? partner.odsCode() : organisation.odsCode();
        return code != null && own.contains(code);
    }
}
