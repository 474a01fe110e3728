package care.weft.gateway.hazards;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Runs after all other tests, on their reports: see the second surefire execution in the pom. */
class HazardChecks {

    @Test
    void everyHazardHasATestThatPassed() throws Exception {
        var passed = HazardRegister.passed(HazardRegister.MODULES);

        assertThat(HazardRegister.read(Path.of("docs/hazards.md")).problems(passed))
                .isEmpty();
    }
}
