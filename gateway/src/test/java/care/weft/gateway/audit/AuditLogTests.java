package care.weft.gateway.audit;

import static care.weft.gateway.audit.Facts.batchOf;
import static care.weft.gateway.audit.Facts.context;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import care.weft.gateway.store.AuditRow;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

class AuditLogTests extends AuditLogUnderTest {

    @Test
    void commitCompletesOnlyWhenEveryFactIsStored() {
        rows.pause();
        var batch = batchOf("r1", 1, 2);

        StepVerifier.create(log.commit(batch, SOON))
                .expectSubscription()
                .expectNoEvent(Duration.ofMillis(50))
                .then(() -> assertThat(rows.stored).isEmpty())
                .then(rows::resume)
                .expectComplete()
                .verify(SOON);

        assertThat(rows.stored).extracting(AuditRow::requestId).containsExactly("r1", "r1");
        assertThat(rows.stored).extracting(AuditRow::sequence).containsExactly(1L, 2L);
        assertThat(rows.stored)
                .extracting(AuditRow::recordedAt)
                .containsOnly(Instant.parse("2026-10-25T00:30:00.123456Z"));
        assertIntact(2);
    }

    @Test
    void emptyBatchCommitsAtOnceWithoutTheStore() {
        rows.broken = true;

        log.commit(AuditBatch.open(context("r1")), SOON).block(SOON);

        assertThat(rows.groups).isEmpty();
        assertThat(rows.looksAtTheEnd.get()).isZero();
    }

    @Test
    void whichFieldsWereAskedForIsSaidOnceForEachKindOfEvent() {
        var batch = batchOf("r1", 1, 2);
        batch.record(new AuditFact.Lookup(Facts.person(1), Facts.COUNCIL, "TIED"));
        batch.record(new AuditFact.Denial(Facts.person(3), "NO_ROLE", null));
        log.commit(batch, SOON).block(SOON);

        assertThat(rows.stored)
                .extracting(AuditRow::kind, row -> row.details().contains(Facts.FIELDS))
                .containsExactly(
                        tuple("DISCLOSURE", true),
                        tuple("DISCLOSURE", false),
                        tuple("LOOKUP", false),
                        tuple("DENIAL", true));
        assertIntact(4);
    }

    @Test
    void nothingIsStoredBeforeSomebodySubscribes() {
        log.commit(batchOf("r1", 1), SOON);

        assertThat(rows.groups).isEmpty();
    }

    @Test
    void whoeverComesDuringACommitSharesTheNextOne() {
        rows.pause();
        var first = start(log.commit(batchOf("first", 0), SOON));
        awaitGroups(1);
        var others = IntStream.rangeClosed(1, 100)
                .mapToObj(n -> start(log.commit(batchOf("r" + n, n), SOON)))
                .toList();
        rows.resume();

        await(first);
        others.forEach(AuditLogTests::await);

        assertThat(rows.groups).containsExactly(1, 100);
        assertIntact(101);
    }

    @Test
    void everyCommitOfManyAtOnceFindsItsFactsStored() {
        Flux.range(0, 500)
                .flatMap(n -> log.commit(batchOf("r" + n, n), SOON)
                        .doOnSuccess(ignored -> assertThat(rows.stored)
                                .extracting(AuditRow::requestId)
                                .contains("r" + n)))
                .blockLast(SOON);

        assertIntact(500);
    }

    @Test
    void failedGroupFailsAllItsMembersInPlainWords() {
        rows.pause();
        rows.broken = true;
        var commits = IntStream.range(0, 3)
                .mapToObj(n -> start(log.commit(batchOf("r" + n, n), SOON)))
                .toList();
        rows.resume();

        for (var commit : commits) {
            assertThatThrownBy(() -> commit.block(SOON))
                    .isInstanceOf(AuditUnavailableException.class)
                    .hasMessage("The answer was withheld: its audit record could not be stored.")
                    .hasNoCause();
        }
        assertThat(rows.stored).isEmpty();
    }

    @Test
    void factsOfAFailedCommitGoWithTheNextOneInOrder() {
        rows.broken = true;
        var batch = batchOf("r1", 1, 2);
        assertUnavailable(log.commit(batch, SOON));
        rows.broken = false;
        batch.record(new AuditFact.Lookup(Facts.person(3), Facts.COUNCIL, "ANSWERED"));

        log.commit(batch, SOON).block(SOON);

        assertThat(rows.stored)
                .extracting(AuditRow::person)
                .containsExactly(
                        Facts.FORMAT.seal(Facts.person(1)),
                        Facts.FORMAT.seal(Facts.person(2)),
                        Facts.FORMAT.seal(Facts.person(3)));
        assertIntact(3);
    }

    @Test
    void nextGroupTriesAfreshAndLeavesNoGap() {
        log.commit(batchOf("r1", 1), SOON).block(SOON);
        rows.broken = true;
        assertUnavailable(log.commit(batchOf("r2", 2), SOON));
        assertUnavailable(log.commit(batchOf("r3", 3), SOON));
        rows.broken = false;

        log.commit(batchOf("r4", 4), SOON).block(SOON);

        assertThat(rows.stored).extracting(AuditRow::requestId).containsExactly("r1", "r4");
        assertIntact(2);
    }

    @Test
    void chainGoesOnAfterAGroupThatWasStoredAlthoughItFailed() {
        rows.brokenAfterStoring = true;
        var batch = batchOf("r1", 1);
        assertUnavailable(log.commit(batch, SOON));
        rows.brokenAfterStoring = false;

        log.commit(batch, SOON).block(SOON);

        assertThat(rows.stored).extracting(AuditRow::requestId).containsExactly("r1", "r1");
        assertIntact(2);
    }

    @Test
    void endOfTheChainIsReadOnceWhileAllGoesWell() {
        for (int n = 0; n < 5; n++) {
            log.commit(batchOf("r" + n, n), SOON).block(SOON);
        }

        assertThat(rows.looksAtTheEnd.get()).isOne();
    }

    @Test
    void tooManyWaitingFactsFailAtOnceAndAreNotLost() {
        var small = logWithQueueOf(2);
        rows.pause();
        var running = start(small.commit(batchOf("running", 0), SOON));
        awaitGroups(1);
        var waiting = start(small.commit(batchOf("waiting", 1, 2), SOON));
        var refused = batchOf("refused", 3);

        assertThatThrownBy(() -> small.commit(refused, SOON).block(ONE_SECOND))
                .isInstanceOf(AuditUnavailableException.class)
                .hasMessageContaining("too many");

        rows.resume();
        await(running);
        await(waiting);
        small.commit(refused, SOON).block(SOON);
        assertThat(rows.stored)
                .extracting(AuditRow::requestId)
                .containsExactly("running", "waiting", "waiting", "refused");
        assertIntact(4);
    }
}
