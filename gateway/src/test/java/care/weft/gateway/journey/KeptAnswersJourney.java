package care.weft.gateway.journey;

import care.weft.gateway.Gateway;
import care.weft.gateway.demo.GatewaySettings;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Set;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A story in which what partners answered is kept, as it is by default. These journeys share one gateway. */
@SpringBootTest(
        classes = Gateway.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "weft.cache.stale-while-error.trust.appointments=15m",
            "weft.partners.demographics.adapter.calls-per-second=" + FrontDoor.REGISTER_CALLS_PER_SECOND
        })
@Import(StoryClock.class)
abstract class KeptAnswersJourney extends FrontDoor {

    @DynamicPropertySource
    static void beforeTheStubs(DynamicPropertyRegistry registry) throws IOException {
        GatewaySettings.before(STUBS, Files.createTempDirectory("weft-journeys"))
                .forEach((name, value) -> registry.add(name, () -> value));
        keepCircuitsClosed(registry, Set.copyOf(STUBS.partners().keySet()));
    }

    @Override
    final Class<?> gateway() {
        return KeptAnswersJourney.class;
    }
}
