package care.weft.stubs.council;

import static care.weft.stubs.fhir.Elements.concept;
import static care.weft.stubs.fhir.Elements.named;
import static care.weft.stubs.fhir.Elements.organisation;
import static care.weft.stubs.fhir.Elements.period;
import static care.weft.stubs.fhir.Json.array;
import static care.weft.stubs.fhir.Json.object;

import care.weft.stubs.fhir.DateBounds;
import care.weft.stubs.fhir.Elements;
import care.weft.stubs.fhir.Times;
import care.weft.stubs.population.Organisation;
import org.jspecify.annotations.Nullable;

/** Writes CareTeams: who at the council is responsible for the person. */
final class CareTeams {

    private final Chart chart;

    CareTeams(Chart chart) {
        this.chart = chart;
    }

    /**
     * A team and the worker in it to whom the person is allocated.
     *
     * @param job the worker's, such as social worker
     * @param until null while it lasts
     */
    void allocated(Team team, String worker, String job, String since, @Nullable String until) {
        var careTeam = chart.begin("CareTeam", Times.day(until == null ? since : until));
        var role = Elements.coding(Local.codeSystem("involvement"), "ALLOC", "Allocated worker");
        careTeam.set(
                "contained",
                array(object(
                        "resourceType",
                        "PractitionerRole",
                        "id",
                        "worker",
                        "practitioner",
                        named("Practitioner", chart.text(worker)),
                        "organization",
                        organisation(Organisation.COUNCIL),
                        "code",
                        array(concept(null, chart.text(job))),
                        "telecom",
                        array(object("system", "phone", "value", Team.telephone(worker), "use", "work")))));
        careTeam.put("status", until == null ? "active" : "inactive");
        careTeam.put("name", chart.text(team.name()));
        careTeam.set("subject", chart.patient());
        careTeam.set("period", period(since, until));
        careTeam.set(
                "participant",
                array(object(
                        "role",
                        array(concept(role, chart.text("Allocated " + job))),
                        "member",
                        object("reference", "#worker"),
                        "period",
                        period(since, until))));
        careTeam.set("managingOrganization", array(organisation(Organisation.COUNCIL)));
        careTeam.set("telecom", team.telecom());
        chart.keep(careTeam, until == null ? DateBounds.since(since) : DateBounds.period(since, until));
    }
}
