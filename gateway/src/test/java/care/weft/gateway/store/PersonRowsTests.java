package care.weft.gateway.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Databases.class)
class PersonRowsTests {

    private static final Duration SOON = Duration.ofSeconds(20);

    /** Tables that nobody's data is in, or that are exported otherwise. A new table that is neither must name its person. */
    private static final Set<String> NO_PERSON = Set.of("flyway_schema_history", "audit_event");

    @TempDir
    Path directory;

    private final Databases kind;
    private Store store;
    private PersonRows rows;

    PersonRowsTests(Databases kind) {
        this.kind = kind;
    }

    @BeforeEach
    void open() {
        store = Store.open(kind.fresh(directory));
        rows = PersonRows.in(store);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void noTableIsLeftOut() {
        var tables = store.read(connection -> Sql.rows(
                        connection,
                        "select lower(table_name) as name from information_schema.tables where table_schema = current_schema",
                        row -> Sql.text(row, "name")))
                .collectList()
                .blockOptional(SOON)
                .orElseThrow();

        assertThat(tables).contains("audit_event", "announcement", "exceptional_access");
        assertThat(rows.tables().collectList().block(SOON))
                .as(
                        "tables of which the rows of one person are found: give a new table a column person, or let it refer to one")
                .containsExactlyInAnyOrderElementsOf(tables.stream()
                        .filter(table -> !NO_PERSON.contains(table))
                        .toList());
    }

    @Test
    void aTableThatIsNewOrRefersToOneIsFoundByItself() {
        for (var sql : List.of(
                "create table vow (id integer primary key, person varchar not null, said varchar)",
                "create table vow_note (note_id integer primary key, vow integer not null references vow (id), note varchar)",
                "create table vow_note_mark (mark varchar, of_note integer references vow_note (note_id))",
                "insert into vow values (1, 'sealed', 'yes'), (2, 'somebody else', 'no'), (3, 'pseudonym', null)",
                "insert into vow_note values (7, 1, 'a note'), (8, 2, 'of somebody else')",
                "insert into vow_note_mark values ('x', 7), ('y', 8)")) {
            store.write(connection -> Sql.run(connection, sql)).block(SOON);
        }

        var found = rows.of(List.of("sealed", "pseudonym"))
                .collectList()
                .blockOptional(SOON)
                .orElseThrow();

        assertThat(found).extracting(StoredOfPerson::table).containsExactly("vow", "vow", "vow_note", "vow_note_mark");
        assertThat(found.getFirst().columns())
                .containsExactly(entry("id", 1), entry("person", "sealed"), entry("said", "yes"));
        assertThat(found.get(2).columns()).contains(entry("note", "a note"));
        assertThat(found.get(3).columns()).containsExactly(entry("mark", "x"), entry("of_note", 7));
        assertThat(found.getFirst()).hasToString("StoredOfPerson[vow]");
    }
}
