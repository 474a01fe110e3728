package care.weft.gateway.journey;

import static org.assertj.core.api.Assertions.assertThat;

import care.weft.gateway.demo.GatewaySettings;
import care.weft.gateway.store.Databases;
import care.weft.spi.model.NhsNumber;
import care.weft.spi.model.PersonKey;
import care.weft.stubs.StubSettings;
import care.weft.stubs.Stubs;
import care.weft.stubs.population.Person;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

/**
 * No data leaves before its audit record is durable: every answer that a client received outlives {@code kill -9}, on each
 * database. More kills, of a smaller process, are in {@code DurabilityTests}.
 */
@ParameterizedClass
@EnumSource(Databases.class)
class KillJourneyTests {

    /** Few, for a gateway takes long to start; more, on each database, with {@code -Dweft.kill.rounds=200}. */
    private final int rounds;

    private static final int CLIENTS = 16;
    private static final int ENOUGH_ANSWERS = 40;
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final List<String> SECTIONS = List.of(
            "demographics { value { name { display } } }",
            "appointments { nodes { title } }",
            "referrals { nodes { title } }",
            "assessments { nodes { title } }",
            "stays { nodes { title } }");

    @TempDir
    Path directory;

    private final Databases kind;
    private final Map<String, Object> database = new HashMap<>();

    KillJourneyTests(Databases kind) {
        this.kind = kind;
        rounds = Integer.getInteger("weft.kill.rounds", kind == Databases.H2 ? 2 : 1);
    }

    @BeforeEach
    void makeADatabase() {
        var settings = kind.fresh(directory);
        database.put("weft.store.directory", directory);
        if (settings.url() != null) {
            database.put("weft.store.url", settings.url());
            database.put("weft.store.jdbc-url", Objects.requireNonNull(settings.jdbcUrl()));
            database.put("weft.store.username", Objects.requireNonNull(settings.username()));
            database.put("weft.store.password", Objects.requireNonNull(settings.password()));
            database.put("weft.audit.key", "a secret of the audit, for tests alone");
        }
    }

    /** Whose records were in the answer, by the request id of every answer that arrived whole. */
    private final Map<String, Set<String>> received = new ConcurrentHashMap<>();

    @Test
    void everyAnswerThatArrivedIsInTheTrailOfTheGatewayThatWasKilled() throws Exception {
        try (var stubs = Stubs.start(StubSettings.onFreePorts().withoutJournal())) {
            stubs.demographics().callsPerSecond(0);
            for (int round = 1; round <= rounds; round++) {
                askUntilKilled(stubs);

                assertInTheTrail("after round " + round);
            }
        }
        System.out.printf(
                "%s: %d kills of a gateway, %d answers, none missing from the trail%n", kind, rounds, received.size());
    }

    private void askUntilKilled(Stubs stubs) throws Exception {
        int before = received.size();
        var settings = GatewaySettings.before(stubs, directory);
        settings.put("weft.partners.demographics.adapter.calls-per-second", 0);
        settings.putAll(database);
        try (var gateway = new GatewayProcess(settings);
                var clients = Executors.newVirtualThreadPerTaskExecutor();
                var http = HttpClient.newHttpClient()) {
            var graphQl = gateway.graphQl();
            var asking = new ArrayList<Future<?>>();
            for (int client = 0; client < CLIENTS; client++) {
                asking.add(clients.submit(() -> askUntilBroken(http, graphQl, stubs)));
            }
            for (var end = System.nanoTime() + SOON.toNanos();
                    received.size() < before + ENOUGH_ANSWERS && System.nanoTime() < end; ) {
                TimeUnit.MILLISECONDS.sleep(10);
            }
            TimeUnit.MILLISECONDS.sleep(ThreadLocalRandom.current().nextLong(500));
            assertThat(asking).as("all clients are asking").noneMatch(Future::isDone);

            gateway.kill();
            for (var client : asking) {
                client.get(SOON.toSeconds(), TimeUnit.SECONDS);
            }
        }
        assertThat(received).hasSizeGreaterThanOrEqualTo(before + ENOUGH_ANSWERS);
    }

    private Void askUntilBroken(HttpClient http, URI graphQl, Stubs stubs) throws InterruptedException {
        var token = stubs.identityProvider().token("gp");
        var numbers = stubs.population().people().stream()
                .filter(Person::ofTheCrowd)
                .map(Person::nhsNumber)
                .collect(Collectors.toList());
        var random = ThreadLocalRandom.current();
        while (true) {
            Collections.shuffle(numbers, random);
            var some = numbers.subList(0, 1 + random.nextInt(4));
            var query = "query($n: [NhsNumber!]!) { people(nhsNumbers: $n) { "
                    + SECTIONS.get(random.nextInt(SECTIONS.size())) + " "
                    + SECTIONS.get(random.nextInt(SECTIONS.size()))
                    + " } }";
            var request = HttpRequest.newBuilder(graphQl)
                    .header("Authorization", "Bearer " + token)
                    .header("Content-Type", "application/json")
                    .timeout(SOON)
                    .POST(HttpRequest.BodyPublishers.ofString(JsonMapper.shared()
                            .writeValueAsString(Map.of("query", query, "variables", Map.of("n", some)))))
                    .build();
            HttpResponse<String> answer;
            try {
                answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            } catch (IOException killed) {
                return null;
            }
            take(answer, some);
        }
    }

    /** A refusal shows nothing, and need not be in the trail. */
    private void take(HttpResponse<String> answer, List<String> asked) {
        if (answer.statusCode() == 503) {
            return;
        }
        assertThat(answer.statusCode()).isEqualTo(200);
        if (JsonMapper.shared().readTree(answer.body()).path("errors").isMissingNode()) {
            received.put(
                    answer.headers().firstValue("X-Request-ID").orElseThrow(),
                    asked.stream()
                            .map(number -> PersonKey.of(new NhsNumber(number)).value())
                            .collect(Collectors.toSet()));
        }
    }

    private void assertInTheTrail(String when) {
        var stored = StoredTrail.disclosuresIn(database);
        assertThat(received)
                .as(when)
                .allSatisfy((request, people) ->
                        assertThat(stored.getOrDefault(request, Set.of())).containsAll(people));
    }
}
