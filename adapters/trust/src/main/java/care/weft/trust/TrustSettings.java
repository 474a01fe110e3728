package care.weft.trust;

import care.weft.fhir.Paging;
import care.weft.spi.AdapterSettings;
import java.util.List;

/**
 * The settings of one trust.
 *
 * @param pageSize matches asked for in one page
 * @param maxPages pages read of one search
 * @param maxConcurrentCalls at one address
 * @param openIn where a record opens in the trust's own system
 */
record TrustSettings(int pageSize, int maxPages, int maxConcurrentCalls, OpenIn openIn) {

    private static final List<String> KEYS = List.of("max-concurrent-calls", "max-pages", "open-in", "page-size");

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
                OpenIn.of(settings.text("open-in", "")));
    }

    Paging paging() {
        return new Paging(maxPages, Paging.STANDARD.maxEntries());
    }
}
