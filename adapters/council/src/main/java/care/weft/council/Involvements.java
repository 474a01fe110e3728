package care.weft.council;

import care.weft.fhir.Asked;
import care.weft.fhir.Codes;
import care.weft.fhir.Element;
import care.weft.fhir.Reference;
import care.weft.fhir.Resource;
import care.weft.fhir.Searches;
import care.weft.fhir.Unreadable;
import care.weft.fhir.Words;
import care.weft.spi.PersonReply;
import care.weft.spi.model.Involvement;
import care.weft.spi.model.InvolvementBuilder;
import care.weft.spi.model.Organisation;
import care.weft.spi.model.RecordSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Who is responsible for a person, from {@code CareTeam}s: one for each participant at work, or for the team where none is named.
 * The person and their family, who may be participants too, are left out.
 *
 * <p>Left out are also teams that are only proposed or were entered in error, and those that are inactive without saying since
 * when: they would look as if they were responsible now.
 */
final class Involvements {

    static final String TYPE = "CareTeam";

    private static final Set<String> NEVER_RESPONSIBLE = Set.of("proposed", "entered-in-error");
    private static final Set<String> NOT_AT_WORK = Set.of("Patient", "RelatedPerson");
    private static final Set<String> TEAMS = Set.of("Organization", "CareTeam", "HealthcareService");

    private Involvements() {}

    static Mono<PersonReply> read(Asked asked, Codes keyWorkers) {
        return Searches.of(asked)
                .and(TYPE, asked.all(TYPE))
                .run()
                .map(answers -> answers.mapEach(TYPE, team -> map(asked, keyWorkers, team))
                        .reply());
    }

    private static List<Involvement> map(Asked asked, Codes keyWorkers, Resource team) throws Unreadable {
        var element = team.element();
        var status = Words.code(element, "status");
        var source = asked.source(team, "subject");
        boolean over = status.equals("inactive");
        if (NEVER_RESPONSIBLE.contains(status)) {
            return List.of();
        }
        var involved = new ArrayList<Involvement>();
        var taken = new HashSet<String>();
        for (var participant : element.each("participant")) {
            var member = participant.reference("member");
            if (!NOT_AT_WORK.contains(String.valueOf(team.kind(member)))) {
                involved.add(
                        participant(keyWorkers, team, participant, within(source, key(participant, member, taken))));
            }
        }
        if (involved.isEmpty()) {
            involved.add(team(team, source));
        }
        return involved.stream().filter(each -> !over || each.until() != null).toList();
    }

    private static Involvement participant(Codes keyWorkers, Resource team, Element participant, RecordSource source)
            throws Unreadable {
        var element = team.element();
        var member = participant.reference("member");
        boolean isTeam = TEAMS.contains(String.valueOf(team.kind(member)));
        var named = isTeam ? team.organisation(member) : null;
        var practitioner = isTeam ? null : team.practitioner(member);
        var name = Words.either(element.text("name"), named == null ? null : named.name());
        if (practitioner == null && name == null) {
            throw new Unreadable("participant and name are missing");
        }
        var period = participant.at("period");
        var employer = team.names(member, "PractitionerRole") ? team.organisation(member) : named;
        return InvolvementBuilder.builder()
                .source(source)
                .organisation(organisation(team, participant, employer))
                .team(name)
                .role(Words.worded(participant, "role"))
                .practitioner(practitioner)
                .contact(Words.either(team.contact(member), team.contact()))
                .since(period.date("start"))
                .until(Words.either(period.date("end"), element.at("period").date("end")))
                .keyWorker(KeyWorkers.include(keyWorkers, participant.each("role")))
                .build();
    }

    private static Involvement team(Resource team, RecordSource source) throws Unreadable {
        var element = team.element();
        return InvolvementBuilder.builder()
                .source(source)
                .organisation(organisation(team, Element.ABSENT, null))
                .team(Unreadable.unlessMissing(element.text("name"), "name"))
                .contact(team.contact())
                .since(element.at("period").date("start"))
                .until(element.at("period").date("end"))
                .build();
    }

    private static @Nullable Organisation organisation(
            Resource team, Element participant, @Nullable Organisation employer) {
        var behalf = team.organisation(participant.reference("onBehalfOf"));
        var managing = team.organisation(team.element().reference("managingOrganization"));
        return Words.either(Words.either(behalf, employer), Words.either(managing, Interweave.provenance(team)));
    }

    /** What tells a participant from the others of the team: their own mark, else their id, and a number where that is not enough. */
    private static String key(Element participant, Reference member, Set<String> taken) {
        var own = Words.either(participant.text("id"), Words.either(member.id(), member.written()));
        var stem = own == null ? "unnamed" : own.replace("#", "");
        var key = stem;
        for (int number = 2; !taken.add(key); number++) {
            key = stem + "-" + number;
        }
        return key;
    }

    private static RecordSource within(RecordSource team, String key) {
        return new RecordSource(
                team.recordId() + "/participant/" + key,
                team.owner(),
                team.version(),
                team.system(),
                team.recordedAt(),
                team.openIn(),
                team.labels());
    }
}
