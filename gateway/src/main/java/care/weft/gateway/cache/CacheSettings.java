package care.weft.gateway.cache;

import care.weft.spi.model.Section;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code weft.cache.*}: for how long what partners answered may be shown again. Memory only; each node has its own.
 *
 * @param keep how long an answer serves others who may see the same, as {@code CACHED}; zero for none
 * @param keepAtMost how many records are kept, an answer without any counting as one; 1 or more
 * @param staleWhileError by partner and section: how old an answer may be that is shown as {@code STALE} while the partner fails to
 *     answer. Nothing is, unless it is stated here
 */
@ConfigurationProperties("weft.cache")
public record CacheSettings(
        @DefaultValue("60s") Duration keep,
        @DefaultValue("100000") int keepAtMost,
        @DefaultValue Map<String, Map<Section, Duration>> staleWhileError) {

    /** Who somebody is, whether their whereabouts may be told, and who may decide for them: asked anew each time. */
    private static final Set<Section> NEVER_KEPT = EnumSet.of(Section.DEMOGRAPHICS, Section.RELATIONSHIPS);

    private static final Duration LONGEST = Duration.ofDays(1);

    public CacheSettings {
        if (keep.isNegative()) {
            throw new IllegalArgumentException("Setting weft.cache.keep must not be negative; 0s keeps nothing");
        }
        if (keepAtMost < 1) {
            throw new IllegalArgumentException("Setting weft.cache.keep-at-most must be 1 or more");
        }
        staleWhileError.forEach((partner, sections) -> sections.forEach((section, limit) -> {
            var key = "weft.cache.stale-while-error." + partner + "." + section;
            if (NEVER_KEPT.contains(section)) {
                throw new IllegalArgumentException(
                        "Setting " + key + " is for a section that is never shown stale: remove it");
            }
            if (!limit.isPositive() || limit.compareTo(LONGEST) > 0) {
                throw new IllegalArgumentException("Setting " + key + " must be a time up to a day, such as 15m");
            }
        }));
        staleWhileError = Map.copyOf(staleWhileError);
    }

    /** Whether answers of a section are ever kept. */
    public static boolean isKept(Section section) {
        return !NEVER_KEPT.contains(section);
    }

    /** How old an answer may be that is shown while the partner fails; zero for none. */
    public Duration staleLimit(String partner, Section section) {
        return staleWhileError.getOrDefault(partner, Map.of()).getOrDefault(section, Duration.ZERO);
    }
}
