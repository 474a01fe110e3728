package care.weft.trust;

import care.weft.fhir.Paging;
import care.weft.spi.AdapterSettings;
import care.weft.spi.model.Section;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The settings of one trust.
 *
 * @param pageSize matches asked for in one page
 * @param maxPages pages read of one search
 * @param maxConcurrentCalls at one address
 * @param openIn where a record opens in the trust's own system
 * @param without the kinds of resource that the trust does not have, which are never asked for, and {@code Patient.contact}
 * @param readyExtension the address of the extension that says that a person may leave hospital
 * @param pathwayExtension the address of the extension that says how a person will leave hospital; empty for none
 * @param bedBasedEpisodes the types of episodes of care in which the person lies in a bed
 * @param communityEpisodes the types of episodes of care in which the person lives at home
 * @param carerAssessments the assessments of someone who cares for another
 */
record TrustSettings(
        int pageSize,
        int maxPages,
        int maxConcurrentCalls,
        OpenIn openIn,
        Set<String> without,
        String readyExtension,
        String pathwayExtension,
        Codes bedBasedEpisodes,
        Codes communityEpisodes,
        Codes carerAssessments) {

    /** UK Core has no word for it; this is what Interweave's regional servers send. */
    static final String MEDICALLY_SAFE_FOR_DISCHARGE =
            "https://fhir.interweavedigital.nhs.uk/R4/StructureDefinition/Extension-Interweave-MedicallySafeForDischarge";

    private static final List<String> KEYS = List.of(
            "bed-based-episodes",
            "carer-assessments",
            "community-episodes",
            "max-concurrent-calls",
            "max-pages",
            "open-in",
            "page-size",
            "pathway-extension",
            "ready-extension",
            "without");

    private static final Map<Section, List<String>> SEARCHED = Map.of(
            Section.APPOINTMENTS, List.of(Appointments.TYPE),
            Section.REFERRALS, List.of(Referrals.TYPE),
            Section.ASSESSMENTS, List.of(Assessments.QUESTIONNAIRE_RESPONSE, Assessments.OBSERVATION, Assessments.TASK),
            Section.STAYS, List.of(Stays.ENCOUNTER, Stays.EPISODE),
            Section.RELATIONSHIPS, List.of(Contacts.TYPE));

    TrustSettings {
        without = Set.copyOf(without);
    }

    static TrustSettings of(AdapterSettings settings) {
        for (var key : settings.values().keySet()) {
            if (!KEYS.contains(key)) {
                throw new IllegalArgumentException("Setting '" + key + "' is unknown to a trust: it knows " + KEYS);
            }
        }
        return new TrustSettings(
                settings.number("page-size", 50, 1),
                settings.number("max-pages", Paging.STANDARD.maxPages(), 1),
                settings.number("max-concurrent-calls", 8, 1),
                OpenIn.of(settings.text("open-in", "")),
                without(settings),
                settings.text("ready-extension", MEDICALLY_SAFE_FOR_DISCHARGE),
                settings.text("pathway-extension", ""),
                codes(settings, "bed-based-episodes"),
                codes(settings, "community-episodes"),
                codes(settings, "carer-assessments"));
    }

    Paging paging() {
        return new Paging(maxPages, Paging.STANDARD.maxEntries());
    }

    /** Whether the trust lacks all that a section is made of. */
    boolean lacks(Section section) {
        var searched = SEARCHED.get(section);
        return searched != null && without.containsAll(searched);
    }

    private static Set<String> without(AdapterSettings settings) {
        var types = list(settings, "without");
        var known = SEARCHED.values().stream().flatMap(List::stream).sorted().toList();
        if (!known.containsAll(types)) {
            throw new IllegalArgumentException("Setting 'without' must name kinds of resource of " + known);
        }
        return Set.copyOf(types);
    }

    private static Codes codes(AdapterSettings settings, String key) {
        var names = list(settings, key);
        if (names.stream().anyMatch(name -> name.startsWith("|") || name.endsWith("|"))) {
            throw new IllegalArgumentException("Setting '" + key + "' must be a list of system|code, code or words");
        }
        return Codes.of(names);
    }

    private static List<String> list(AdapterSettings settings, String key) {
        return Arrays.stream(settings.text(key, "").split(",", -1))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .toList();
    }
}
