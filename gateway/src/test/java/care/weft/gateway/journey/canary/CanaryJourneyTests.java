package care.weft.gateway.journey.canary;

import static org.assertj.core.api.Assertions.assertThat;

import care.weft.gateway.Gateway;
import care.weft.gateway.demo.GatewaySettings;
import care.weft.stubs.StubSettings;
import care.weft.stubs.Stubs;
import care.weft.stubs.population.Person;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.json.JsonMapper;

@Tag("canary")
@DirtiesContext
@SpringBootTest(
        classes = Gateway.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "weft.audit.commit-timeout=30s",
            "weft.web.deadline=40s",
            "weft.web.admission.initial=2000",
            "weft.web.admission.least=2000",
            "weft.web.admission.most=2000",
            "weft.register.keep=5s",
            "weft.partners.demographics.adapter.calls-per-second=0"
        })
class CanaryJourneyTests {

    private static final long ANSWERS = Long.getLong("canary.answers", 100_000);
    private static final long SEED = Long.getLong("canary.seed", 1);
    private static final int USERS = 200;

    private static final Stubs STUBS = Stubs.start(StubSettings.onFreePorts()
            .withPeople(Integer.getInteger("canary.people", 300))
            .withoutJournal());

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void beforeTheProxies(DynamicPropertyRegistry registry) throws IOException {
        STUBS.demographics().callsPerSecond(0);
        var settings = GatewaySettings.byProxy(STUBS, Files.createTempDirectory("weft-canary"));
        for (var id : STUBS.partners().keySet()) {
            var prefix = "weft.partners." + id + ".";
            settings.put(prefix + "timeout", "4s");
            settings.put(prefix + "adapter.max-concurrent-calls", "32");
            settings.put(prefix + "resilience.open-for", "200ms");
        }
        settings.forEach((name, value) -> registry.add(name, () -> value));
    }

    @AfterAll
    static void close() {
        STUBS.close();
    }

    @Test
    void explore() throws Exception {
        var people = STUBS.population().people().stream()
                .filter(person -> person.nhsNumber() != null)
                .toList();
        var marks = new Marks(people);
        var localIds = new HashMap<Person, List<Questions.LocalId>>();
        for (var person : people) {
            var ids = new ArrayList<Questions.LocalId>();
            STUBS.council().patientIds(person).forEach(id -> ids.add(new Questions.LocalId("council", id)));
            STUBS.trust().patientIds(person).forEach(id -> ids.add(new Questions.LocalId("trust", id)));
            STUBS.mentalHealth().patientIds(person).forEach(id -> ids.add(new Questions.LocalId("mental-health", id)));
            ids.forEach(id -> marks.own(id.id(), person));
            localIds.put(person, ids);
        }
        var graphQl = new GraphQl(port);
        var gp = STUBS.identityProvider().token("gp");
        var unmarked = new HashMap<String, Integer>();
        var begin = System.nanoTime();
        for (var person : people) {
            var response = graphQl.ask(Questions.whole("gp", person), gp);
            var json = JsonMapper.shared().readTree(response.body());
            if (json.has("errors")) {
                System.out.println(person.key() + " " + json.path("errors"));
            }
            marks.learn(json.path("data").path("a"));
            json.path("data").path("a").properties().forEach(entry -> {
                entry.getValue().path("nodes").forEach(node -> {
                    boolean has = node.toString().contains(person.canary());
                    unmarked.merge(
                            entry.getKey() + " "
                                    + node.path("provenance")
                                            .path("partner")
                                            .path("id")
                                            .asString() + " " + has,
                            1,
                            Integer::sum);
                    if (!has
                            && unmarked.merge(
                                            entry.getKey()
                                                    + node.path("provenance").path("partner"),
                                            1,
                                            Integer::sum)
                                    < 3) {
                        System.out.println("UNMARKED " + person.key() + " " + entry.getKey() + " " + node);
                    }
                });
            });
        }
        System.out.printf(
                "alone %d people in %d ms, marks %d%n",
                people.size(), (System.nanoTime() - begin) / 1_000_000, marks.size());
        new java.util.TreeMap<>(unmarked).forEach((k, v) -> System.out.println(k + " " + v));

        var scan = new Scan(marks);
        var tally = new Tally();
        var questions = new Questions(people, localIds);
        var logins = List.of(
                "gp", "nurse", "social-worker", "mental-health", "mdt", "link-worker", "person", "mdt", "gp", "nurse");
        var random = new SplittableRandom(SEED);
        begin = System.nanoTime();
        var faults = new Faults(STUBS);
        var faultThread = Thread.ofPlatform().start(() -> faults.run(new SplittableRandom(SEED + 1)));
        var threads = new ArrayList<Thread>();
        var failures = new ConcurrentHashMap<String, Throwable>();
        for (int i = 0; i < USERS; i++) {
            var own = random.split();
            var login = logins.get(i % logins.size());
            var oneself = people.get(own.nextInt(people.size()));
            var token = login.equals("person")
                    ? STUBS.identityProvider().personToken(java.util.Objects.requireNonNull(oneself.nhsNumber()))
                    : STUBS.identityProvider().token(login);
            threads.add(Thread.ofVirtual().start(() -> {
                try {
                    Question following = null;
                    while (tally.answers() < ANSWERS) {
                        var question = following != null
                                ? following
                                : login.equals("person")
                                        ? questions.ofOneself(oneself, own)
                                        : questions.next(login, own);
                        var response = graphQl.ask(question, token);
                        tally.response(String.valueOf(response.statusCode()));
                        if (response.statusCode() == 200) {
                            tally.take(question, response.body(), scan.of(response.body(), question.expected()));
                            following = questions.following(question, response.body());
                        } else {
                            following = null;
                            failures.put(response.body(), new Exception());
                        }
                    }
                } catch (Throwable e) {
                    failures.put(e.toString(), e);
                    e.printStackTrace();
                }
            }));
        }
        for (var thread : threads) {
            thread.join();
        }
        faultThread.interrupt();
        faultThread.join();
        System.out.println(tally.report((System.nanoTime() - begin) / 1e9));
        System.out.println(
                "troubles " + faults.troubles() + " mixed up " + faults.mixedUp() + " doubled " + faults.doubled());
        System.out.println(failures);
        tally.findings().forEach(System.out::println);
        assertThat(tally.foreign()).isZero();
    }
}
