package care.weft.council;

import care.weft.fhir.OpenIn;
import care.weft.fhir.Paging;
import care.weft.spi.AdapterSettings;
import care.weft.spi.model.Section;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The settings of one council.
 *
 * @param pageSize matches asked for in one page
 * @param maxPages pages read of one search
 * @param maxConcurrentCalls at one address
 * @param openIn where a record opens in the council's own system
 * @param without the kinds of resource that the council does not have, which are never asked for
 * @param terms the extensions that say how much of a service there is
 * @param carerAssessments the assessments of someone who cares for another
 * @param keyWorkerRoles the roles of the one to turn to first
 */
record CouncilSettings(
        int pageSize,
        int maxPages,
        int maxConcurrentCalls,
        OpenIn openIn,
        Set<String> without,
        Terms terms,
        Names carerAssessments,
        Names keyWorkerRoles) {

    /** What each section is made of. */
    static final Map<Section, String> SEARCHED = Map.of(
            Section.CARE_PACKAGES, CarePackages.TYPE,
            Section.REFERRALS, Referrals.TYPE,
            Section.ASSESSMENTS, Assessments.TYPE,
            Section.RELATIONSHIPS, Relationships.TYPE,
            Section.INVOLVEMENTS, Involvements.TYPE);

    private static final List<String> KEYS = List.of(
            "carer-assessments",
            "funding-extension",
            "hours-per-week-extension",
            "key-worker-roles",
            "max-concurrent-calls",
            "max-pages",
            "open-in",
            "page-size",
            "review-due-extension",
            "visits-per-week-extension",
            "weekly-cost-extension",
            "without");

    /** The addresses of extensions of a service; an empty one is on none. */
    record Terms(String hoursPerWeek, String visitsPerWeek, String weeklyCost, String reviewDue, String funding) {}

    CouncilSettings {
        without = Set.copyOf(without);
    }

    static CouncilSettings of(AdapterSettings settings) {
        for (var key : settings.values().keySet()) {
            if (!KEYS.contains(key)) {
                throw new IllegalArgumentException("Setting '" + key + "' is unknown to a council: it knows " + KEYS);
            }
        }
        return new CouncilSettings(
                settings.number("page-size", 50, 1),
                settings.number("max-pages", Paging.STANDARD.maxPages(), 1),
                settings.number("max-concurrent-calls", 8, 1),
                OpenIn.of(settings.text("open-in", "")),
                without(settings),
                new Terms(
                        settings.text("hours-per-week-extension", ""),
                        settings.text("visits-per-week-extension", ""),
                        settings.text("weekly-cost-extension", ""),
                        settings.text("review-due-extension", ""),
                        settings.text("funding-extension", "")),
                names(settings, "carer-assessments"),
                names(settings, "key-worker-roles"));
    }

    Paging paging() {
        return new Paging(maxPages, Paging.STANDARD.maxEntries());
    }

    /** Whether the council lacks what a section is made of. */
    boolean lacks(Section section) {
        var searched = SEARCHED.get(section);
        return searched != null && without.contains(searched);
    }

    private static Set<String> without(AdapterSettings settings) {
        var types = list(settings, "without");
        var known = SEARCHED.values().stream().sorted().toList();
        if (!known.containsAll(types)) {
            throw new IllegalArgumentException("Setting 'without' must name kinds of resource of " + known);
        }
        return Set.copyOf(types);
    }

    private static Names names(AdapterSettings settings, String key) {
        var names = list(settings, key);
        if (names.stream().anyMatch(name -> name.startsWith("|") || name.endsWith("|"))) {
            throw new IllegalArgumentException("Setting '" + key + "' must be a list of system|code, code or words");
        }
        return Names.of(names);
    }

    private static List<String> list(AdapterSettings settings, String key) {
        return Arrays.stream(settings.text(key, "").split(",", -1))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .toList();
    }
}
