package care.weft.stubs.council;

import static care.weft.stubs.fhir.Elements.concept;
import static care.weft.stubs.fhir.Elements.named;
import static care.weft.stubs.fhir.Elements.period;
import static care.weft.stubs.fhir.Json.array;
import static care.weft.stubs.fhir.Json.object;

import care.weft.stubs.fhir.DateBounds;
import care.weft.stubs.fhir.Elements;
import care.weft.stubs.fhir.Times;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Writes services as EpisodesOfCare: what the council provides or pays for. */
final class Packages {

    private final Chart chart;
    private int numbered;

    Packages(Chart chart) {
        this.chart = chart;
    }

    /**
     * A service.
     *
     * @param status of FHIR's episode statuses
     * @param start as exact as is recorded
     * @param end null for one that goes on
     * @param careManager null where nobody is named, which is usual
     */
    record Service(
            SocialCareServiceType type,
            SocialCareServiceCategory category,
            String words,
            Provider provider,
            String status,
            String start,
            @Nullable String end,
            @Nullable String careManager) {

        static Service active(
                SocialCareServiceType type,
                SocialCareServiceCategory category,
                String words,
                Provider provider,
                String start) {
            return new Service(type, category, words, provider, "active", start, null, null);
        }

        static Service planned(
                SocialCareServiceType type,
                SocialCareServiceCategory category,
                String words,
                Provider provider,
                String start) {
            return new Service(type, category, words, provider, "planned", start, null, null);
        }

        Service ended(String day) {
            return new Service(type, category, words, provider, "finished", start, day, careManager);
        }

        Service managedBy(String worker) {
            return new Service(type, category, words, provider, status, start, end, worker);
        }
    }

    /** How much of it there is a week, what it costs and when it is next looked at: in extensions of the council's own. */
    record Terms(BigDecimal hours, int visits, BigDecimal cost, LocalDate reviewDue, Funding funding) {}

    /** Who holds the money. */
    enum Funding {
        COMMISSIONED("CASSR Commissioned Support"),
        MANAGED("CASSR Managed Personal Budget"),
        DIRECT("Direct Payment");

        private final String display;

        Funding(String display) {
            this.display = display;
        }

        private ObjectNode concept() {
            return Elements.concept(
                    Elements.coding(Local.codeSystem("delivery-mechanism"), name().toLowerCase(Locale.ROOT), display),
                    null);
        }
    }

    void add(Service service) {
        keep(service, episode(service));
    }

    void add(Service service, Terms terms) {
        var episode = episode(service);
        var extensions = episode.withArray("extension");
        extensions.add(Local.extension(
                "HoursPerWeek", "valueQuantity", object("value", terms.hours(), "unit", "h", "code", "h")));
        extensions.add(Local.extension("VisitsPerWeek", "valueInteger", terms.visits()));
        extensions.add(Local.extension("WeeklyCost", "valueMoney", object("value", terms.cost(), "currency", "GBP")));
        extensions.add(
                Local.extension("ReviewDue", "valueDate", terms.reviewDue().toString()));
        extensions.add(Local.extension(
                "Funding", "valueCodeableConcept", terms.funding().concept()));
        keep(service, episode);
    }

    private void keep(Service service, ObjectNode episode) {
        chart.keep(
                episode,
                service.end() == null
                        ? DateBounds.since(service.start())
                        : DateBounds.period(service.start(), service.end()));
    }

    private ObjectNode episode(Service service) {
        var changed = Times.day(service.end() == null ? service.start() : service.end());
        var planned = service.status().equals("planned") || service.status().equals("waitlist");
        var episode = chart.begin("EpisodeOfCare", planned ? chart.today().minusDays(1) : changed);
        var category = concept(service.category().coding(), null);
        episode.set("contained", array(service.provider().organization("provider", chart)));
        episode.set(
                "extension",
                array(Interweave.extension("SocialCareServiceCategory", "valueCodeableConcept", category)));
        episode.set(
                "identifier",
                array(Interweave.localIdentifier(
                        "socialcareservice", "S" + chart.person().position() + "-" + numbered++)));
        episode.put("status", service.status());
        episode.set("type", array(service.type().with(chart.text(service.words()))));
        episode.set("patient", chart.patient());
        episode.set("managingOrganization", object("reference", "#provider"));
        episode.set("period", period(service.start(), service.end()));
        if (service.careManager() != null) {
            episode.set("careManager", named("Practitioner", chart.text(service.careManager())));
        }
        return episode;
    }
}
