package care.weft.gateway.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqlAuditRowsTests {

    private static final Duration SOON = Duration.ofSeconds(10);
    private static final Instant AT = Instant.parse("2026-03-29T00:59:59.123456Z");

    @TempDir
    Path directory;

    Store store;
    SqlAuditRows rows;

    @BeforeEach
    void open() {
        store = Store.open(StoreSettings.embedded(directory));
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
