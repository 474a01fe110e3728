package care.weft.gateway.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.netty.resources.LoopResources;

/** That the watch bites, and whom. */
@ExtendWith(EventLoopWatch.class)
class EventLoopWatchTests {

    @Test
    void whoeverWaitsOnAnEventLoopIsSeen() throws Exception {
        var loops = LoopResources.create("watched", 1, true);
        try {
            loops.onServer(true)
                    .next()
                    .submit(() -> {
                        Thread.sleep(1);
                        return "waited";
                    })
                    .get(10, TimeUnit.SECONDS);

            assertSeen("sleep");
        } finally {
            loops.disposeLater(Duration.ZERO, Duration.ofSeconds(1)).block();
        }
    }

    @Test
    void soIsWhoeverWaitsForAnotherOnAParallelThread() {
        var another = new CountDownLatch(1);
        Mono.fromCallable(() -> another.await(1, TimeUnit.MILLISECONDS))
                .subscribeOn(Schedulers.parallel())
                .block();

        assertSeen("park");
    }

    /** A test that does not look at what was seen fails by it. */
    @Test
    void aTestDuringWhichSomethingWasSeenFails() {
        Mono.fromCallable(() -> Files.readAllBytes(Path.of("pom.xml")))
                .subscribeOn(Schedulers.parallel())
                .block();

        assertThatThrownBy(EventLoopWatch::failIfSeen)
                .isInstanceOf(AssertionError.class)
                .satisfies(failure -> assertThat(failure.getSuppressed()).isNotEmpty());
    }

    /** Once for a moment is nobody's fault; at the same place again and again is. */
    @Test
    void aLockThatIsMetOftenFailsAndByChanceNot() {
        meetLock(2);
        EventLoopWatch.failIfSeen();

        meetLock(3);
        assertThatThrownBy(EventLoopWatch::failIfSeen).hasMessageContaining("EventLoopWatchTests.enter");
    }

    private static void meetLock(int times) {
        for (int time = 0; time < times; time++) {
            var lock = new ReentrantLock();
            CompletableFuture<@Nullable Boolean> waiting;
            lock.lock();
            try {
                waiting = Mono.fromCallable(() -> enter(lock))
                        .subscribeOn(Schedulers.parallel())
                        .toFuture();
                while (!lock.hasQueuedThreads()) {
                    Thread.onSpinWait();
                }
            } finally {
                lock.unlock();
            }
            waiting.join();
        }
    }

    private static boolean enter(ReentrantLock lock) {
        lock.lock();
        try {
            return lock.isHeldByCurrentThread();
        } finally {
            lock.unlock();
        }
    }

    @Test
    void whoeverMayWaitIsLeftAlone() throws Exception {
        Thread.sleep(1);
        Mono.fromCallable(() -> {
                    Thread.sleep(1);
                    return "waited";
                })
                .subscribeOn(Schedulers.boundedElastic())
                .block();

        assertThat(EventLoopWatch.seen()).isEmpty();
    }

    private static void assertSeen(String call) {
        assertThat(EventLoopWatch.seen()).anySatisfy(seen -> assertThat(seen).hasMessageContaining(call));
    }
}
