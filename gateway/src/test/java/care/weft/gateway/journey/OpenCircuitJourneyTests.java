package care.weft.gateway.journey;

import static org.assertj.core.api.Assertions.assertThat;

import care.weft.gateway.Gateway;
import care.weft.gateway.demo.GatewaySettings;
import care.weft.stubs.population.Person;
import care.weft.stubs.population.Story;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** A partner in lasting trouble is left alone but for probes, costs nobody else anything, and is soon back when it is mended. */
@SpringBootTest(
        classes = Gateway.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "weft.register.keep=0s",
            "weft.cache.keep=0s",
            "weft.partners.demographics.adapter.calls-per-second=" + FrontDoor.REGISTER_CALLS_PER_SECOND,
            // A busy build machine needs the time to look at it while it is open.
            "weft.partners.trust.resilience.open-for=3s"
        })
@Import(StoryClock.class)
class OpenCircuitJourneyTests extends FrontDoor {

    private static final Duration RECOVERY = Duration.ofSeconds(5);
    private static final String LIST = "{ nodes { id } complete sources { partner { id } outcome retryable message } }";
    private static final String SECTIONS = "appointments(first: 50) %1$s carePackages %1$s".formatted(LIST);
    private static final String CIRCUITS = "{ partners { id health { state openCircuits } } }";

    /** How the trust finds out who somebody is. */
    private static final String WHO = "Patient";

    private final Person person = story(Story.THREE_ASSESSMENTS);
    private final TrustAdmin trust =
            new TrustAdmin(STUBS.trust(), STUBS.identityProvider().partnerToken("trust"));

    @DynamicPropertySource
    static void beforeTheStubs(DynamicPropertyRegistry registry) throws IOException {
        GatewaySettings.before(STUBS, Files.createTempDirectory("weft-journeys"))
                .forEach((name, value) -> registry.add(name, () -> value));
    }

    @Override
    final Class<?> gateway() {
        return OpenCircuitJourneyTests.class;
    }

    @Test
    void aPartnerInTroubleIsLeftAloneAndIsSoonBack() {
        var before = askAbout(person, SECTIONS).person();
        assertThat(openCircuits("trust")).isEmpty();
        STUBS.trust().reset();
        trust.answer(WHO, Map.of("status", 500));

        int asked = 0;
        while (openCircuits("trust").isEmpty()) {
            assertTrustAlonePays(before, askAbout(person, SECTIONS).person(), "could not be reached");
            asked++;
            assertThat(asked).isLessThan(50);
        }
        int sent = STUBS.trust().calls(WHO);
        var during = askAbout(person, SECTIONS).person();

        assertThat(STUBS.trust().calls(WHO)).as("no further calls").isEqualTo(sent);
        assertTrustAlonePays(before, during, "cannot be asked just now");
        assertThat(openCircuits("trust")).containsExactly("trust/Patient");
        assertThat(openCircuits("council")).isEmpty();
        assertThat(openCircuits("gp")).isEmpty();

        asked += 200;
        for (int time = 0; time < 200; time++) {
            askAbout(person, "appointments { complete }");
        }
        assertThat(STUBS.trust().calls(WHO)).as("a fifth more at most").isLessThanOrEqualTo(asked * 12 / 10);

        untilWellAgain();
        assertThat(askAbout(person, SECTIONS).person()).isEqualTo(before);
    }

    private void untilWellAgain() {
        trust.mend();
        var mended = System.nanoTime();
        while (!outcome(askAbout(person, SECTIONS).person().path("appointments"), "trust")
                        .equals("ANSWERED")
                || !openCircuits("trust").isEmpty()) {
            assertThat(Duration.ofNanos(System.nanoTime() - mended)).isLessThan(RECOVERY);
        }
    }

    /** Adapters tell of reads by their fault alone. */
    @Test
    void aReadThatIsHeldBackSaysSoToo() {
        trust.answer("Appointment", Map.of("status", 500));
        for (int asked = 0; openCircuits("trust").isEmpty(); asked++) {
            askAbout(person, "appointments { complete }");
            assertThat(asked).isLessThan(50);
        }

        var source = source(askAbout(person, SECTIONS).person().path("appointments"), "trust");

        assertThat(openCircuits("trust")).containsExactly("trust/Appointment");
        assertThat(source.path("outcome").asString()).isEqualTo("UNAVAILABLE");
        assertThat(source.path("message").asString()).contains("cannot be asked just now", "try again");
        untilWellAgain();
    }

    private static void assertTrustAlonePays(JsonNode before, JsonNode during, String why) {
        assertThat(during.path("carePackages").path("nodes"))
                .isEqualTo(before.path("carePackages").path("nodes"));
        assertThat(outcome(during.path("carePackages"), "council")).isEqualTo("ANSWERED");
        var appointments = during.path("appointments");
        assertThat(outcome(appointments, "gp")).isEqualTo(outcome(before.path("appointments"), "gp"));
        assertThat(appointments.path("complete").asBoolean()).isFalse();
        var source = source(appointments, "trust");
        assertThat(source.path("outcome").asString()).isEqualTo("UNAVAILABLE");
        assertThat(source.path("retryable").asBoolean()).isTrue();
        assertThat(source.path("message").asString()).contains(why, "try again");
    }

    private List<String> openCircuits(String partner) {
        return ask("gp", CIRCUITS, Map.of())
                .data()
                .path("partners")
                .valueStream()
                .filter(one -> one.path("id").asString().equals(partner))
                .flatMap(one -> one.path("health").path("openCircuits").valueStream())
                .map(JsonNode::asString)
                .toList();
    }
}
