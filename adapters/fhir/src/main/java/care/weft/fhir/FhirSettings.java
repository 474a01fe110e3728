package care.weft.fhir;

import care.weft.spi.AdapterSettings;
import care.weft.spi.model.Section;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How one FHIR server is asked, as the operator says it.
 *
 * @param pageSize matches asked for in one page: {@code page-size} (50)
 * @param maxPages pages read of one search: {@code max-pages} (20)
 * @param maxRecords matches kept of one search: {@code max-records} (2000)
 * @param maxConcurrentCalls at one address: {@code max-concurrent-calls} (8)
 * @param openIn where a record opens in the partner's own system: {@code open-in}
 * @param without the kinds of resource that the partner does not have, which are never asked for: {@code without}
 * @param madeOf the kinds of resource that each section but the demographics is made of
 */
public record FhirSettings(
        int pageSize,
        int maxPages,
        int maxRecords,
        int maxConcurrentCalls,
        OpenIn openIn,
        Set<String> without,
        Map<Section, List<String>> madeOf) {

    private static final List<String> KEYS =
            List.of("max-concurrent-calls", "max-pages", "max-records", "open-in", "page-size", "without");

    public FhirSettings {
        without = Set.copyOf(without);
        madeOf = Map.copyOf(madeOf);
    }

    /**
     * Reads them.
     *
     * @param adapter in words, such as {@code a trust}
     * @param own the settings that the adapter has besides
     * @throws IllegalArgumentException when one is wrong or unknown
     */
    public static FhirSettings of(
            AdapterSettings settings, String adapter, Collection<String> own, Map<Section, List<String>> madeOf) {
        Settings.refuseUnknown(
                settings, adapter, Stream.concat(KEYS.stream(), own.stream()).toList());
        var kinds = madeOf.values().stream().flatMap(List::stream).toList();
        return new FhirSettings(
                settings.number("page-size", 50, 1),
                settings.number("max-pages", Paging.STANDARD.maxPages(), 1),
                settings.number("max-records", Paging.STANDARD.maxEntries(), 1),
                settings.number("max-concurrent-calls", 8, 1),
                OpenIn.of(settings.text("open-in", "")),
                Settings.some(settings, "without", "kinds of resource", kinds),
                madeOf);
    }

    Paging paging() {
        return new Paging(maxPages, maxRecords);
    }

    /** Not a section of which the partner lacks all that it is made of. */
    boolean offers(Section section) {
        return section == Section.DEMOGRAPHICS
                || (madeOf.containsKey(section) && !without.containsAll(madeOf.get(section)));
    }
}
