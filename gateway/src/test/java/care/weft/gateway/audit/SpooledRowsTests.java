package care.weft.gateway.audit;

import static care.weft.gateway.audit.Facts.batchOf;
import static org.assertj.core.api.Assertions.assertThat;

import care.weft.gateway.store.AuditRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A log whose store goes away and comes back. */
class SpooledRowsTests {

    private static final Duration SOON = Duration.ofSeconds(10);

    @TempDir
    Path directory;

    final FakeAuditRows store = new FakeAuditRows();
    private SpooledRows rows;
    private AuditLog log;

    @BeforeEach
    void open() throws IOException {
        open(1_000_000);
    }

    private void open(long room) throws IOException {
        rows = new SpooledRows(store, new Spool(directory, room, Facts.KEYS), Duration.ofMillis(200));
        log = new AuditLog(rows, "a", Facts.FORMAT, AuditSettings.of(Duration.ofSeconds(5), 10_000), Clock.systemUTC());
    }

    @AfterEach
    void close() {
        rows.close();
    }

    @Test
    void whatADeadStoreCannotTakeIsDurableInTheSpoolAndStoredInOrderOnceItIsBack() throws IOException {
        commit("before");
        store.broken = true;
        commit("one");
        commit("two");
        assertThat(requests()).containsExactly("before");

        store.broken = false;
        awaitRows(3);
        commit("after");

        assertThat(requests()).containsExactly("before", "one", "two", "after");
        assertIntact(4);
        assertThat(directory.resolve("spool")).isEmptyFile();
    }

    @Test
    void aStoreThatHangsIsNotWaitedForLongerThanItMay() throws IOException {
        commit("before");
        store.pause();
        commit("meanwhile");
        assertThat(requests()).containsExactly("before");

        store.resume();
        awaitRows(2);

        assertThat(requests()).containsExactly("before", "meanwhile");
        assertIntact(2);
    }

    @Test
    void whatWasStoredAllTheSameIsNotStoredTwice() throws IOException {
        store.brokenAfterStoring = true;
        commit("one");
        assertThat(requests()).containsExactly("one");

        store.brokenAfterStoring = false;
        awaitEmptySpool();
        commit("two");

        assertThat(requests()).containsExactly("one", "two");
        assertIntact(2);
    }

    @Test
    void theSpoolSurvivesARestart() throws IOException {
        commit("before");
        store.broken = true;
        IntStream.range(0, 5).forEach(n -> commit("r" + n));
        rows.close();

        store.broken = false;
        open();
        commit("after");
        awaitRows(7);

        assertThat(requests()).containsExactly("before", "r0", "r1", "r2", "r3", "r4", "after");
        assertIntact(7);
    }

    @Test
    void aFullSpoolRefusesAndTheStoreServesAgainOnceItIsBack() throws IOException {
        rows.close();
        open(1000);
        commit("before");
        store.broken = true;
        commit("one");

        AuditLogUnderTest.assertUnavailable(log.commit(batchOf("too many", 1, 2, 3, 4, 5), SOON));

        store.broken = false;
        awaitRows(2);
        commit("after");
        assertThat(requests()).containsExactly("before", "one", "after");
        assertIntact(3);
    }

    @Test
    void aSpoolThatCannotBeWrittenRefuses() throws IOException {
        commit("before");
        Files.delete(directory);
        Files.createFile(directory);
        store.broken = true;

        AuditLogUnderTest.assertUnavailable(log.commit(batchOf("refused", 1), SOON));
    }

    /** A write that was given up, and refused because the spool failed too, may be done later all the same. */
    @Test
    void rowsWhosePlaceInTheChainWasTakenMeanwhileAreChainedAnew() throws IOException {
        commit("before");
        store.broken = true;
        commit("spooled");
        store.broken = false;
        new AuditLog(store, "a", Facts.FORMAT, AuditSettings.of(SOON, 100), Clock.systemUTC())
                .commit(batchOf("late", 1), SOON)
                .block(SOON);
        awaitRows(3);

        // The log still believes that the chain ends where it had put the row.
        AuditLogUnderTest.assertUnavailable(log.commit(batchOf("refused once", 1), SOON));
        commit("after");

        assertThat(requests()).containsExactly("before", "late", "spooled", "after");
        assertIntact(4);
    }

    @Test
    void underLoadNothingIsLostNorOutOfOrderWhileTheStoreComesAndGoes() throws IOException {
        rows.close();
        open(10_000_000);
        var breaking =
                Flux.interval(Duration.ofMillis(50), Duration.ofMillis(300)).subscribe(n -> store.broken = n % 2 == 0);

        Flux.range(0, 3000)
                .flatMap(n -> log.commit(batchOf("r" + n, n), SOON).thenReturn(n), 16)
                .delayElements(Duration.ofMillis(1))
                .blockLast(Duration.ofSeconds(60));
        breaking.dispose();
        store.broken = false;
        awaitEmptySpool();

        assertThat(requests()).hasSize(3000).doesNotHaveDuplicates();
        assertIntact(3000);
    }

    private void commit(String request) {
        log.commit(batchOf(request, 1), SOON).block(SOON);
    }

    private Flux<String> stored() {
        return Flux.fromIterable(store.stored).map(AuditRow::requestId);
    }

    private java.util.List<String> requests() {
        return stored().collectList().blockOptional(SOON).orElseThrow();
    }

    private void awaitRows(int count) {
        await(() -> store.stored.size() >= count);
        awaitEmptySpool();
    }

    private void awaitEmptySpool() {
        await(() -> Files.notExists(directory.resolve("spool"))
                || directory.resolve("spool").toFile().length() == 0);
    }

    private static void await(java.util.function.BooleanSupplier reached) {
        Mono.fromCallable(reached::getAsBoolean)
                .filter(yes -> yes)
                .repeatWhenEmpty(again -> again.delayElements(Duration.ofMillis(5)))
                .block(Duration.ofSeconds(20));
    }

    private void assertIntact(long events) {
        assertThat(Facts.trail(store).verify().block(SOON)).isEqualTo(new Verification.Intact(events));
    }
}
