package care.weft.gateway.audit;

import care.weft.gateway.store.StoredOfPerson;
import care.weft.spi.model.PersonKey;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.json.JsonWriter;

/** A row that is stored of a person, as a line of an export: JSON with the table's name, and the row by its columns. */
final class StoredLine {

    private static final JsonWriter<Object> WRITER = JsonWriter.standard();

    private StoredLine() {}

    /** @param person named instead of the text that stands for them in the database */
    static String of(StoredOfPerson stored, PersonKey person) {
        var row = new LinkedHashMap<String, @Nullable Object>(stored.columns());
        row.replaceAll((_, value) -> written(value));
        row.replace("person", person.value());
        var line = new LinkedHashMap<String, Object>();
        line.put("table", stored.table());
        line.put("row", row);
        return WRITER.writeToString(line);
    }

    private static @Nullable Object written(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case OffsetDateTime moment -> moment.toInstant().toString();
            case Number number -> number;
            case Boolean truth -> truth;
            case Object other -> other.toString();
        };
    }
}
