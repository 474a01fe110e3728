package care.weft.gateway.journey;

import static org.assertj.core.api.Assertions.assertThat;

import care.weft.gateway.Gateway;
import care.weft.gateway.demo.GatewaySettings;
import care.weft.stubs.PartnerSettings;
import care.weft.stubs.demographics.DemographicsStub;
import care.weft.stubs.population.Story;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/**
 * Partners whose address leads nowhere: beside the stubs, one more of each kind for each way in which that may be so. There can be
 * but one register, which is none of them.
 */
@SpringBootTest(
        classes = Gateway.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "weft.web.deadline=4s",
            "weft.register.keep=0s",
            "weft.partners.demographics.adapter.calls-per-second=" + FrontDoor.REGISTER_CALLS_PER_SECOND
        })
@Import(StoryClock.class)
class UnreachablePartnersJourneyTests extends FrontDoor {

    private static final Duration DEADLINE = Duration.ofSeconds(4);

    /** A tenth of a second is promised; the rest is for a machine that builds other things too. */
    private static final Duration IN_TIME = DEADLINE.plusMillis(100).plusMillis(900);

    private static final List<String> SECTIONS =
            List.of("demographics", "appointments", "carePackages", "referrals", "assessments", "stays");

    /** Takes connections, as far as the system does that by itself, and says nothing. */
    private static final ServerSocket SILENT = listening();

    private static ServerSocket listening() {
        try {
            return new ServerSocket(0, 200, InetAddress.ofLiteral("127.0.0.1"));
        } catch (IOException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    /** By the id of the fault, addresses with scheme, host and port. */
    private static Map<String, String> nowhere() {
        var addresses = new LinkedHashMap<String, String>();
        addresses.put("unknown-name", "http://partner.invalid");
        addresses.put(
                "no-tls",
                "https://127.0.0.1:" + URI.create(STUBS.trust().baseUrl()).getPort());
        addresses.put("handshake-hangs", "https://127.0.0.1:" + SILENT.getLocalPort());
        return addresses;
    }

    private static List<String> kinds() {
        return STUBS.partners().keySet().stream()
                .filter(kind -> !kind.equals(DemographicsStub.PARTNER))
                .toList();
    }

    @DynamicPropertySource
    static void besideTheStubs(DynamicPropertyRegistry registry) throws IOException {
        var settings = GatewaySettings.before(STUBS, Files.createTempDirectory("weft-journeys"));
        for (var kind : kinds()) {
            nowhere().forEach((fault, address) -> {
                var prefix = "weft.partners." + kind + "-" + fault + ".";
                PartnerSettings.of(STUBS, kind).forEach((name, value) -> settings.put(prefix + name, value));
                settings.put(prefix + "kind", kind);
                settings.put(prefix + "name", kind + ", " + fault);
                settings.put(prefix + "base-url", address + "/base");
            });
        }
        settings.forEach((name, value) -> registry.add(name, () -> value));
    }

    @Override
    Class<?> gateway() {
        return UnreachablePartnersJourneyTests.class;
    }

    /** Their partners never answer: nothing would ever be warm. */
    @Override
    void warmUp() {
        askAbout(story(Story.CARER), "timeline { complete } demographics { complete }");
        STUBS.reset();
    }

    @AfterAll
    static void close() throws IOException {
        SILENT.close();
    }

    @Test
    void theOthersAnswerInFull() {
        var selection = new StringBuilder();
        for (var section : SECTIONS) {
            selection.append(section).append(" { sources { partner { id } outcome retryable } } ");
        }
        var begin = System.nanoTime();

        var person =
                askAbout(story(Story.THREE_ASSESSMENTS), selection.toString()).person();

        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(IN_TIME);
        for (var section : SECTIONS) {
            for (var partner : STUBS.partners().keySet()) {
                assertThat(outcome(person.path(section), partner))
                        .as(section + " of " + partner)
                        .isIn("ANSWERED", "NOT_OFFERED");
            }
            for (var kind : kinds()) {
                for (var fault : nowhere().keySet()) {
                    assertUnreachable(person.path(section), kind, kind + "-" + fault);
                }
            }
        }
    }

    private static void assertUnreachable(JsonNode section, String kind, String partner) {
        if (outcome(section, kind).equals("NOT_OFFERED")) {
            assertThat(outcome(section, partner)).as(partner).isEqualTo("NOT_OFFERED");
        } else {
            assertThat(outcome(section, partner)).as(partner).isIn("UNAVAILABLE", "TIMED_OUT");
            assertThat(source(section, partner).path("retryable").asBoolean()).isTrue();
        }
    }
}
