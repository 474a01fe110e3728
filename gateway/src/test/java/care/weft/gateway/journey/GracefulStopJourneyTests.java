package care.weft.gateway.journey;

import static org.assertj.core.api.Assertions.assertThat;

import care.weft.gateway.demo.GatewaySettings;
import care.weft.stubs.StubSettings;
import care.weft.stubs.Stubs;
import care.weft.stubs.population.Person;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A gateway that is told to stop answers all that it has taken, and takes no more. */
class GracefulStopJourneyTests {

    private static final int CLIENTS = 12;
    private static final int ENOUGH_ANSWERS = 30;
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Duration DRAIN = Duration.ofSeconds(2);

    /** What the virtual machine says when it was told to stop. */
    private static final int TERMINATED = 128 + 15;

    @TempDir
    Path directory;

    private final Set<String> answered = ConcurrentHashMap.newKeySet();
    private final Set<String> neverTaken = ConcurrentHashMap.newKeySet();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();

    @Test
    void noRequestFailsWhenTheGatewayIsToldToStop() throws Exception {
        try (var stubs = Stubs.start(StubSettings.onFreePorts().withoutJournal())) {
            stubs.demographics().callsPerSecond(0);
            var settings = GatewaySettings.before(stubs, directory);
            settings.put("weft.partners.demographics.adapter.calls-per-second", 0);
            settings.put("weft.audit.commit-timeout", "20s");
            settings.put("weft.web.drain", DRAIN.toMillis() + "ms");
            try (var gateway = new GatewayProcess(settings);
                    var clients = Executors.newVirtualThreadPerTaskExecutor()) {
                stopUnderLoad(stubs, gateway, clients::submit);
            }
        }

        assertThat(failures).isEmpty();
        var stored = StoredTrail.disclosuresIn(directory).keySet();
        assertThat(stored)
                .as("in the trail is what was answered, and nothing else")
                .isEqualTo(answered);
        System.out.printf("%d answers, none lost; %d requests met a closed door%n", answered.size(), neverTaken.size());
    }

    private interface Clients {
        Future<?> start(Runnable client);
    }

    private void stopUnderLoad(Stubs stubs, GatewayProcess gateway, Clients clients) throws Exception {
        var graphQl = gateway.graphQl();
        var asking = new ArrayList<Future<?>>();
        for (int client = 0; client < CLIENTS; client++) {
            asking.add(clients.start(() -> askUntilRefused(graphQl, stubs)));
        }
        for (var end = System.nanoTime() + SOON.toNanos();
                answered.size() < ENOUGH_ANSWERS && System.nanoTime() < end; ) {
            TimeUnit.MILLISECONDS.sleep(10);
        }
        try (var asksAgain = new KeptConnection(graphQl);
                var asksNoMore = new KeptConnection(graphQl)) {
            assertThat(ask(asksAgain, stubs).last()).isFalse();
            assertThat(ask(asksNoMore, stubs).last()).isFalse();
            // So that some are under way when no more are taken.
            stubs.trust().delay(Duration.ofMillis(500));
            assertThat(asking).as("all clients are asking").noneMatch(Future::isDone);

            gateway.terminate();

            awaitDown(graphQl);
            assertThat(ask(asksAgain, stubs).last())
                    .as("a connection that was kept is good for one more answer")
                    .isTrue();
            asksAgain.awaitEnd();
            asksNoMore.awaitEnd();
        }
        assertThat(gateway.exit(SOON)).isEqualTo(TERMINATED);
        for (var client : asking) {
            client.get(SOON.toSeconds(), TimeUnit.SECONDS);
        }
    }

    /** A load balancer is told at once, and may still ask. */
    private static void awaitDown(URI graphQl) throws Exception {
        int status = 200;
        for (var end = System.nanoTime() + DRAIN.toNanos(); status == 200 && System.nanoTime() < end; ) {
            try (var connection = new KeptConnection(graphQl)) {
                status = connection
                        .ask("GET /actuator/health/readiness HTTP/1.1\r\nHost: localhost\r\n\r\n")
                        .status();
            }
        }
        assertThat(status).isEqualTo(503);
    }

    private void askUntilRefused(URI graphQl, Stubs stubs) {
        while (true) {
            try (var connection = new KeptConnection(graphQl)) {
                while (!ask(connection, stubs).last()) {
                    // On with the same connection.
                }
            } catch (ConnectException refused) {
                return;
            } catch (KeptConnection.Unanswered closed) {
                // Between the last look at who waits to be let in and the closing of the door.
                return;
            } catch (IOException broken) {
                failures.add(broken.toString());
                return;
            }
        }
    }

    private KeptConnection.Answer ask(KeptConnection connection, Stubs stubs) throws IOException {
        var id = UUID.randomUUID().toString();
        try {
            var answer = connection.ask(request(id, stubs));
            answered.add(id);
            if (answer.status() != 200 || answer.body().contains("\"errors\"")) {
                failures.add(answer.toString());
            }
            return answer;
        } catch (KeptConnection.Unanswered closed) {
            neverTaken.add(id);
            if (connection.isKept()) {
                failures.add("A kept connection ended without a word: " + closed);
            }
            throw closed;
        }
    }

    private static String request(String id, Stubs stubs) {
        var numbers = numbers(stubs);
        var body = """
                {"query": "{ person(nhsNumber: \\"%s\\") { demographics { value { name { display } } } appointments { nodes { title } } } }"}""".formatted(numbers.get(ThreadLocalRandom.current().nextInt(numbers.size())));
        return """
                POST /graphql HTTP/1.1
                Host: localhost
                Authorization: Bearer %s
                Content-Type: application/json
                X-Request-ID: %s
                Content-Length: %d

                """.formatted(stubs.identityProvider().token("gp"), id, body.length())
                        .replace("\n", "\r\n")
                + body;
    }

    private static List<String> numbers(Stubs stubs) {
        return stubs.population().people().stream()
                .filter(Person::ofTheCrowd)
                .map(person -> Objects.requireNonNull(person.nhsNumber()))
                .toList();
    }
}
