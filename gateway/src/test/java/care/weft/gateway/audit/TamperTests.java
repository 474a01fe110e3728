package care.weft.gateway.audit;

import static care.weft.gateway.audit.Facts.KEYS;
import static care.weft.gateway.audit.Facts.batchOf;
import static org.assertj.core.api.Assertions.assertThat;

import care.weft.gateway.store.AuditRow;
import care.weft.gateway.store.AuditRows;
import care.weft.gateway.store.Databases;
import care.weft.gateway.store.Store;
import io.r2dbc.spi.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.publisher.Flux;

/**
 * Every kind of tampering is found, on each database, with the rows that it really stores: by somebody who may do with the
 * database whatever they like, knows how the chain is made, and has no key.
 */
@ParameterizedClass
@EnumSource(Databases.class)
class TamperTests {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String NODE = "a";

    private final Databases kind;

    @TempDir
    Path directory;

    private Store store;
    private AuditRows rows;
    private HeadFiles heads;

    TamperTests(Databases kind) {
        this.kind = kind;
    }

    /** Ten rows, of which the first six were signed before the last four came, and then all ten. */
    @BeforeEach
    void write() {
        store = Store.open(kind.fresh(directory.resolve("store")));
        rows = AuditRows.in(store);
        heads = new HeadFiles(directory.resolve("heads"));
        commit(1, 2, 3, 4, 5, 6);
        sign(heads, KEYS);
        commit(7, 8, 9, 10);
        sign(heads, KEYS);
        assertThat(verified()).isEqualTo(new Verification.Intact(10, 2));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void aFlippedBitIsFound() {
        tamper("update audit_event set details = replace(details, 'Zoë', 'Zoe') where seq = 4");

        assertBroken(4, "The row was changed");
    }

    @Test
    void aCutRowIsFound() {
        tamper("delete from audit_event where seq = 4");

        assertBroken(4, "The row is missing");
    }

    @Test
    void swappedRowsAreFound() {
        tamper("update audit_event set seq = 99 where seq = 4");
        tamper("update audit_event set seq = 4 where seq = 5");
        tamper("update audit_event set seq = 5 where seq = 99");

        assertBroken(4, "The row does not follow from the one before it");
    }

    @Test
    void aDroppedTailIsFound() {
        tamper("delete from audit_event where seq > 7");

        assertBroken(8, "Rows are missing at the end: it was signed that there are 10");
    }

    @Test
    void aWholeNodeThatIsGoneIsFound() {
        tamper("delete from audit_event");

        assertBroken(1, "Rows are missing at the end: it was signed that there are 10");
    }

    /** From a changed row on, each hash computed anew: the chain by itself is right. */
    @Test
    void aChainThatWasComputedAnewIsFoundByItsSignedHeads() {
        computeAnewWithout(4);
        assertThat(Facts.trail(rows).verify().block(SOON)).isEqualTo(new Verification.Intact(9));

        assertBroken(6, "The chain is another than the one that was signed");
    }

    @Test
    void aChainThatWasComputedAnewAndSignedWithAnotherKeyIsFound() throws IOException {
        computeAnewWithout(4);
        try (var files = Files.list(directory.resolve("heads"))) {
            for (var file : files.toList()) {
                Files.delete(file);
            }
        }
        sign(heads, AuditKeys.of("the secret of somebody who has none"));

        assertBroken(9, "A head of the chain is not signed with this audit's key");
    }

    @Test
    void aChangedHeadIsFound() throws IOException {
        try (var files = Files.list(directory.resolve("heads"))) {
            var file = files.findFirst().orElseThrow();
            Files.writeString(file, Files.readString(file).replace("\"sequence\":10", "\"sequence\":9"));
        }

        assertBroken(9, "A head of the chain is not signed with this audit's key");
    }

    @Test
    void purgedRowsLeaveTheChainIntactAndOneThatSomebodyElsePurgedIsFound() {
        var purged = new Retention(
                rows,
                NODE,
                new HeadSignature(KEYS),
                Map.of(AuditKind.DISCLOSURE, Duration.ofDays(1)),
                Clock.offset(Clock.systemUTC(), Duration.ofDays(2)));
        assertThat(purged.purge().block(SOON)).isEqualTo(10);
        assertThat(purged.purge().block(SOON)).isZero();
        purged.close();

        assertThat(verified()).isEqualTo(new Verification.Intact(10, 2));
        assertThat(row(4)).satisfies(row -> {
            assertThat(row.kind()).isEqualTo("PURGED");
            assertThat(row.person()).isNull();
            assertThat(List.of(row.callerId(), row.requestId(), row.purpose())).containsOnly("");
            assertThat(row.details()).doesNotContain("Zoë");
        });

        commit(11);
        var row = row(11);
        var forged = PurgedRow.of(row, new HeadSignature(AuditKeys.of("the secret of somebody who has none")));
        rows.replace(List.of(forged)).block(SOON);
        assertBroken(11, "The row says that it was purged, and this audit did not sign that");
    }

    private void computeAnewWithout(long cut) {
        var chain = rows.after(NODE, 0, 100).collectList().blockOptional(SOON).orElseThrow();
        tamper("delete from audit_event where seq >= " + cut);
        var end = new ChainEnd(cut - 1, chain.get((int) cut - 2).hash());
        for (var row : chain.subList((int) cut, chain.size())) {
            var next = HashChain.following(end, row);
            rows.append(List.of(next)).block(SOON);
            end = new ChainEnd(next.sequence(), next.hash());
        }
    }

    private void sign(HeadFiles files, AuditKeys keys) {
        var writer = new HeadWriter(rows, NODE, files, new HeadSignature(keys), Duration.ofDays(1), Clock.systemUTC());
        writer.close();
    }

    private void commit(int... people) {
        new AuditLog(rows, NODE, Facts.FORMAT, AuditSettings.of(SOON, 1000), Clock.systemUTC())
                .commit(batchOf("r", people), SOON)
                .block(SOON);
    }

    private AuditRow row(long sequence) {
        return Objects.requireNonNull(rows.after(NODE, sequence - 1, 1).next().block(SOON));
    }

    private void tamper(String sql) {
        store.write(connection -> Flux.from(connection.createStatement(sql).execute())
                        .concatMap(Result::getRowsUpdated)
                        .then())
                .block(SOON);
    }

    private void assertBroken(long sequence, String reason) {
        assertThat(verified()).isEqualTo(new Verification.Broken(NODE, sequence, reason));
    }

    private Verification verified() {
        return new AuditTrail(rows, KEYS, heads).verify().blockOptional(SOON).orElseThrow();
    }
}
