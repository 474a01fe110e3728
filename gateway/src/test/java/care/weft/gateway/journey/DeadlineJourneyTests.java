package care.weft.gateway.journey;

import static org.assertj.core.api.Assertions.assertThat;

import care.weft.gateway.Gateway;
import care.weft.gateway.demo.GatewaySettings;
import care.weft.gateway.journey.PartnerFault.Where;
import care.weft.stubs.demographics.DemographicsStub;
import care.weft.stubs.population.Person;
import care.weft.stubs.population.SpecialPerson;
import care.weft.stubs.population.Story;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** Partners that hang, in whatever way, for longer than the request may take: nothing but its deadline ends the waiting. */
@SpringBootTest(
        classes = Gateway.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "weft.web.deadline=1500ms",
            "weft.register.keep=0s",
            "weft.cache.keep=0s",
            "weft.partners.demographics.adapter.calls-per-second=" + FrontDoor.REGISTER_CALLS_PER_SECOND
        })
@Import(StoryClock.class)
class DeadlineJourneyTests extends FrontDoor {

    private static final Duration IN_TIME = Duration.ofMillis(1500).plusMillis(100);

    private final Person person = story(Story.THREE_ASSESSMENTS);

    @DynamicPropertySource
    static void waitingForEver(DynamicPropertyRegistry registry) throws IOException {
        var settings = GatewaySettings.byProxy(STUBS, Files.createTempDirectory("weft-journeys"));
        for (var id : STUBS.partners().keySet()) {
            settings.put("weft.partners." + id + ".timeout", "1m");
            settings.put("weft.partners." + id + ".connect-timeout", "2s");
        }
        settings.forEach((name, value) -> registry.add(name, () -> value));
        keepCircuitsClosed(registry, STUBS.partners().keySet());
    }

    @Override
    Class<?> gateway() {
        return DeadlineJourneyTests.class;
    }

    /** The very first questions may take longer than this deadline, and are refused then. */
    @BeforeEach
    @Override
    void warmUp() {
        for (int tries = 0; tries < 5; tries++) {
            askAbout(story(Story.CARER), EverySection.selection());
        }
        super.warmUp();
    }

    @ParameterizedTest
    @EnumSource(names = {"CONNECTION_HANGS", "NAME_SERVER_HANGS", "TLS_HANDSHAKE_HANGS", "HALF_OPEN"})
    void theAnswerComesAtTheDeadlineAndTheOthersAreInIt(PartnerFault fault) {
        for (var id : STUBS.partners().keySet()) {
            var hanging =
                    new FaultyPartner(STUBS, id, person, STUBS.population().of(SpecialPerson.CARED_FOR));
            fault.begin(hanging, Where.EVERY_CALL);
            var begin = System.nanoTime();

            var answer = askAbout(person, EverySection.selection());

            var as = fault + " at " + id;
            var took = Duration.ofNanos(System.nanoTime() - begin);
            assertThat(took).as(as).isLessThan(IN_TIME);
            assertThat(answer.http().statusCode()).as(as).isEqualTo(200);
            for (var name : EverySection.NAMES) {
                for (var other : STUBS.partners().keySet()) {
                    var outcome = outcome(answer.person().path(name), other);
                    if (other.equals(id)) {
                        assertThat(outcome).as(as).isIn("TIMED_OUT", "NOT_OFFERED");
                    } else if (!id.equals(DemographicsStub.PARTNER)) {
                        assertThat(outcome)
                                .as(as + ": " + name + " of " + other)
                                .isIn("ANSWERED", "NOT_OFFERED");
                    }
                }
            }
            STUBS.reset();
            awaitAll();
        }
    }

    /** Who asks for a host while a name server is being asked for it waits for the same answer, so that it may last a connect-timeout. */
    private void awaitAll() {
        for (var end = System.nanoTime() + SOON.toNanos(); System.nanoTime() < end; ) {
            var sources = askAbout(person, EverySection.selection()).person().findValues("retryable");
            if (sources.stream().noneMatch(JsonNode::asBoolean)) {
                return;
            }
        }
        throw new AssertionError("The partners do not answer any more");
    }
}
