package care.weft.gateway.journey.canary;

import static org.assertj.core.api.Assertions.assertThat;

import care.weft.gateway.Gateway;
import care.weft.gateway.demo.GatewaySettings;
import care.weft.gateway.journey.EventLoopWatch;
import care.weft.stubs.StubSettings;
import care.weft.stubs.Stubs;
import care.weft.stubs.council.CouncilStub;
import care.weft.stubs.mentalhealth.MentalHealthStub;
import care.weft.stubs.population.Person;
import care.weft.stubs.trust.TrustStub;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Two hundred users at once, before partners that fail, are slow, mix up their callers and repeat themselves: nobody is ever shown
 * anything of anybody else, and what is told of a person is what is told when they are asked for alone.
 *
 * <p>{@code -Dcanary.answers=1000000} asks for more answers, {@code -Dcanary.seed=…} for other questions.
 */
@Tag("canary")
@ExtendWith(EventLoopWatch.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DirtiesContext
@SpringBootTest(
        classes = Gateway.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            // All that is asked is to be answered: how much may be asked is the overload journey's business.
            "weft.audit.commit-timeout=20s",
            "weft.audit.spool.after=15s",
            "weft.audit.queue=100000",
            "weft.web.deadline=20s",
            "weft.web.admission.initial=10000",
            "weft.web.admission.least=10000",
            "weft.web.admission.most=10000",
            // What is kept is kept for a short time and of few people, and some of it is shown when it is stale.
            "weft.register.keep=5s",
            "weft.cache.keep=10s",
            "weft.cache.keep-at-most=10000",
            "weft.cache.stale-while-error.trust.appointments=5m",
            "weft.cache.stale-while-error.council.care-packages=5m",
            "weft.partners.demographics.adapter.calls-per-second=0"
        })
@Import(CanaryJourneyTests.Night.class)
class CanaryJourneyTests {

    private static final long ANSWERS = Long.getLong("canary.answers", 100_000);
    private static final long SEED = Long.getLong("canary.seed", System.nanoTime());

    /** At night, when nothing of what is planned begins. */
    @SuppressWarnings("TimeInStaticInitializer") // when the class is loaded is when the night begins
    private static final Clock CLOCK =
            Clock.offset(Clock.systemUTC(), Duration.between(Instant.now(), Instant.parse("2026-03-10T02:00:00Z")));

    private static final Stubs STUBS = Stubs.start(
            StubSettings.onFreePorts().withPeople(300).withClock(CLOCK).withoutJournal());

    private static final LoggingSystem LOGGING = LoggingSystem.get(CanaryJourneyTests.class.getClassLoader());
    private static final String FANOUT = "care.weft.gateway.fanout";

    private final SplittableRandom random = new SplittableRandom(SEED);
    private final List<Person> people = STUBS.population().people().stream()
            .filter(person -> person.nhsNumber() != null)
            .toList();
    private final Marks marks = new Marks(people);
    private final Map<Person, JsonNode> alone = new LinkedHashMap<>();
    private final Tally quiet = new Tally();
    private final Set<String> unmarked = WrittenWords.none();

    @Autowired
    private MeterRegistry metrics;

    @LocalServerPort
    private int port;

    @TestConfiguration(proxyBeanMethods = false)
    static class Night {

        @Bean
        @Primary
        Clock night() {
            return CLOCK;
        }
    }

    @DynamicPropertySource
    static void beforeTheProxies(DynamicPropertyRegistry registry) throws IOException {
        STUBS.demographics().callsPerSecond(0);
        var directory = Files.createTempDirectory("weft-canary");
        var settings = GatewaySettings.byProxy(STUBS, directory);
        // A disk is not what is tried here, and would be what is waited for.
        settings.remove("weft.store.directory");
        settings.put("weft.store.url", "r2dbc:h2:mem:///canary?options=WRITE_DELAY=0");
        settings.put("weft.store.jdbc-url", "jdbc:h2:mem:canary;DB_CLOSE_DELAY=-1");
        settings.put("weft.audit.key", "a key of the canary, which is no secret");
        settings.put("weft.audit.heads.directory", directory.resolve("heads").toString());
        settings.put("weft.audit.spool.directory", directory.resolve("spool").toString());
        for (var id : STUBS.partners().keySet()) {
            var prefix = "weft.partners." + id + ".";
            settings.put(prefix + "timeout", "5s");
            // More at once, and circuits that do not stay open for long: most of what is asked is to be shown.
            settings.put(prefix + "adapter.max-concurrent-calls", "32");
            settings.put(prefix + "resilience.window", "200");
            settings.put(prefix + "resilience.minimum-calls", "100");
            settings.put(prefix + "resilience.failure-percent", "80");
            settings.put(prefix + "resilience.probes", "20");
            settings.put(prefix + "resilience.open-for", "100ms");
        }
        settings.forEach((name, value) -> registry.add(name, () -> value));
    }

    @BeforeAll
    void askForEverybodyAlone() throws IOException, InterruptedException {
        System.out.printf("-Dcanary.seed=%d -Dcanary.answers=%d%n", SEED, ANSWERS);
        STUBS.partners().forEach((id, partner) -> partner.disorder(new WrittenWords(id, unmarked)));
        var graphQl = new GraphQl(port);
        var scan = new Scan(marks);
        for (var person : people) {
            var response = whole(graphQl, person);
            var told = JsonMapper.shared().readTree(response).path("data").path("a");
            if (told.isObject()) {
                alone.put(person, told);
                marks.learn(told, person);
            }
            var question = Questions.whole(person);
            quiet.scanned(question, response, scan.of(response, question.expected()));
        }
        STUBS.reset();
    }

    /** Asked again while a partner does not answer in time: the first questions load classes. */
    private static String whole(GraphQl graphQl, Person person) throws IOException, InterruptedException {
        var question = Questions.whole(person);
        for (int tries = 0; tries < 10; tries++) {
            var response = graphQl.ask(question, STUBS.identityProvider().token(question.caller()), true);
            assertThat(response.statusCode()).isEqualTo(200);
            if (!response.body().contains("\"TIMED_OUT\"") && !response.body().contains("\"UNAVAILABLE\"")) {
                return response.body();
            }
        }
        throw new AssertionError("The partners do not answer in time");
    }

    @AfterAll
    static void close() {
        STUBS.close();
    }

    @Test
    void whateverPartnersWriteOfAPersonInWordsCarriesTheirMark() {
        assertThat(unmarked).isEmpty();
        assertThat(alone).hasSizeGreaterThan(290);
        assertThat(quiet.findings()).isEmpty();
        assertThat(quiet.withOutcome("INVALID_ANSWER")).isZero();
        assertThat(quiet.markedSections()).contains(Selections.DEMOGRAPHICS).containsAll(Selections.lists());
    }

    @Test
    void nobodyIsEverShownAnythingOfAnybodyElse() throws InterruptedException {
        var faults = new Faults(STUBS, random.split());
        var users = new Users(
                new GraphQl(port),
                STUBS.identityProvider(),
                new Questions(people, localIds()),
                new Scan(marks),
                alone,
                random.split());
        // One line for each fault would be thousands.
        LOGGING.setLogLevel(FANOUT, LogLevel.OFF);
        long begin = System.nanoTime();
        var failing = Thread.ofPlatform().start(faults::run);
        var tally = users.work(ANSWERS * 2 / 3, Comparison::same);
        int compared = tally.comparedPeople().size();
        // Last, because what came of it may be kept for a while.
        faults.mixUp();
        // As many at least as would find something if nobody looked at whose a record is.
        users.work(Math.max(ANSWERS, tally.answers() * 3 / 2), Comparison::nothingElse);
        failing.interrupt();
        failing.join();
        LOGGING.setLogLevel(FANOUT, null);
        System.out.print(tally.report((System.nanoTime() - begin) / 1e9));
        System.out.println(faults.report());
        System.out.println("partners' answers: " + howTheyCame());

        assertThat(tally.findings()).isEmpty();
        assertThat(tally.foreign()).isZero();
        assertThat(tally.answers()).isGreaterThanOrEqualTo(ANSWERS);
        assertThat(tally.marked()).as("a scan of nothing proves nothing").isGreaterThan(tally.answers() * 6 / 10);
        assertThat(tally.markedSections()).contains(Selections.DEMOGRAPHICS).containsAll(Selections.lists());
        assertThat(faults.mixedUp()).as("answers of another call").isGreaterThan(20);
        assertThat(tally.withOutcome("INVALID_ANSWER")).isPositive();
        assertThat(howTheyCame()).containsKeys("asked", "joined", "kept", "stale");
        assertThat(compared).as("people alone and under load").isGreaterThan(290);
        assertThat(tally.compared()).isGreaterThan(10L * alone.size());
    }

    /** What the gateway keeps and shares between callers is to have been made use of. */
    private Map<String, Double> howTheyCame() {
        return metrics.find("weft.answers").counters().stream()
                .collect(Collectors.toMap(
                        counter -> String.valueOf(counter.getId().getTag("how")),
                        Counter::count,
                        Double::sum,
                        TreeMap::new));
    }

    private Map<Person, List<Questions.LocalId>> localIds() {
        var all = new LinkedHashMap<Person, List<Questions.LocalId>>();
        for (var person : people) {
            var ids = new ArrayList<Questions.LocalId>();
            STUBS.council().patientIds(person).forEach(id -> ids.add(new Questions.LocalId(CouncilStub.PARTNER, id)));
            STUBS.trust().patientIds(person).forEach(id -> ids.add(new Questions.LocalId(TrustStub.PARTNER, id)));
            STUBS.mentalHealth()
                    .patientIds(person)
                    .forEach(id -> ids.add(new Questions.LocalId(MentalHealthStub.PARTNER, id)));
            all.put(person, ids);
        }
        return all;
    }
}
