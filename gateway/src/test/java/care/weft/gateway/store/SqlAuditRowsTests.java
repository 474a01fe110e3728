package care.weft.gateway.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Databases.class)
class SqlAuditRowsTests {

    private static final Duration SOON = Duration.ofSeconds(10);
    private static final Instant AT = Instant.parse("2026-03-29T00:59:59.123456Z");

    @TempDir
    Path directory;

    private final Databases kind;
    private Store store;
    private SqlAuditRows rows;

    SqlAuditRowsTests(Databases kind) {
        this.kind = kind;
    }

    @BeforeEach
    void open() {
        store = Store.open(kind.fresh(directory));
        rows = new SqlAuditRows(store);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void rowComesBackAsItWasWritten() {
        var full = new AuditRow(
                "a",
                1,
                AT,
                "request",
                "KIND",
                "person",
                "SECTION",
                "partner",
                "OUTCOME",
                "caller",
                "R0A",
                "TREAT",
                "{\"callerName\":\"O'Brien, \\\"Zoë\\\" 張; $1 ?1\"}",
                "0".repeat(64),
                "1".repeat(64));
        var sparse = new AuditRow(
                "a",
                2,
                AT,
                "request",
                "KIND",
                null,
                null,
                null,
                "OUTCOME",
                "caller",
                null,
                "TREAT",
                "",
                "1".repeat(64),
                "2".repeat(64));

        rows.append(List.of(full, sparse)).block(SOON);

        assertThat(rows.ofRequest("request").collectList().block(SOON)).containsExactly(full, sparse);
    }

    @Test
    void longGroupIsKeptWholeAndReadInPages() {
        var group = IntStream.rangeClosed(1, 150).mapToObj(n -> row("a", n)).toList();
        rows.append(group).block(SOON);
        rows.append(List.of(row("b", 1))).block(SOON);

        var read = new ArrayList<AuditRow>();
        for (long after = 0; read.size() < 150; after += 50) {
            read.addAll(
                    rows.after("a", after, 50).collectList().blockOptional(SOON).orElseThrow());
        }

        assertThat(read).isEqualTo(group);
        assertThat(rows.after("a", 150, 50).collectList().block(SOON)).isEmpty();
        assertThat(rows.nodes().collectList().block(SOON)).containsExactly("a", "b");
        assertThat(rows.last("a").block(SOON)).isEqualTo(row("a", 150));
        assertThat(rows.last("c").block(SOON)).isNull();
    }

    @Test
    void groupOfWhichOneRowCannotBeAddedIsNotAddedAtAll() {
        rows.append(List.of(row("a", 70))).block(SOON);
        var forked = IntStream.rangeClosed(1, 70).mapToObj(n -> row("a", n)).toList();

        assertThatThrownBy(() -> rows.append(forked).block(SOON)).isInstanceOf(StoreException.class);

        assertThat(rows.after("a", 0, 100).collectList().block(SOON)).containsExactly(row("a", 70));
    }

    @Test
    void whatIsLookedForIsFoundNewestFirstAndPageByPage() {
        var group = IntStream.rangeClosed(1, 9)
                .mapToObj(n -> at(AT.plusSeconds(n / 3), "a", n))
                .toList();
        rows.append(group).block(SOON);
        rows.append(List.of(at(AT.plusSeconds(1), "b", 1))).block(SOON);
        var expected = List.of("a9", "a8", "a7", "a6", "b1", "a5", "a4", "a3", "a2", "a1");

        var found = new ArrayList<String>();
        for (AuditSearch.@Nullable Position past = null; found.size() < expected.size(); ) {
            var page = find(new AuditSearch(null, null, null, null, Set.of(), null, null, past, 3));
            page.forEach(row -> found.add(row.node() + row.sequence()));
            var last = page.getLast();
            past = new AuditSearch.Position(last.recordedAt(), last.node(), last.sequence());
        }

        assertThat(found).isEqualTo(expected);
        assertThat(find(new AuditSearch(
                        null, "caller", null, "r4", Set.of("KIND", "OTHER"), AT, AT.plusSeconds(9), null, 9)))
                .containsExactly(at(AT.plusSeconds(1), "a", 4));
        assertThat(find(new AuditSearch("p", null, null, null, Set.of(), null, null, null, 9)))
                .isEmpty();
        assertThat(find(new AuditSearch(null, null, "R0A", null, Set.of(), null, null, null, 9)))
                .isEmpty();
        assertThat(find(new AuditSearch(null, null, null, null, Set.of("OTHER"), null, null, null, 9)))
                .isEmpty();
        assertThat(find(new AuditSearch(null, null, null, null, Set.of(), AT.plusSeconds(3), null, null, 9)))
                .hasSize(1);
        assertThat(find(new AuditSearch(null, null, null, null, Set.of(), null, AT.plusSeconds(1), null, 9)))
                .hasSize(2);
    }

    @Test
    void rowsWhoseTimeIsOverAreFoundOldestFirstAndReplacedInTheirPlace() {
        rows.append(IntStream.rangeClosed(1, 5)
                        .mapToObj(n -> at(AT.plusSeconds(n), "a", n))
                        .toList())
                .block(SOON);

        assertThat(rows.expired("a", "KIND", AT.plusSeconds(4), 2).collectList().block(SOON))
                .containsExactly(at(AT.plusSeconds(1), "a", 1), at(AT.plusSeconds(2), "a", 2));
        assertThat(rows.expired("a", "OTHER", AT.plusSeconds(4), 2)
                        .collectList()
                        .block(SOON))
                .isEmpty();

        var other = at(AT, "a", 2).withHash("e".repeat(64));
        rows.replace(List.of(other)).block(SOON);

        assertThat(rows.after("a", 0, 10).collectList().block(SOON)).hasSize(5).contains(other);
    }

    private List<AuditRow> find(AuditSearch search) {
        return rows.find(search).collectList().blockOptional(SOON).orElseThrow();
    }

    private static AuditRow at(Instant at, String node, long sequence) {
        var row = row(node, sequence);
        return new AuditRow(
                node,
                sequence,
                at,
                row.requestId(),
                row.kind(),
                null,
                null,
                null,
                row.outcome(),
                row.callerId(),
                null,
                row.purpose(),
                row.details(),
                row.previous(),
                row.hash());
    }

    private static AuditRow row(String node, long sequence) {
        return new AuditRow(
                node,
                sequence,
                AT,
                "r" + sequence,
                "KIND",
                null,
                null,
                null,
                "OUTCOME",
                "caller",
                null,
                "TREAT",
                "{}",
                "0".repeat(64),
                "f".repeat(64));
    }
}
