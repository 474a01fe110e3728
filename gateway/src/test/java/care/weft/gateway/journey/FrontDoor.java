package care.weft.gateway.journey;

import static org.assertj.core.api.Assertions.assertThat;

import care.weft.gateway.audit.AuditEvent;
import care.weft.gateway.audit.AuditFact;
import care.weft.gateway.audit.AuditTrail;
import care.weft.spi.model.NhsNumber;
import care.weft.spi.model.PersonKey;
import care.weft.stubs.StubSettings;
import care.weft.stubs.Stubs;
import care.weft.stubs.partner.PartnerStub;
import care.weft.stubs.population.Person;
import care.weft.stubs.population.Story;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The front door of a gateway before stub partners: real HTTP. All journeys share one set of stubs, whose faults are forgotten
 * after each.
 */
@ExtendWith(EventLoopWatch.class)
@TestPropertySource(
        properties = {
            // A build machine may be busy: whether it writes and answers fast enough is the benchmark's business.
            "weft.audit.commit-timeout=20s",
            "weft.web.admission.initial=1000",
            "weft.web.admission.least=1000"
        })
abstract class FrontDoor {

    /** The longest that a test waits for what happens at once. */
    static final Duration SOON = Duration.ofSeconds(20);

    /** As declared to the gateway: more than a real register allows, so that stories need not wait. */
    static final int REGISTER_CALLS_PER_SECOND = 50;

    /** How far the clocks of those partners that look at theirs are ahead. */
    static final AtomicReference<Duration> PARTNERS_AHEAD = new AtomicReference<>(Duration.ZERO);

    /** The clock of those partners. */
    static final AtomicReference<InstantSource> PARTNERS_CLOCK = new AtomicReference<>(StoryClock.clock());

    static final Stubs STUBS = start();

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.shared();

    private static final Set<Class<?>> WARM = new HashSet<>();

    /** More calls than all stories make. */
    private static final int NEVER = 10_000;

    @LocalServerPort
    private int port;

    private static Stubs start() {
        var stubs = Stubs.start(StubSettings.onFreePorts()
                .withClock(() -> PARTNERS_CLOCK.get().instant().plus(PARTNERS_AHEAD.get())));
        stubs.demographics().callsPerSecond(REGISTER_CALLS_PER_SECOND);
        return stubs;
    }

    /** Stories that share a gateway do not open each other's circuits: faults of one must not be told in the next. */
    static void keepCircuitsClosed(DynamicPropertyRegistry registry, Set<String> partners) {
        for (var partner : partners) {
            registry.add("weft.partners." + partner + ".resilience.window", () -> NEVER);
            registry.add("weft.partners." + partner + ".resilience.minimum-calls", () -> NEVER);
        }
    }

    /** The first questions load classes and open connections, which on a busy machine takes longer than a partner may. */
    @BeforeEach
    void warmUp() {
        boolean warm = WARM.contains(gateway());
        for (int tries = 0; !warm && tries < 5; tries++) {
            warm = askAbout(story(Story.CARER), "timeline { sources { retryable } } demographics { complete }")
                    .person()
                    .path("timeline")
                    .path("sources")
                    .valueStream()
                    .noneMatch(source -> source.path("retryable").asBoolean());
        }
        WARM.add(gateway());
        STUBS.reset();
        assertThat(LoggerFactory.getLogger(FrontDoor.class).isDebugEnabled())
                .as("all that is logged is looked at for what tells who somebody is")
                .isTrue();
    }

    /** The journeys that share one gateway have one answer. */
    abstract Class<?> gateway();

    @AfterEach
    void mend() {
        STUBS.partners().values().forEach(PartnerStub::start);
        STUBS.reset();
    }

    static Person story(Story story) {
        return STUBS.population().of(story);
    }

    URI address(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    /** Asks as a demo user. */
    Answer ask(String user, String query, Map<String, ?> variables) {
        return send(post(query, variables)
                .header("Authorization", "Bearer " + STUBS.identityProvider().token(user)));
    }

    /** Has all forgotten that is kept of a person, as a demo user. */
    HttpRequest.Builder purge(String user, String nhsNumber) {
        return HttpRequest.newBuilder(address("/actuator/cache"))
                .header("Authorization", "Bearer " + STUBS.identityProvider().token(user))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(Map.of("nhsNumber", nhsNumber))));
    }

    /** Asks as the GP about one person, {@code $n}. */
    Answer askAbout(Person person, String selection) {
        return ask(
                "gp",
                "query($n: NhsNumber!) { person(nhsNumber: $n) { " + selection + " } }",
                Map.of("n", number(person)));
    }

    static String number(Person person) {
        return Objects.requireNonNull(person.nhsNumber());
    }

    static PersonKey key(Person person) {
        return PersonKey.of(new NhsNumber(number(person)));
    }

    /** What the trail holds of a request. */
    static List<AuditEvent> events(AuditTrail trail, Answer answer) {
        return trail.findByRequest(
                        answer.http().headers().firstValue("X-Request-ID").orElseThrow())
                .collectList()
                .blockOptional(SOON)
                .orElseThrow();
    }

    static List<AuditFact> facts(AuditTrail trail, Answer answer) {
        return events(trail, answer).stream().map(AuditEvent::fact).toList();
    }

    /** The same of a request whose audit may wait in the spool still. */
    static List<AuditFact> awaitFacts(AuditTrail trail, Answer answer) {
        for (var end = System.nanoTime() + SOON.toNanos();
                events(trail, answer).isEmpty() && System.nanoTime() < end; ) {
            LockSupport.parkNanos(20_000_000);
        }
        return facts(trail, answer);
    }

    /** What one partner said of a section. */
    static JsonNode source(JsonNode section, String partner) {
        return section.path("sources")
                .valueStream()
                .filter(source -> source.path("partner").path("id").asString().equals(partner))
                .findFirst()
                .orElseThrow();
    }

    static String outcome(JsonNode section, String partner) {
        return source(section, partner).path("outcome").asString();
    }

    /** What one partner holds of a section. */
    static List<JsonNode> nodes(JsonNode section, String partner) {
        return section.path("nodes")
                .valueStream()
                .filter(node -> node.path("provenance")
                        .path("partner")
                        .path("id")
                        .asString()
                        .equals(partner))
                .toList();
    }

    static List<String> recordIds(JsonNode section, String partner) {
        return nodes(section, partner).stream()
                .map(node -> node.path("provenance").path("recordId").asString())
                .toList();
    }

    HttpRequest.Builder post(String query, Map<String, ?> variables) {
        var body = new LinkedHashMap<String, Object>();
        body.put("query", query);
        body.put("variables", variables);
        return HttpRequest.newBuilder(address("/graphql"))
                .header("Content-Type", "application/json")
                .header("Accept", "application/graphql-response+json")
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)));
    }

    Answer send(HttpRequest.Builder request) {
        return sendAsync(request).join();
    }

    CompletableFuture<Answer> sendAsync(HttpRequest.Builder request) {
        return HTTP.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString())
                .thenApply(response -> new Answer(response, JSON.readTree(response.body())));
    }

    /** An answer of the gateway. */
    record Answer(HttpResponse<String> http, JsonNode body) {

        JsonNode data() {
            assertThat(body.path("errors").isMissingNode()).as(body.toString()).isTrue();
            return body.path("data");
        }

        JsonNode person() {
            return data().path("person");
        }

        JsonNode error() {
            assertThat(body.path("errors").size()).as(body.toString()).isEqualTo(1);
            return body.path("errors").path(0);
        }

        String errorCode() {
            return error().path("extensions").path("code").asString();
        }
    }
}
