package care.weft.gateway.store;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.Readable;
import io.r2dbc.spi.Row;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The tables that a person is in, as the database's own description of itself tells them. */
final class SqlPersonRows implements PersonRows {

    /** The audit is exported as events. */
    private static final String NAMING = """
            select table_name from information_schema.columns
            where table_schema = current_schema and lower(column_name) = 'person' and lower(table_name) <> 'audit_event'""";

    private static final String REFERRING = """
            select child.table_name as child, child.column_name as child_column,
              parent.table_name as parent, parent.column_name as parent_column
            from information_schema.referential_constraints reference
            join information_schema.key_column_usage child
              on child.constraint_schema = reference.constraint_schema and child.constraint_name = reference.constraint_name
            join information_schema.key_column_usage parent
              on parent.constraint_schema = reference.unique_constraint_schema
              and parent.constraint_name = reference.unique_constraint_name
              and parent.ordinal_position = child.ordinal_position
            where reference.constraint_schema = current_schema""";

    private final Store store;

    SqlPersonRows(Store store) {
        this.store = store;
    }

    @Override
    public Flux<StoredOfPerson> of(Collection<String> written) {
        return store.read(connection -> conditions(connection, Sql.places(1, written.size()))
                .flatMapIterable(Map::entrySet)
                .concatMap(table -> Sql.rows(
                        connection,
                        "select * from " + table.getKey() + " where " + table.getValue(),
                        row -> new StoredOfPerson(table.getKey(), columns(row)),
                        written.toArray())));
    }

    @Override
    public Flux<String> tables() {
        return store.read(connection -> conditions(connection, "''").flatMapIterable(Map::keySet));
    }

    /** By table, which of its rows are a person's. */
    private static Mono<Map<String, String>> conditions(Connection connection, String written) {
        return Sql.rows(connection, NAMING, row -> name(row, "table_name"))
                .collectMap(table -> table, _ -> "person in (" + written + ")", TreeMap::new)
                .zipWith(Sql.rows(connection, REFERRING, Reference::of).collectList())
                .map(found -> {
                    var conditions = found.getT1();
                    // Over and over, for what refers to a person's row may be referred to itself.
                    for (int before = -1; before < conditions.size(); ) {
                        before = conditions.size();
                        found.getT2().forEach(reference -> reference.addTo(conditions));
                    }
                    return conditions;
                });
    }

    private record Reference(String child, String childColumn, String parent, String parentColumn) {

        static Reference of(Readable row) {
            return new Reference(
                    name(row, "child"), name(row, "child_column"), name(row, "parent"), name(row, "parent_column"));
        }

        void addTo(Map<String, String> conditions) {
            var condition = conditions.get(parent);
            if (condition != null) {
                conditions.putIfAbsent(
                        child,
                        childColumn + " in (select " + parentColumn + " from " + parent + " where " + condition + ")");
            }
        }
    }

    private static String name(Readable row, String column) {
        return Sql.text(row, column).toLowerCase(Locale.ROOT);
    }

    private static Map<String, @Nullable Object> columns(Readable row) {
        var columns = new LinkedHashMap<String, @Nullable Object>();
        ((Row) row)
                .getMetadata()
                .getColumnMetadatas()
                .forEach(column -> columns.put(column.getName().toLowerCase(Locale.ROOT), row.get(column.getName())));
        return columns;
    }
}
