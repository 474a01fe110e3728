package care.weft.stubs.trust;

import static care.weft.stubs.fhir.Elements.concept;
import static care.weft.stubs.fhir.Elements.named;
import static care.weft.stubs.fhir.Elements.organisation;
import static care.weft.stubs.fhir.Elements.period;
import static care.weft.stubs.fhir.Json.array;

import care.weft.stubs.fhir.DateBounds;
import care.weft.stubs.population.Organisation;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes EpisodesOfCare: that the person is in the care of a community team of the trust, at home or in a bed of it. */
final class Episodes {

    private final Chart chart;

    Episodes(Chart chart) {
        this.chart = chart;
    }

    /** @param ended null for one that lasts */
    void add(String service, LocalDate begun, @Nullable LocalDate ended, String careManager) {
        var episode = chart.begin("EpisodeOfCare", ended == null ? begun : ended);
        var start = begun.toString();
        var end = ended == null ? null : ended.toString();
        episode.put("status", ended == null ? "active" : "finished");
        episode.set("type", array(concept(Local.service(service), chart.text(service))));
        episode.set("patient", chart.patient());
        episode.set("managingOrganization", organisation(Organisation.TRUST));
        episode.set("period", period(start, end));
        episode.set("careManager", named(chart.text(careManager)));
        chart.keep(episode, end == null ? DateBounds.since(start) : DateBounds.period(start, end), Map.of());
    }
}
