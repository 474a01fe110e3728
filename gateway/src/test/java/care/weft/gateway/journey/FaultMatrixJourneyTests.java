package care.weft.gateway.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertAll;

import care.weft.gateway.Gateway;
import care.weft.gateway.demo.GatewaySettings;
import care.weft.gateway.journey.PartnerFault.Where;
import care.weft.stubs.demographics.DemographicsStub;
import care.weft.stubs.gp.GpStub;
import care.weft.stubs.population.Canaries;
import care.weft.stubs.population.Person;
import care.weft.stubs.population.SpecialPerson;
import care.weft.stubs.population.Story;
import care.weft.stubs.trust.TrustStub;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;

/**
 * Every fault at every partner, one at a time, when nothing of the person is kept and when all is: the answer comes in time, all others' records are in it as ever, what the partner
 * could not say is said, nobody else's records are shown, and once the fault is gone all is as it was.
 */
@SpringBootTest(
        classes = Gateway.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "weft.web.deadline=3s",
            "weft.register.keep=0s",
            "weft.cache.keep=1h",
            "weft.partners.demographics.adapter.calls-per-second=" + FrontDoor.REGISTER_CALLS_PER_SECOND
        })
@Import(StoryClock.class)
class FaultMatrixJourneyTests extends FrontDoor {

    /** So that faults of time do not take long. What else every partner here is to be set to goes here. */
    private static final Map<String, String> OF_EVERY_PARTNER = Map.of("timeout", "1s", "max-body", "1MB");

    private static final Duration DEADLINE = Duration.ofSeconds(3);

    /** As promised. Partners are given up after their own second, so that there is room for a busy machine. */
    private static final Duration IN_TIME = DEADLINE.plusMillis(100);

    private static final Set<String> RETRYABLE = Set.of("TIMED_OUT", "UNAVAILABLE", "RATE_LIMITED");

    /** Of what is missing for one of these, asking again may bring the rest. */
    private static final Set<PartnerFault> PASSING =
            Set.of(PartnerFault.SLOW_99TH_PERCENTILE, PartnerFault.FLAPPING, PartnerFault.BURST_OF_500);

    private static final String STALE = "STALE";
    private static final String REGISTER_AWAY =
            "was not asked, since the register could not tell the person's practice";

    private static final List<FaultyPartner> PARTNERS = new ArrayList<>();
    private static final List<Duration> TIMES = new ArrayList<>();

    /** What is told of the person when all is well. */
    private static JsonNode before = NullNode.getInstance();

    private static int cells;

    @Autowired
    private MeterRegistry metrics;

    private final Person person = story(Story.THREE_ASSESSMENTS);
    private final Person another = STUBS.population().of(SpecialPerson.CARED_FOR);

    @DynamicPropertySource
    static void beforeTheProxies(DynamicPropertyRegistry registry) throws IOException {
        var settings = GatewaySettings.byProxy(STUBS, Files.createTempDirectory("weft-journeys"));
        for (var id : STUBS.partners().keySet()) {
            OF_EVERY_PARTNER.forEach((name, value) -> settings.put("weft.partners." + id + "." + name, value));
            EverySection.KEPT.forEach(
                    section -> settings.put("weft.cache.stale-while-error." + id + "." + section, "1h"));
        }
        settings.forEach((name, value) -> registry.add(name, () -> value));
        // What a fault does is told without what the gateway remembers of the one before. Calls are sent again as ever.
        keepCircuitsClosed(registry, STUBS.partners().keySet());
    }

    @Override
    Class<?> gateway() {
        return FaultMatrixJourneyTests.class;
    }

    @BeforeEach
    void seeHowItIsWhenAllIsWell() {
        if (!PARTNERS.isEmpty()) {
            return;
        }
        before = wellAnswered(person);
        for (var id : STUBS.partners().keySet()) {
            var partner = new FaultyPartner(STUBS, id, person, another);
            partner.remember();
            PARTNERS.add(partner);
        }
    }

    private JsonNode wellAnswered(Person whom) {
        for (int tries = 0; tries < 10; tries++) {
            STUBS.reset();
            var told = askAbout(whom, EverySection.selection()).person();
            if (told.findValues("retryable").stream().noneMatch(JsonNode::asBoolean)) {
                return told;
            }
        }
        throw new AssertionError("The partners do not answer in time");
    }

    @ParameterizedTest
    @EnumSource
    void theOthersAnswerAndTheFaultIsSaid(PartnerFault fault) {
        var begin = System.nanoTime();
        var line = new StringBuilder("%-30s".formatted(fault));
        var trials = new ArrayList<Executable>();
        for (var partner : PARTNERS) {
            trials.add(() -> line.append(outcomes(fault, partner)));
        }
        // Whose fault is over is among the others of the next; after the last, all are.
        trials.add(() -> assertThat(cold(fault + " is over")).isEqualTo(before));
        trials.add(() -> awaitNothing("weft.operations"));
        try {
            assertAll(trials);
        } finally {
            line.append("  ").append((System.nanoTime() - begin) / 1_000_000).append(" ms");
            System.out.println(line);
        }
    }

    /** Nobody is in who should have left. */
    private void awaitNothing(String gauge) throws InterruptedException {
        for (var end = System.nanoTime() + SOON.toNanos();
                metrics.get(gauge).gauge().value() > 0 && System.nanoTime() < end; ) {
            TimeUnit.MILLISECONDS.sleep(10);
        }
        assertThat(metrics.get(gauge).gauge().value()).as(gauge).isZero();
    }

    private String outcomes(PartnerFault fault, FaultyPartner partner) {
        var outcomes = new TreeSet<String>();
        for (var where : Where.values()) {
            boolean another = where == Where.EVERY_CALL || fault.ofAnswers();
            if (another && partner.has(where) && fault.concerns(partner.id(), where)) {
                outcomes.addAll(tryOut(fault, where, partner, false));
            }
        }
        if (outcomes.isEmpty()) {
            return "";
        }
        cells++;
        var told = "  " + partner.id() + " " + String.join("/", outcomes);
        if (!fault.concerns(partner.id(), Where.EVERY_CALL)) {
            return told;
        }
        cells++;
        return told + " warm " + String.join("/", tryOut(fault, Where.EVERY_CALL, partner, true));
    }

    private Set<String> tryOut(PartnerFault fault, Where where, FaultyPartner partner, boolean warm) {
        var label = (warm ? "warm: " : "cold: ") + fault + " at " + partner.id() + ", " + where;
        var outcomes = new TreeSet<String>();
        if (warm) {
            assertThat(inTime(label + ", before")).isEqualTo(before);
        }
        fault.begin(partner, where);
        try {
            var during = warm ? inTime(label) : cold(label);
            for (var name : EverySection.NAMES) {
                // Whoever said who the person is has said its demographics, and the trust whom to turn to.
                boolean spoilt = where == Where.EVERY_CALL
                        || !(name.equals("demographics")
                                || (name.equals("relationships") && partner.id().equals(TrustStub.PARTNER)));
                outcomes.addAll(check(label, fault, where, spoilt ? partner.id() : "none", name, during, warm));
            }
        } finally {
            partner.mend();
        }
        return outcomes;
    }

    /** No register can be told apart from one that knows better: what it says of a number is believed, and said. */
    @Test
    void aRegisterThatTellsOfSomebodyElseIsBelievedAndTheAnswerSaysSo() {
        var register = PARTNERS.stream()
                .filter(partner -> partner.id().equals(DemographicsStub.PARTNER))
                .findFirst()
                .orElseThrow();
        PartnerFault.ANOTHER_PERSON.begin(register, Where.EVERY_CALL);

        var answer = askAbout(person, "nhsNumber askedFor " + EverySection.selection());

        assertThat(answer.person().path("nhsNumber").asString()).isEqualTo(number(another));
        assertThat(answer.person().path("askedFor").asString()).isEqualTo(number(person));
        assertThat(Canaries.PATTERN.matcher(answer.http().body()).results().map(MatchResult::group))
                .as("one person and not two")
                .isNotEmpty()
                .allMatch(another.canary()::equals);
    }

    /** When nothing is kept of the person. */
    private JsonNode cold(String label) {
        forget();
        return inTime(label);
    }

    /** Has an operator forget all that is kept of the person. */
    private void forget() {
        assertThat(send(purge("operator", number(person))).http().statusCode()).isEqualTo(200);
    }

    private JsonNode inTime(String label) {
        var begin = System.nanoTime();
        var answer = askAbout(person, EverySection.selection());
        var took = Duration.ofNanos(System.nanoTime() - begin);
        TIMES.add(took);
        assertThat(took).as(label).isLessThan(IN_TIME);
        assertThat(answer.http().statusCode()).as(label).isEqualTo(200);
        var body = answer.http().body();
        assertThat(Canaries.PATTERN.matcher(body).results().map(MatchResult::group))
                .as(label + ": nobody else is in the answer")
                .allMatch(person.canary()::equals);
        assertThat(body)
                .as(label)
                .doesNotContain(number(another), another.name().family());
        return answer.person();
    }

    /** One section: returns the outcomes of the faulty partner there. */
    private Set<String> check(
            String label, PartnerFault fault, Where where, String faulty, String name, JsonNode during, boolean warm) {
        var outcomes = new TreeSet<String>();
        var was = before.path(name);
        var is = during.path(name);
        for (var partner : PARTNERS) {
            var id = partner.id();
            var as = label + ": " + name + " of " + id;
            boolean offered = !outcome(was, id).equals("NOT_OFFERED");
            if (offered && (id.equals(faulty) || (where == Where.EVERY_CALL && dependsOn(faulty, id)))) {
                boolean stale = warm
                        && EverySection.KEPT.contains(name)
                        && outcome(was, id).equals("ANSWERED");
                checkFaulty(as, fault, id, was, is, stale);
                if (!id.equals(faulty) && !outcome(is, id).equals("ANSWERED")) {
                    assertThat(source(is, id).path("message").asString()).as(as).contains(REGISTER_AWAY);
                }
                if (id.equals(faulty)) {
                    outcomes.add(outcome(is, id) + (stale && RETRYABLE.contains(outcome(is, id)) ? "+" + STALE : ""));
                }
            } else {
                assertThat(source(is, id)).as(as).isEqualTo(source(was, id));
                assertThat(nodes(is, id)).as(as).isEqualTo(nodes(was, id));
            }
        }
        return outcomes;
    }

    /** Whoever cannot ask the register cannot find the practice. */
    private static boolean dependsOn(String faulty, String id) {
        return faulty.equals(DemographicsStub.PARTNER) && id.equals(GpStub.PARTNER);
    }

    /** @param stale whether what the partner said before may be shown while it does not answer */
    private void checkFaulty(String as, PartnerFault fault, String id, JsonNode was, JsonNode is, boolean stale) {
        var source = source(is, id);
        var outcome = outcome(is, id);
        if (!stale || !outcome.equals("ANSWERED")) {
            assertThat(outcome).as(as).isIn(fault.outcomes());
        }
        if (outcome.equals("ANSWERED")) {
            assertThat(source).as(as).isEqualTo(source(was, id));
            assertThat(nodes(is, id)).as(as).isEqualTo(nodes(was, id));
            return;
        }
        assertThat(is.path("complete").asBoolean()).as(as).isFalse();
        boolean retryable = source.path("retryable").asBoolean();
        if (!outcome.equals("PARTIAL")) {
            assertThat(retryable).as(as).isEqualTo(RETRYABLE.contains(outcome));
        } else if (PASSING.contains(fault)) {
            assertThat(retryable).as(as).isTrue();
        }
        assertThat(source.path("message").asString())
                .as(as)
                .isNotBlank()
                .doesNotContain(number(person), person.name().family());
        if (stale && RETRYABLE.contains(outcome)) {
            assertThat(nodes(is, id)).as(as).isEqualTo(nodes(was, id));
            assertThat(source.path("message").asString())
                    .as(as)
                    .containsPattern("(does not answer just now|" + REGISTER_AWAY + ")\\. Shown is what it said at ");
        } else if (outcome.equals("PARTIAL")) {
            assertThat(recordIds(was, id)).as(as).containsAll(recordIds(is, id));
        } else {
            assertThat(nodes(is, id)).as(as).isEmpty();
        }
    }

    @AfterAll
    static void sum() {
        var ascending = TIMES.stream().sorted().toList();
        System.out.printf(
                "%d faults, %d cells, %d questions, 99 %% of answers within %d ms, all within %d ms%n",
                PartnerFault.values().length,
                cells,
                ascending.size(),
                ascending.get(ascending.size() * 99 / 100).toMillis(),
                ascending.getLast().toMillis());
    }
}
