package care.weft.gateway.audit;

import static care.weft.gateway.audit.Facts.batchOf;
import static care.weft.gateway.audit.Facts.disclosure;
import static org.assertj.core.api.Assertions.assertThat;

import care.weft.gateway.store.AuditRow;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.test.StepVerifier;

/** What becomes of a commit for which nobody waits any longer, and of those that wait with it. */
class LateCommitTests extends AuditLogUnderTest {

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
                .containsExactly(Facts.FORMAT.seal(Facts.person(1)), Facts.FORMAT.seal(Facts.person(2)));
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
}
