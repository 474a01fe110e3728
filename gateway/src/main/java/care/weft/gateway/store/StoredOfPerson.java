package care.weft.gateway.store;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One row of a table that a person is in, as stored. {@link #toString()} is redacted.
 *
 * @param table in lower case
 * @param columns by their names in lower case, in the order of the table
 */
public record StoredOfPerson(String table, Map<String, @Nullable Object> columns) {

    public StoredOfPerson {
        columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
    }

    @Override
    public String toString() {
        return "StoredOfPerson[" + table + "]";
    }
}
