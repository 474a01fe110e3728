package care.weft.gateway.journey;

import static org.assertj.core.api.Assertions.assertThat;

import care.weft.stubs.population.Person;
import care.weft.stubs.population.Story;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** Whoever does not wait any longer keeps nobody busy, and nobody waits longer than the deadline. */
class CancellationJourneyTests extends TrustJourney {

    /** Promised; two seconds is when a silent partner is given up anyway. */
    private static final Duration AT_ONCE = Duration.ofMillis(200);

    private static final Duration DEADLINE = Duration.ofSeconds(5);
    private static final Duration A_BUSY_MACHINE = Duration.ofSeconds(2);

    private static final Set<String> RETRYABLE = Set.of("TIMED_OUT", "UNAVAILABLE", "RATE_LIMITED", "PARTIAL");

    private final Person person = story(Story.THREE_ASSESSMENTS);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);

    @BeforeEach
    void listen() {
        log.start();
        root.addAppender(log);
    }

    @AfterEach
    void stopListening() {
        root.detachAppender(log);
    }

    /** While the person is looked up, and while sections are read. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aClientThatLeavesEndsItsCallAtThePartner(boolean known) throws Exception {
        var durations = new ArrayList<Duration>();
        try (var partner = silentPartner(known)) {
            for (int client = 0; client < 5; client++) {
                var socket = asking(person);
                var call = partner.call();
                long left = System.nanoTime();
                socket.close();
                durations.add(Duration.ofNanos(call.gone() - left));
            }
            TimeUnit.MILLISECONDS.sleep(300);
            assertThat(partner.furtherCalls())
                    .as("calls for clients who have left")
                    .isEmpty();
        }
        System.out.println("Calls ended after their client left: " + durations);

        // The middle one, for a machine may stop for a moment.
        assertThat(durations.stream().sorted().toList().get(2))
                .as(durations.toString())
                .isLessThan(AT_ONCE);
        assertNothingWorthALine(5);
        assertAnswered();
    }

    /** More people than it can be asked about at once: some wait, and some calls begin shortly before the deadline. */
    @Test
    void whatIsUnderWayAtTheDeadlineEndsWithItAndNothingBeginsLater() throws Exception {
        var people = STUBS.population().people().stream()
                .filter(Person::ofTheCrowd)
                .map(Person::nhsNumber)
                .limit(40)
                .toList();
        var calls = new ArrayList<SilentPartner.Call>();
        long answered;
        try (var partner = silentPartner(false)) {
            var answer = ask(
                    "mdt",
                    "query($n: [NhsNumber!]!) { people(nhsNumbers: $n) { stays { sources { outcome } } } }",
                    Map.of("n", people));
            answered = System.nanoTime();
            assertThat(answer.http().statusCode()).isEqualTo(200);
            // Those that took a whole two seconds are gone as well.
            TimeUnit.SECONDS.sleep(1);
            calls.addAll(partner.furtherCalls());
            long last = 0;
            for (var call : calls) {
                last = Math.max(last, call.gone());
            }
            System.out.printf(
                    "%d calls, the last ended %d ms before the answer%n", calls.size(), (answered - last) / 1_000_000);
            assertThat(last - answered).isLessThan(AT_ONCE.toNanos());
        }

        assertThat(calls).hasSizeGreaterThan(8).allMatch(call -> call.begun() < answered);
        assertThat(log.list).hasSizeLessThanOrEqualTo(1);
        assertNothingWorthALine(1);
        assertAnswered();
    }

    @Test
    void clientsThatLeaveInACrowdLeaveTheConnectionsToOthers() throws Exception {
        try (var partner = silentPartner(false)) {
            var sockets = new ArrayList<Socket>();
            // Each for somebody else: who ask for the same share one call.
            for (var each : crowd(40)) {
                sockets.add(asking(each));
            }
            var calls = new ArrayList<SilentPartner.Call>();
            // As many as the trust's adapter calls at the same time.
            for (int call = 0; call < 8; call++) {
                calls.add(partner.call());
            }
            for (var socket : sockets) {
                socket.close();
            }
            for (var call : calls) {
                call.gone();
            }
        }

        assertNothingWorthALine(40);
        assertAnswered();
    }

    @Test
    void whatDoesNotFitIntoTheDeadlineIsLeftOutAndSaidSo() {
        var people = crowd(45).stream().map(TrustJourney::number).toList();
        // Each call takes half of what one may; one after another, on few connections, they take longer than there is.
        STUBS.trust().delay(Duration.ofSeconds(1));

        var begin = System.nanoTime();
        var answer = ask("mdt", """
                query($n: [NhsNumber!]!) { people(nhsNumbers: $n) { nhsNumber
                  stays { complete sources { outcome retryable } } } }""", Map.of("n", people));

        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(DEADLINE.plus(A_BUSY_MACHINE));
        assertThat(answer.http().statusCode()).isEqualTo(200);
        if (answer.body().path("data").isNull()) {
            // A busy machine may miss the little time that the partners leave to join and to store.
            assertThat(answer.errorCode()).isIn("DEADLINE_EXCEEDED", "AUDIT_UNAVAILABLE");
            return;
        }
        var outcomes = new ArrayList<String>();
        answer.data().path("people").forEach(one -> {
            var source = one.path("stays").path("sources").path(0);
            var outcome = source.path("outcome").asString();
            outcomes.add(outcome);
            assertThat(one.path("stays").path("complete").asBoolean())
                    .isEqualTo(List.of("ANSWERED", "NO_RECORD").contains(outcome));
            assertThat(source.path("retryable").asBoolean()).isEqualTo(RETRYABLE.contains(outcome));
        });
        assertThat(OnePersonJourneyTests.values(answer.data().path("people"), "nhsNumber"))
                .isEqualTo(people);
        assertThat(outcomes).contains("TIMED_OUT");
    }

    /**
     * Instead of the trust, at its address.
     *
     * @param known whether it finds the person before it falls silent
     */
    private SilentPartner silentPartner(boolean known) throws IOException {
        var patient = known
                ? new TrustAdmin(STUBS.trust(), STUBS.identityProvider().partnerToken("trust"))
                        .search("Patient", person)
                : null;
        var port = URI.create(STUBS.trust().baseUrl()).getPort();
        STUBS.trust().stop();
        return new SilentPartner(port, patient);
    }

    /** A client that has sent its whole request. */
    private static List<Person> crowd(int size) {
        return STUBS.population().people().stream()
                .filter(Person::ofTheCrowd)
                .filter(person -> person.nhsNumber() != null)
                .limit(size)
                .toList();
    }

    private Socket asking(Person about) throws IOException {
        var body = """
                {"query": "{ person(nhsNumber: \\"%s\\") { appointments { nodes { title } } } }"}""".formatted(number(about));
        var request = """
                POST /graphql HTTP/1.1
                Host: localhost
                Authorization: Bearer %s
                Content-Type: application/json
                Content-Length: %d

                """.formatted(STUBS.identityProvider().token("gp"), body.length())
                        .replace("\n", "\r\n")
                + body;
        var socket = new Socket("localhost", address("/").getPort());
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
        return socket;
    }

    private void assertNothingWorthALine(int clients) {
        var lines = List.copyOf(log.list);
        assertThat(lines).hasSizeLessThanOrEqualTo(clients);
        assertThat(lines)
                .noneMatch(line -> line.getLevel().isGreaterOrEqual(Level.ERROR))
                .allMatch(line -> Objects.isNull(line.getThrowableProxy()));
    }

    private void assertAnswered() {
        STUBS.trust().start();
        var appointments = askAbout(person, "appointments { nodes { title } sources { outcome } }")
                .person()
                .path("appointments");
        assertThat(appointments.path("sources")).hasToString("[{\"outcome\":\"ANSWERED\"}]");
        assertThat(appointments.path("nodes").isEmpty()).isFalse();
    }
}
