package care.weft.gateway.hazards;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Runs after all other tests, on their reports: see the second surefire execution in the pom. */
class HazardChecks {

    private static final Path ROOT = Path.of("..");

    @Test
    void everyHazardHasATestThatPassed() throws Exception {
        var passed = HazardRegister.passed(List.of(
                ROOT.resolve("adapters/spi"),
                ROOT.resolve("adapters/http"),
                ROOT.resolve("adapters/fhir"),
                ROOT.resolve("adapters/trust"),
                ROOT.resolve("gateway")));

        assertThat(HazardRegister.read(Path.of("docs/hazards.md")).problems(passed))
                .isEmpty();
    }
}
