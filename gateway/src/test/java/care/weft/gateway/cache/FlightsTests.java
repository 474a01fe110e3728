package care.weft.gateway.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

class FlightsTests {

    private static final String QUESTION = "what is known of Ada?";

    private final Map<String, String> kept = new ConcurrentHashMap<>();
    private final List<Sinks.One<String>> reads = new ArrayList<>();
    private final Flights<String, String> flights = new Flights<>(kept::put);

    @Test
    void equalQuestionsAreOneReadAndWhatComesIsKept() {
        var one = join(flights, false).toFuture();
        var other = join(flights, false).toFuture();
        assertThat(reads).hasSize(1);
        assertThat(flights.underWay()).isEqualTo(1);

        answer(0, "well");

        assertThat(one.join()).isEqualTo("well");
        assertThat(other.join()).isEqualTo("well");
        assertThat(kept).containsEntry(QUESTION, "well");
        assertThat(flights.underWay()).isZero();
    }

    @Test
    void whoAsksAnewIsJoinedByThoseWhoComeAfterAndTheEarlierAnswerIsNotKept() {
        var earlier = join(flights, false).toFuture();
        var anew = join(flights, true).toFuture();
        var later = join(flights, false).toFuture();
        assertThat(reads).hasSize(2);

        answer(1, "new");
        answer(0, "old");

        assertThat(earlier.join()).isEqualTo("old");
        assertThat(anew.join()).isEqualTo("new");
        assertThat(later.join()).isEqualTo("new");
        assertThat(kept).containsEntry(QUESTION, "new");
    }

    @Test
    void aReadEndsWhenTheLastWhoWaitsHasLeft() {
        var one = join(flights, false).subscribe();
        var other = join(flights, false).subscribe();

        one.dispose();
        assertThat(flights.underWay()).isEqualTo(1);
        other.dispose();

        assertThat(flights.underWay()).isZero();
        assertThat(reads.getFirst().currentSubscriberCount()).isZero();
    }

    @Test
    void whatIsForgottenIsToldToThoseWhoWaitAndNotKept() {
        var waiting = join(flights, false).toFuture();

        flights.forget(QUESTION::equals);
        answer(0, "well");

        assertThat(waiting.join()).isEqualTo("well");
        assertThat(kept).isEmpty();
    }

    /** Whoever purges a person must not find the old answer there a moment later. */
    @Test
    void whatLandsWhileItIsBeingForgottenIsForgotten() throws Exception {
        var landing = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var slow = new Flights<String, String>((question, answer) -> {
            landing.countDown();
            await(goOn);
            kept.put(question, answer);
        });
        join(slow, false).subscribe();
        var answers = Thread.ofPlatform().start(() -> answer(0, "mixed up"));
        assertThat(landing.await(10, TimeUnit.SECONDS)).isTrue();

        var purges = Thread.ofPlatform().start(() -> {
            slow.forget(QUESTION::equals);
            kept.clear();
        });
        while (purges.getState() != Thread.State.BLOCKED && purges.isAlive()) {
            Thread.onSpinWait();
        }
        goOn.countDown();

        assertThat(answers.join(Duration.ofSeconds(10))).isTrue();
        assertThat(purges.join(Duration.ofSeconds(10))).isTrue();
        assertThat(kept).isEmpty();
    }

    private Mono<String> join(Flights<String, String> among, boolean anew) {
        return Objects.requireNonNull(among.join(List.of(QUESTION), anew, missing -> {
                    var read = Sinks.<String>one();
                    reads.add(read);
                    return Map.of(QUESTION, read.asMono());
                })
                .get(QUESTION));
    }

    private void answer(int read, String with) {
        reads.get(read).tryEmitValue(with).orThrow();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
