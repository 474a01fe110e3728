package care.weft.stubs.fhir;

import java.util.Set;

/**
 * What one type of resource may be searched by, besides {@code patient}, {@code _lastUpdated} and {@code _count}.
 *
 * @param dateParameter its name, for example {@code authored-on}
 * @param tokenParameters their names
 * @param required parameters without which no search is made, besides {@code patient}
 * @param includes what may be asked for along, such as {@code Task:encounter}
 */
public record SearchRules(
        String dateParameter, Set<String> tokenParameters, Set<String> required, Set<String> includes) {

    /** Nothing comes along. */
    public SearchRules(String dateParameter, Set<String> tokenParameters, Set<String> required) {
        this(dateParameter, tokenParameters, required, Set.of());
    }
}
