package care.weft.gateway.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import care.weft.gateway.store.AuditRows;
import care.weft.gateway.store.Store;
import care.weft.gateway.store.StoreSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Flux;

/** No data leaves before its audit record is durable: every commit that was acknowledged outlives SIGKILL. */
class DurabilityTests {

    /** More with {@code -Dweft.durability.rounds=200}. */
    private static final int ROUNDS = Integer.getInteger("weft.durability.rounds", 8);

    private static final Duration SOON = Duration.ofSeconds(30);

    @TempDir
    Path directory;

    @Test
    void acknowledgedCommitsSurviveBeingKilled() throws IOException, InterruptedException {
        killWhileStarting();

        var acknowledged = new HashSet<String>();
        for (int round = 0; round < ROUNDS; round++) {
            var ids = commitAndKill("round-" + round + "-request-");
            assertThat(ids).isNotEmpty();
            acknowledged.addAll(ids);

            assertThat(storedRequests()).as("after round %d", round).containsAll(acknowledged);
        }
        System.out.printf("%d rounds, %d acknowledged commits, none lost%n", ROUNDS, acknowledged.size());
    }

    /** The database may be half made, but the next start mends that. */
    private void killWhileStarting() throws IOException, InterruptedException {
        var process = start("early-");
        Thread.sleep(ThreadLocalRandom.current().nextLong(200, 1200));
        process.destroyForcibly().waitFor();
    }

    /** The ids that a process acknowledged before it was killed. */
    private List<String> commitAndKill(String prefix) throws IOException, InterruptedException {
        var process = start(prefix);
        try (var output = process.getInputStream()) {
            // The first byte of an id: from then on there is something to lose.
            var first = output.readNBytes(1);
            Thread.sleep(ThreadLocalRandom.current().nextLong(300));
            // By its handle: the process itself would close its output, and with it what was said last.
            process.toHandle().destroyForcibly();
            var text = new String(first, UTF_8) + new String(output.readAllBytes(), UTF_8);
            // The last line may have been cut by the kill.
            return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
        } finally {
            process.destroyForcibly();
        }
    }

    private Process start(String prefix) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        // Less to start, for it lives for less than a second after that.
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        CommitsUntilKilled.class.getName(),
                        directory.toString(),
                        prefix)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** The requests of which both facts are stored, in a chain that is intact. */
    private Set<String> storedRequests() {
        try (var store = Store.open(StoreSettings.embedded(directory))) {
            assertThat(Facts.trail(AuditRows.in(store)).verify().block(SOON)).isInstanceOf(Verification.Intact.class);
            return store.read(connection -> Flux.from(connection
                                    .createStatement(
                                            "select request_id from audit_event group by request_id having count(*) = 2")
                                    .execute())
                            .concatMap(result -> result.map(row -> String.valueOf(row.get(0)))))
                    .collect(Collectors.toSet())
                    .blockOptional(SOON)
                    .orElseThrow();
        }
    }
}
