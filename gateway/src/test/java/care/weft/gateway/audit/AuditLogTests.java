package care.weft.gateway.audit;

import static care.weft.gateway.audit.Facts.batchOf;
import static care.weft.gateway.audit.Facts.context;
import static care.weft.gateway.audit.Facts.disclosure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import care.weft.gateway.store.AuditRow;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class AuditLogTests {

    private static final Duration SOON = Duration.ofSeconds(10);
    private static final Duration ONE_SECOND = Duration.ofSeconds(1);
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-10-25T00:30:00.123456789Z"), ZoneOffset.UTC);

    final FakeAuditRows rows = new FakeAuditRows();
    final AuditLog log = logWithQueueOf(10_000);

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
                        Facts.person(1).value(),
                        Facts.person(2).value(),
                        Facts.person(3).value());
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

    @Test
    void commitThatTakesTooLongFails() {
        rows.pause();

        StepVerifier.withVirtualTime(() -> log.commit(batchOf("r1", 1), Duration.ofMinutes(1)))
                .expectSubscription()
                .expectNoEvent(Duration.ofMillis(1999))
                .thenAwait(Duration.ofMillis(1))
                .expectErrorSatisfies(late -> assertThat(late)
                        .isInstanceOf(AuditUnavailableException.class)
                        .hasMessageContaining("within 2000 ms"))
                .verify(SOON);
    }

    @Test
    void commitWaitsNoLongerThanItsAnswerCan() {
        rows.pause();

        StepVerifier.withVirtualTime(() -> log.commit(batchOf("r1", 1), Duration.ofMillis(300)))
                .expectSubscription()
                .expectNoEvent(Duration.ofMillis(299))
                .thenAwait(Duration.ofMillis(1))
                .expectError(AuditUnavailableException.class)
                .verify(SOON);
    }

    @Test
    void factsOfALateCommitAreStoredOnceAndTheNextCommitWaitsForThem() {
        rows.pause();
        var batch = batchOf("r1", 1);
        assertUnavailable(log.commit(batch, Duration.ofMillis(20)));
        var _ = batch.release(disclosure(2), "the next event");

        StepVerifier.create(log.commit(batch, SOON))
                .expectSubscription()
                .expectNoEvent(Duration.ofMillis(50))
                .then(rows::resume)
                .expectComplete()
                .verify(SOON);

        assertThat(rows.stored)
                .extracting(AuditRow::person)
                .containsExactly(Facts.person(1).value(), Facts.person(2).value());
        assertIntact(2);
    }

    @Test
    void cancelledCommitNeitherCancelsItsGroupNorLeavesOthersHanging() {
        rows.pause();
        var running = log.commit(batchOf("running", 1), SOON).subscribe();
        awaitGroups(1);
        var waiting = log.commit(batchOf("waiting", 2), SOON).subscribe();
        var other = start(log.commit(batchOf("other", 3), SOON));
        List.of(running, waiting).forEach(Disposable::dispose);
        rows.resume();

        await(other);

        assertThat(rows.stored).extracting(AuditRow::requestId).containsExactly("running", "waiting", "other");
        assertIntact(3);
    }

    @Test
    void commitOfAPartWaitsForItsFactsThatAnotherPartHasTaken() {
        rows.pause();
        var batch = batchOf("r1", 1, 2);
        var onePart = start(log.commit(batch, SOON));

        StepVerifier.create(log.commit(batch, SOON))
                .expectSubscription()
                .expectNoEvent(Duration.ofMillis(50))
                .then(rows::resume)
                .expectComplete()
                .verify(SOON);

        await(onePart);
        assertThat(rows.stored).hasSize(2);
    }

    @Test
    void commitOfAPartFailsWithTheGroupThatHasItsFacts() {
        rows.pause();
        var batch = batchOf("r1", 1);
        var onePart = start(log.commit(batch, SOON));
        awaitGroups(1);
        var otherPart = start(log.commit(batch, SOON));
        rows.broken = true;
        rows.resume();

        assertUnavailable(onePart);
        assertUnavailable(otherPart);
    }

    private AuditLog logWithQueueOf(int facts) {
        return new AuditLog(rows, "a", new AuditSettings(null, Duration.ofSeconds(2), facts), CLOCK);
    }

    private void awaitGroups(int count) {
        Mono.fromCallable(() -> rows.groups.size() >= count)
                .filter(reached -> reached)
                .repeatWhenEmpty(again -> again.delayElements(Duration.ofMillis(1)))
                .block(SOON);
    }

    private void assertIntact(long events) {
        assertThat(new AuditTrail(rows).verify().block(SOON)).isEqualTo(new Verification.Intact(events));
    }

    private static Mono<Void> start(Mono<Void> commit) {
        var outcome = commit.cache();
        outcome.subscribe(done -> {}, expectedBySomebodyElse -> {});
        return outcome;
    }

    private static void await(Mono<Void> commit) {
        commit.block(SOON);
    }

    private static void assertUnavailable(Mono<Void> commit) {
        assertThatThrownBy(() -> commit.block(SOON)).isInstanceOf(AuditUnavailableException.class);
    }
}
