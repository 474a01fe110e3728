package care.weft.gateway.fanout;

import care.weft.gateway.access.Caller;
import care.weft.gateway.access.LegitimateRelationship;
import care.weft.gateway.access.Team;
import care.weft.gateway.partner.Partner;
import care.weft.spi.model.Appointment;
import care.weft.spi.model.Assessment;
import care.weft.spi.model.CarePackage;
import care.weft.spi.model.CareRecord;
import care.weft.spi.model.Coding;
import care.weft.spi.model.Demographics;
import care.weft.spi.model.Entry;
import care.weft.spi.model.Involvement;
import care.weft.spi.model.Moment;
import care.weft.spi.model.Organisation;
import care.weft.spi.model.RecordState;
import care.weft.spi.model.Referral;
import care.weft.spi.model.Relationship;
import care.weft.spi.model.Stay;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the records that a caller's own organisations hold of a person make the caller to that person. */
final class OwnRecords {

    /** After these it is known which teams a partner names. */
    private static final Set<Outcome> READ =
            EnumSet.of(Outcome.ANSWERED, Outcome.NO_RECORD, Outcome.NOT_NEEDED, Outcome.NOT_OFFERED);

    private final Caller caller;
    private final Set<String> own;
    private final OwnTeams teams;
    private final RelationshipSettings settings;
    private final Instant now;
    private final LocalDate today;

    OwnRecords(Caller caller, Set<String> own, OwnTeams teams, RelationshipSettings settings, Instant now) {
        this.caller = caller;
        this.own = own;
        this.teams = teams;
        this.settings = settings;
        this.now = now;
        today = LocalDate.ofInstant(now, Moment.LONDON);
    }

    /**
     * By all that one partner answered. Direct is whom a record that goes on names as responsible; whose team one names; and, where no
     * record of the person names a team, whoever is of the organisation.
     */
    LegitimateRelationship of(Partner partner, List<SourceAnswer> answers) {
        var held = answers.stream()
                .filter(answer -> answer.freshness() != Freshness.STALE)
                .flatMap(answer -> answer.entries().stream())
                .toList();
        if (held.isEmpty()) {
            return LegitimateRelationship.NONE;
        }
        var open = held.stream()
                .filter(entry -> goesOn(entry) && isOwn(organisation(entry), partner))
                .toList();
        return isDirect(partner, open, answers) ? LegitimateRelationship.DIRECT : LegitimateRelationship.ORGANISATIONAL;
    }

    private boolean isDirect(Partner partner, List<Entry> open, List<SourceAnswer> answers) {
        if (open.isEmpty()) {
            return false;
        }
        if (open.stream().anyMatch(this::namesTheCaller)) {
            return true;
        }
        if (teams.areUnknown()) {
            return !settings.byTeam().contains(String.valueOf(partner.odsCode()));
        }
        var named = open.stream().flatMap(OwnRecords::team).toList();
        return named.isEmpty()
                // What could not be read may name another team.
                ? answers.stream()
                        .allMatch(answer -> READ.contains(answer.outcome()) && answer.freshness() != Freshness.STALE)
                : named.stream().anyMatch(teams::include);
    }

    private boolean goesOn(Entry entry) {
        return switch (entry) {
            case Appointment appointment ->
                appointment.state() != RecordState.CANCELLED
                        && appointment.startsAt().isAfter(now.minus(settings.recent()))
                        && appointment.startsAt().isBefore(now.plus(settings.recent()));
            case CareRecord record -> record.state() == RecordState.PLANNED || record.state() == RecordState.ACTIVE;
            case Involvement involved ->
                (involved.since() == null || !involved.since().earliest().isAfter(today))
                        && (involved.until() == null
                                || !involved.until().latest().isBefore(today));
            case Demographics _, Relationship _ -> false;
        };
    }

    private static @Nullable Organisation organisation(Entry entry) {
        return switch (entry) {
            case CareRecord record -> record.organisation();
            case Involvement involved -> involved.organisation();
            case Demographics _, Relationship _ -> null;
        };
    }

    /** What names no organisation, or none by code, is the partner's own. */
    private boolean isOwn(@Nullable Organisation organisation, Partner partner) {
        var code = organisation == null || organisation.odsCode() == null ? partner.odsCode() : organisation.odsCode();
        return code != null && own.contains(code);
    }

    /** Partners give no id of their staff: the name decides, where it is a whole one. */
    private boolean namesTheCaller(Entry entry) {
        return entry instanceof Involvement involved
                && involved.practitioner() != null
                && caller.name().strip().contains(" ")
                && Team.plain(caller.name())
                        .equals(Team.plain(involved.practitioner().name()));
    }

    /** Which team, service or ward a record names. */
    private static Stream<Team> team(Entry entry) {
        return switch (entry) {
            case Appointment appointment -> team(appointment.service());
            case Referral referral -> team(referral.service());
            case Assessment assessment -> team(assessment.team());
            case Stay stay -> team(stay.ward());
            case Involvement involved -> team(involved.team());
            case CarePackage _, Demographics _, Relationship _ -> Stream.empty();
        };
    }

    private static Stream<Team> team(@Nullable Coding service) {
        return service == null ? Stream.empty() : Stream.of(new Team(service.code(), service.display()));
    }

    private static Stream<Team> team(@Nullable String name) {
        return name == null ? Stream.empty() : Stream.of(Team.of(name));
    }
}
