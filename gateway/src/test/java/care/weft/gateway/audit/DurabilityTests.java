package care.weft.gateway.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import care.weft.gateway.store.AuditRows;
import care.weft.gateway.store.Databases;
import care.weft.gateway.store.Store;
import care.weft.gateway.store.StoreSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.publisher.Flux;

/** No data leaves before its audit record is durable: every commit that was acknowledged outlives SIGKILL, on each database. */
@ParameterizedClass
@EnumSource(Databases.class)
class DurabilityTests {

    /** Kills on each database; other numbers with {@code -Dweft.durability.rounds=200}. */
    private static final int ROUNDS = Integer.getInteger("weft.durability.rounds", 50);

    /** After so many kills all is read again; in between the next process opens what the last one left. */
    private static final int CHECK_EVERY = 10;

    private static final Duration LONGEST_END = Duration.ofMinutes(3);
    private static final Duration SOON = Duration.ofSeconds(30);

    @TempDir
    Path directory;

    @TempDir
    Path learnt;

    private final Databases kind;
    private StoreSettings settings;
    private QuickStart processes;

    DurabilityTests(Databases kind) {
        this.kind = kind;
    }

    @BeforeEach
    void makeADatabase() {
        settings = kind.fresh(directory);
        processes = new QuickStart(CommitsUntilKilled.class, learnt);
    }

    @Test
    void acknowledgedCommitsSurviveBeingKilled() throws IOException, InterruptedException {
        killWhileStarting();
        var acknowledged = new HashSet<>(commitAndEnd("first-request-"));
        for (int round = 0; round < ROUNDS; round++) {
            var ids = commitAndKill("round-" + round + "-request-");
            assertThat(ids).isNotEmpty();
            acknowledged.addAll(ids);

            if (round % CHECK_EVERY == CHECK_EVERY - 1 || round == ROUNDS - 1) {
                assertThat(storedRequests()).as("after round %d", round).containsAll(acknowledged);
            }
        }
        System.out.printf("%s: %d kills, %d acknowledged commits, none lost%n", kind, ROUNDS, acknowledged.size());
    }

    /** Ends by itself, as the later ones are to learn from it. */
    private List<String> commitAndEnd(String prefix) throws IOException, InterruptedException {
        var process = processes.first(arguments(prefix)).start();
        var ids = new ArrayList<String>();
        try (var output = process.inputReader()) {
            while (ids.size() < 50) {
                ids.add(Objects.requireNonNull(output.readLine(), "It ended before it had said what it committed"));
            }
        }
        // It writes down what it learnt.
        assertThat(process.waitFor(LONGEST_END.toSeconds(), TimeUnit.SECONDS)).isTrue();
        return ids;
    }

    /** The database may be half made, but the next start mends that. */
    private void killWhileStarting() throws IOException, InterruptedException {
        var process = processes.next(arguments("early-")).start();
        Thread.sleep(ThreadLocalRandom.current().nextLong(200, 1200));
        process.destroyForcibly().waitFor();
    }

    /** The ids that a process acknowledged before it was killed. */
    private List<String> commitAndKill(String prefix) throws IOException, InterruptedException {
        var process = processes.next(arguments(prefix)).start();
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

    private List<String> arguments(String prefix) {
        var arguments = new ArrayList<>(List.of(prefix, directory.toString()));
        if (settings.url() != null) {
            arguments.addAll(List.of(
                    settings.url(),
                    Objects.requireNonNull(settings.jdbcUrl()),
                    Objects.requireNonNull(settings.username()),
                    Objects.requireNonNull(settings.password())));
        }
        return arguments;
    }

    /** The requests of which both facts are stored, in a chain that is intact. */
    private Set<String> storedRequests() {
        try (var store = Store.open(settings)) {
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
