package care.weft.gateway.audit;

import care.weft.gateway.store.AuditRows;
import care.weft.gateway.store.Store;
import care.weft.gateway.store.StoreSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Prints how many commits a second the embedded store takes, and how long each takes, by the number of committers. */
final class CommitSpeed {

    private static final Duration SOON = Duration.ofSeconds(10);
    private static final Duration WARM_UP = Duration.ofSeconds(5);
    private static final Duration MEASURED = Duration.ofSeconds(10);

    private CommitSpeed() {}

    /** Argument: a directory on the disk to measure, which must not hold a store yet. */
    public static void main(String[] arguments) throws IOException {
        LoggingSystem.get(CommitSpeed.class.getClassLoader())
                .setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.ERROR);
        var directory = Path.of(arguments[0]);
        try (var store = Store.open(StoreSettings.embedded(directory))) {
            var log = new AuditLog(
                    AuditRows.in(store), "node", Facts.FORMAT, AuditSettings.of(SOON, 10_000), Clock.systemUTC());
            for (int facts : List.of(1, 6)) {
                run(log, 16, facts, WARM_UP);
                for (int committers : List.of(1, 16, 64)) {
                    var nanos = run(log, committers, facts, MEASURED);
                    System.out.printf(
                            "%d facts, %2d committers: %5d commits/s, p50 %.1f ms, p99 %.1f ms, worst %.1f ms%n",
                            facts,
                            committers,
                            nanos.length / MEASURED.toSeconds(),
                            nanos[nanos.length / 2] / 1e6,
                            nanos[nanos.length * 99 / 100] / 1e6,
                            nanos[nanos.length - 1] / 1e6);
                }
            }
            System.out.printf("store open: %d MB%n", Files.size(directory.resolve("weft.mv.db")) >> 20);
            long start = System.nanoTime();
            var verified = Facts.trail(AuditRows.in(store)).verify().block(Duration.ofMinutes(5));
            System.out.printf("%s in %d ms%n", verified, (System.nanoTime() - start) / 1_000_000);
        }
        System.out.printf("store closed: %d MB%n", Files.size(directory.resolve("weft.mv.db")) >> 20);
    }

    /** Sorted nanoseconds of every commit. */
    private static long[] run(AuditLog log, int committers, int facts, Duration time) {
        long end = System.nanoTime() + time.toNanos();
        return Flux.range(0, committers)
                .flatMap(committer -> commit(log, facts).repeat(() -> System.nanoTime() - end < 0), committers)
                .collectList()
                .blockOptional()
                .orElseThrow()
                .stream()
                .mapToLong(Long::longValue)
                .sorted()
                .toArray();
    }

    private static Mono<Long> commit(AuditLog log, int facts) {
        return Mono.defer(() -> {
            var people = ThreadLocalRandom.current().ints(facts, 0, 1000).toArray();
            var batch = Facts.batchOf(UUID.randomUUID().toString(), people);
            long start = System.nanoTime();
            return log.commit(batch, SOON).then(Mono.fromSupplier(() -> System.nanoTime() - start));
        });
    }
}
