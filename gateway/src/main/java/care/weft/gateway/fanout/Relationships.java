package care.weft.gateway.fanout;

import care.weft.gateway.access.Caller;
import care.weft.gateway.access.LegitimateRelationship;
import care.weft.gateway.access.Team;
import care.weft.gateway.partner.Partners;
import care.weft.spi.model.Organisation;
import java.time.Clock;
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
        var teams = OwnTeams.of(operation.caller(), settings.teams());
        var records = new OwnRecords(operation.caller(), own, teams, settings, clock.instant());
        return Flux.fromIterable(partners.all())
                .filter(partner -> partner.odsCode() != null && own.contains(partner.odsCode()))
                .flatMap(partner -> reader.forAccess(operation, partner, person)
                        .collectList()
                        .map(answers -> records.of(partner, answers)))
                .reduce(
                        practice != null && isServed(practice, own, teams)
                                ? LegitimateRelationship.ORGANISATIONAL
                                : LegitimateRelationship.NONE,
                        (one, other) -> one.compareTo(other) <= 0 ? one : other);
    }

    private boolean isServed(String practice, Set<String> own, OwnTeams teams) {
        return settings.serves().entrySet().stream()
                .filter(entry -> entry.getValue().contains(practice))
                .anyMatch(entry -> own.contains(entry.getKey()) || teams.include(Team.of(entry.getKey())));
    }

    private static Set<String> codes(Caller caller) {
        return caller.actsFor().stream()
                .map(Organisation::odsCode)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }
}
