package care.weft.gateway.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.Result;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class StoreTests {

    private static final Duration SOON = Duration.ofSeconds(10);

    @TempDir
    Path directory;

    @Test
    void writtenDataIsThereAfterTheStoreIsOpenedAgain() {
        try (var store = open()) {
            store.write(connection -> run(connection, "create table note (words varchar not null)"))
                    .block(SOON);
            store.write(connection -> run(connection, "insert into note values ('kept')"))
                    .block(SOON);
        }

        try (var store = open()) {
            assertThat(notes(store)).containsExactly("kept");
        }
    }

    @Test
    void writeAnswersWhatItsWorkAnswers() {
        try (var store = open()) {
            assertThat(store.write(connection -> Mono.just("done")).block(SOON)).isEqualTo("done");
        }
    }

    @Test
    void aLookUpThatHangsIsGivenUpAndReadsThatTakeLongDoNotHoldOneUp() {
        var mended = new CountDownLatch(1);
        try (var store = open()) {
            for (int reader = 0; reader < 8; reader++) {
                store.read(_ -> hanging(mended)).subscribe();
            }
            assertThat(store.lookUp(_ -> Flux.just("found")).blockLast(SOON)).isEqualTo("found");

            assertThatThrownBy(() -> store.lookUp(_ -> hanging(mended)).blockLast(SOON))
                    .isInstanceOf(StoreException.class);
            mended.countDown();
        }
    }

    private static Flux<Boolean> hanging(CountDownLatch mended) {
        return Flux.from(Mono.fromCallable(() -> mended.await(60, TimeUnit.SECONDS)));
    }

    @Test
    void closedStoreRefusesWorkAndMayBeClosedAgain() {
        var store = open();
        store.close();
        store.close();

        assertThatThrownBy(() -> store.write(connection -> Mono.just("late")).block(SOON))
                .isInstanceOf(StoreException.class);
    }

    @Test
    void failedWriteLeavesNothingBehindAndTheNextOneWorks() {
        try (var store = open()) {
            store.write(connection -> run(connection, "create table note (words varchar not null)"))
                    .block(SOON);

            assertThatThrownBy(() -> store.write(connection -> run(connection, "insert into note values ('half')")
                                    .then(Mono.error(new IllegalStateException("Broken in the middle"))))
                            .block(SOON))
                    .isInstanceOf(StoreException.class);

            store.write(connection -> run(connection, "insert into note values ('whole')"))
                    .block(SOON);
            assertThat(notes(store)).containsExactly("whole");
        }
    }

    @Test
    void failureSaysNothingOfTheRow() {
        try (var store = open()) {
            store.write(connection -> run(connection, "create table note (words varchar primary key)"))
                    .block(SOON);
            var insert = store.write(connection -> run(connection, "insert into note values ('secret words')"));
            insert.block(SOON);

            assertThatThrownBy(() -> insert.block(SOON))
                    .isInstanceOf(StoreException.class)
                    .hasMessage("The database failed with SQLSTATE 23505")
                    .hasNoCause();
        }
    }

    @Test
    void writesShareOneThreadAndNobodyContinuesOnAThreadOfTheStore() {
        Set<String> working = ConcurrentHashMap.newKeySet();
        Set<String> continuing = ConcurrentHashMap.newKeySet();
        try (var store = open()) {
            var writes = Flux.range(0, 20)
                    .flatMap(n -> store.write(connection -> Mono.fromCallable(
                                    () -> working.add(Thread.currentThread().getName())))
                            .doOnNext(ignored ->
                                    continuing.add(Thread.currentThread().getName())));
            var reads = store.read(connection ->
                            Flux.defer(() -> Flux.just(Thread.currentThread().getName())))
                    .doOnNext(name -> {
                        assertThat(name).startsWith("weft-store-reader");
                        continuing.add(Thread.currentThread().getName());
                    });
            Flux.merge(writes, reads).blockLast(SOON);
        }

        assertThat(working).singleElement().asString().startsWith("weft-store-writer");
        assertThat(continuing).isNotEmpty().noneMatch(name -> name.startsWith("weft-store"));
    }

    @Test
    void connectionForHealthChecksDoesNotStartOnTheThreadThatAsks() {
        try (var store = open()) {
            var thread = Mono.usingWhen(
                            store.connections().create(),
                            connection -> Mono.fromCallable(
                                    () -> Thread.currentThread().getName()),
                            Connection::close)
                    .block(SOON);

            assertThat(thread).startsWith("weft-store-reader");
        }
    }

    @Test
    void storeThatDelaysWritesIsRefused() {
        for (var options : List.of("?options=WRITE_DELAY=500", "?WRITE_DELAY=0", "")) {
            var settings = new StoreSettings(
                    directory,
                    "r2dbc:h2:file:///" + directory.toAbsolutePath() + "/delayed" + options,
                    "jdbc:h2:file:" + directory.toAbsolutePath() + "/delayed",
                    null,
                    null);

            assertThatThrownBy(() -> Store.open(settings))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("WRITE_DELAY of the database is 500")
                    .hasMessageContaining("?options=WRITE_DELAY=0");
        }
    }

    @Test
    void storeAtAnAddressOfItsOwnOpensWhenItDoesNotDelayWrites() {
        var settings = new StoreSettings(
                directory,
                "r2dbc:h2:file:///" + directory.toAbsolutePath() + "/elsewhere?options=WRITE_DELAY=0",
                "jdbc:h2:file:" + directory.toAbsolutePath() + "/elsewhere;WRITE_DELAY=0",
                "weft",
                "a password");

        Store.open(settings).close();

        assertThat(directory.resolve("elsewhere.mv.db")).exists();
    }

    @Test
    void databaseInUseByAnotherProcessIsNamedWithItsRemedy() throws IOException {
        open().close();
        try (var file = FileChannel.open(directory.resolve("weft.mv.db"), StandardOpenOption.WRITE);
                var _ = file.lock()) {
            assertThatThrownBy(this::open)
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("in use by another process")
                    .hasMessageContaining("weft.store.directory");
        }
    }

    @Test
    void unusableDirectoryIsNamed() throws IOException {
        var file = Files.createFile(directory.resolve("file"));

        assertThatThrownBy(() -> Store.open(StoreSettings.embedded(file.resolve("below"))))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("weft.store.directory");
    }

    @Test
    void directoryIsMadeForItsOwnerOnly() throws IOException {
        var made = directory.resolve("made here");

        Store.open(StoreSettings.embedded(made)).close();

        assertThat(Files.getPosixFilePermissions(made)).isEqualTo(PosixFilePermissions.fromString("rwx------"));
    }

    @Test
    void spaceOfOverwrittenPagesIsTakenBackNowAndThen() {
        try (var store = open()) {
            var delays = new ArrayList<String>();
            for (int write = 1; write <= 200; write++) {
                store.write(connection -> run(connection, "select 1")).block(SOON);
                delays.add(writeDelay(store));
            }

            assertThat(delays.subList(0, 19)).containsOnly("0");
            assertThat(delays.subList(19, 29)).containsOnly("50");
            assertThat(delays.subList(29, 200)).containsOnly("0");
        }
    }

    @Test
    void databaseThatWasKilledWhileItTookSpaceBackOpensWithoutWriteDelay() {
        try (var store = open()) {
            store.write(connection -> run(connection, "set write_delay 50")).block(SOON);
        }

        try (var store = open()) {
            assertThat(writeDelay(store)).isEqualTo("0");
        }
    }

    @Test
    void migrationThatWasKilledHalfWayRunsAgain() {
        open().close();
        try (var store = open()) {
            store.write(connection -> run(connection, "drop index audit_event_request")
                            .then(run(connection, "delete from \"flyway_schema_history\"")))
                    .block(SOON);
        }

        try (var store = open()) {
            assertThat(new SqlAuditRows(store).nodes().collectList().block(SOON))
                    .isEmpty();
        }
    }

    private Store open() {
        return Store.open(StoreSettings.embedded(directory));
    }

    private static Mono<Void> run(Connection connection, String sql) {
        return Flux.from(connection.createStatement(sql).execute())
                .concatMap(Result::getRowsUpdated)
                .then();
    }

    private static String writeDelay(Store store) {
        return store.read(connection -> Flux.from(connection
                                .createStatement("select distinct setting_value from information_schema.settings"
                                        + " where setting_name = 'WRITE_DELAY'")
                                .execute())
                        .concatMap(result -> result.map(row -> String.valueOf(row.get(0)))))
                .single()
                .blockOptional(SOON)
                .orElseThrow();
    }

    private static List<String> notes(Store store) {
        return store.read(connection -> Flux.from(connection
                                .createStatement("select words from note")
                                .execute())
                        .concatMap(result -> result.map(row -> String.valueOf(row.get(0)))))
                .collectList()
                .blockOptional(SOON)
                .orElseThrow();
    }
}
