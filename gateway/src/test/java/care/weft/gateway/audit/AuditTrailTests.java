package care.weft.gateway.audit;

import static care.weft.gateway.audit.Facts.batchOf;
import static care.weft.gateway.audit.Facts.disclosure;
import static org.assertj.core.api.Assertions.assertThat;

import care.weft.gateway.store.AuditRows;
import care.weft.gateway.store.Store;
import care.weft.gateway.store.StoreSettings;
import io.r2dbc.spi.Result;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;

/** On the real table: tampering is done with SQL, as somebody with access to the database would. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuditTrailTests {

    private static final Duration SOON = Duration.ofSeconds(10);
    private static final AuditSettings SETTINGS = AuditSettings.of(Duration.ofSeconds(5), 10_000);

    @TempDir
    static Path directory;

    Store store;
    AuditRows rows;
    AuditTrail trail;

    @BeforeAll
    void open() {
        store = Store.open(StoreSettings.embedded(directory));
        rows = AuditRows.in(store);
        trail = Facts.trail(rows);
    }

    @AfterAll
    void close() {
        store.close();
    }

    @BeforeEach
    void writeFiveRows() {
        tamper("delete from audit_event");
        write("b", 1, 2, 3, 4, 5);
    }

    @Test
    void untouchedTrailIsIntact() {
        assertThat(verified()).isEqualTo(new Verification.Intact(5));
    }

    @Test
    void emptyTrailIsIntact() {
        tamper("delete from audit_event");

        assertThat(verified()).isEqualTo(new Verification.Intact(0));
    }

    @Test
    void trailOfManyPagesAndNodesIsIntact() {
        write("a", IntStream.range(10, 2010).toArray());

        assertThat(verified()).isEqualTo(new Verification.Intact(2005));
    }

    @Test
    void chainGoesOnWhereItEndedBeforeARestart() {
        close();
        open();
        write("b", 6);

        assertThat(verified()).isEqualTo(new Verification.Intact(6));
    }

    @Test
    void breakOfALaterNodeIsFoundBehindAnIntactOne() {
        write("a", new int[1000]);
        tamper("delete from audit_event where node = 'b' and seq = 2");

        assertThat(verified()).isEqualTo(new Verification.Broken("b", 2, "The row is missing"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "recorded_at = dateadd(microsecond, 1, recorded_at)",
                "request_id = 'another'",
                "kind = 'LOOKUP'",
                "person = 'council:1'",
                "person = null",
                "section = 'STAYS'",
                "partner = 'trust'",
                "outcome = 'REFUSED'",
                "caller_id = 'another'",
                "organisation = 'R0A'",
                "organisation = ''",
                "organisation = null",
                "purpose = 'BTG'",
                "details = replace(details, 'Zoë', 'Zoe')",
                "hash = previous",
                // Text moved over the border between two columns.
                "outcome = 'ANSWEREDc', caller_id = 'aller-1'"
            })
    void changeOfAnyColumnIsFound(String change) {
        tamper("update audit_event set " + change + " where seq = 3");

        assertThat(verified()).isEqualTo(new Verification.Broken("b", 3, "The row was changed"));
    }

    @Test
    void changedPreviousHashIsFound() {
        tamper("update audit_event set previous = 'a' where seq = 3");
        sealAnew(3);

        assertThat(verified())
                .isEqualTo(new Verification.Broken("b", 3, "The row does not follow from the one before it"));
    }

    @Test
    void changedRowWithATrueHashOfItsOwnBreaksTheRowAfterIt() {
        tamper("update audit_event set person = 'council:1' where seq = 3");
        sealAnew(3);

        assertThat(verified())
                .isEqualTo(new Verification.Broken("b", 4, "The row does not follow from the one before it"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void cutRowIsFound(int cut) {
        tamper("delete from audit_event where seq = " + cut);

        assertThat(verified()).isEqualTo(new Verification.Broken("b", cut, "The row is missing"));
    }

    @Test
    void cutRowIsFoundWhenTheRestIsNumberedAnew() {
        tamper("delete from audit_event where seq = 2");
        IntStream.rangeClosed(3, 5).forEach(n -> tamper("update audit_event set seq = seq - 1 where seq = " + n));

        assertThat(verified())
                .isEqualTo(new Verification.Broken("b", 2, "The row does not follow from the one before it"));
    }

    @Test
    void swappedRowsAreFound() {
        tamper("update audit_event set seq = 9 where seq = 3");
        tamper("update audit_event set seq = 3 where seq = 4");
        tamper("update audit_event set seq = 4 where seq = 9");

        assertThat(verified())
                .isEqualTo(new Verification.Broken("b", 3, "The row does not follow from the one before it"));
    }

    /** What the chain alone cannot show; the count of rows, kept elsewhere, does. */
    @Test
    void droppedEndShowsInTheCountOnly() {
        tamper("delete from audit_event where seq = 5");

        assertThat(verified()).isEqualTo(new Verification.Intact(4));
    }

    @Test
    void factsOfARequestAreFoundInOrder() {
        write("b", 6, 7);

        var events = trail.findByRequest("request of b")
                .collectList()
                .blockOptional(SOON)
                .orElseThrow();

        assertThat(events)
                .extracting(AuditEvent::fact)
                .isEqualTo(
                        IntStream.rangeClosed(1, 7).mapToObj(Facts::disclosure).toList());
        assertThat(events)
                .extracting(event -> event.context().asking(null))
                .as("but for the fields, which one of them says for all")
                .containsOnly(Facts.context("request of b").asking(null));
        assertThat(trail.findByRequest("another").collectList().block(SOON)).isEmpty();
    }

    @Test
    void manyCommitsAtOnceMakeOneIntactChain() {
        var log = new AuditLog(rows, "b", Facts.FORMAT, SETTINGS, Clock.systemUTC());

        Flux.range(0, 300)
                .flatMap(n -> log.commit(batchOf("r" + n, n, n + 1), SOON))
                .blockLast(SOON);

        assertThat(verified()).isEqualTo(new Verification.Intact(605));
        assertThat(trail.findByRequest("r299")
                        .map(AuditEvent::fact)
                        .collectList()
                        .block(SOON))
                .containsExactly(disclosure(299), disclosure(300));
    }

    private void write(String node, int... people) {
        new AuditLog(rows, node, Facts.FORMAT, SETTINGS, Clock.systemUTC())
                .commit(batchOf("request of " + node, people), SOON)
                .block(SOON);
    }

    private void sealAnew(long sequence) {
        var row = rows.after("b", sequence - 1, 1).next().blockOptional(SOON).orElseThrow();
        tamper("update audit_event set hash = '" + HashChain.hash(row) + "' where seq = " + sequence);
    }

    private void tamper(String sql) {
        store.write(connection -> Flux.from(connection.createStatement(sql).execute())
                        .concatMap(Result::getRowsUpdated)
                        .then())
                .block(SOON);
    }

    private Verification verified() {
        return trail.verify().blockOptional(SOON).orElseThrow();
    }
}
