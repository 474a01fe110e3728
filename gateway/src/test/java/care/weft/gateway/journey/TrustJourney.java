package care.weft.gateway.journey;

import care.weft.gateway.Gateway;
import care.weft.gateway.demo.GatewaySettings;
import care.weft.stubs.trust.TrustStub;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Set;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A story of one partner: what its answers and faults do is told without the others. These journeys share one gateway. */
@SpringBootTest(
        classes = Gateway.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "weft.audit.spool.after=3s",
            // What partners say is asked anew in each story.
            "weft.cache.keep=0s",
            // Stories of a partner that is too slow need not take longer.
            "weft.web.deadline=5s",
            // Read before the settings below are.
            "weft.place=trust-alone"
        })
@Import(StoryClock.class)
abstract class TrustJourney extends FrontDoor {

    @DynamicPropertySource
    static void beforeTheStubs(DynamicPropertyRegistry registry) throws IOException {
        GatewaySettings.beforeTheTrustAlone(STUBS, Files.createTempDirectory("weft-journeys"))
                .forEach((name, value) -> registry.add(name, () -> value));
        keepCircuitsClosed(registry, Set.of(TrustStub.PARTNER));
    }

    @Override
    final Class<?> gateway() {
        return TrustJourney.class;
    }
}
