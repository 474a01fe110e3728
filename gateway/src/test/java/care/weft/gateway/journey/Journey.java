package care.weft.gateway.journey;

import care.weft.gateway.Gateway;
import care.weft.gateway.demo.GatewaySettings;
import java.io.IOException;
import java.nio.file.Files;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A story told through the front door, before all partners of Manchester. These journeys share one gateway. */
@SpringBootTest(
        classes = Gateway.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            // What partners say is asked anew in each story.
            "weft.cache.keep=0s",
            // What the register says is asked anew in each story, as often as stories ask.
            "weft.register.keep=0s",
            "weft.partners.demographics.adapter.calls-per-second=" + FrontDoor.REGISTER_CALLS_PER_SECOND
        })
@Import(StoryClock.class)
abstract class Journey extends FrontDoor {

    @DynamicPropertySource
    static void beforeTheStubs(DynamicPropertyRegistry registry) throws IOException {
        var directory = Files.createTempDirectory("weft-journeys");
        var staff = Staff.of(STUBS, directory);
        registry.add("weft.access.staff", () -> staff);
        GatewaySettings.before(STUBS, directory).forEach((name, value) -> registry.add(name, () -> value));
        keepCircuitsClosed(registry, STUBS.partners().keySet());
    }

    @Override
    final Class<?> gateway() {
        return Journey.class;
    }
}
