package care.weft.stubs.fhir;

import java.util.Set;

/**
 * What one type of resource may be searched by, besides {@code patient}, {@code _lastUpdated} and {@code _count}.
 *
 * @param dateParameter its name, for example {@code authored-on}
 * @param tokenParameters their names
 * @param required parameters without which no search is made, besides {@code patient}
 */
public record SearchRules(String dateParameter, Set<String> tokenParameters, Set<String> required) {}
