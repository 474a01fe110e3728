package care.weft.stubs.fhir;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A resource as it is sent, with what it is found by.
 *
 * @param date what the type's date parameter searches; null when the resource has no such date
 * @param tokens by parameter: the codes, each alone and as {@code system|code}
 */
public record StoredResource(
        String id, String json, @Nullable DateBounds date, DateBounds lastUpdated, Map<String, Set<String>> tokens) {}
