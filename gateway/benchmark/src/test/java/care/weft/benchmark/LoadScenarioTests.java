package care.weft.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

class LoadScenarioTests {

    /** All of it, but so short that only the counts mean anything. */
    private static final LoadSettings SHORT = new LoadSettings(
            List.of(),
            25,
            2,
            1,
            3,
            1,
            0,
            0.5,
            5,
            0.4,
            20,
            "0s",
            List.of(),
            List.of("-Xmx256m", "-XX:TieredStopAtLevel=1"),
            -1);

    @Test
    void everyAnswerIsTheExpectedOneAndEveryFigureIsThere() throws IOException, SQLException {
        var report = ColdScenario.run(SHORT);
        assertThat(List.of(report.floor(), report.onePerson(), report.list())).allSatisfy(figure -> {
            assertThat(figure.requests()).isPositive();
            assertThat(figure.different()).isZero();
            assertThat(figure.partnerCalls())
                    .containsOnlyKeys("demographics", "council", "trust", "gp", "mental-health")
                    .allSatisfy(
                            (partner, calls) -> assertThat(calls).as(partner).isPositive());
        });
        assertThat(report.audited().records()).isGreaterThan(1);
        assertThat(report.abandoned().requests()).isEqualTo(5);
        assertThat(report.abandoned().nextMillis()).isPositive();
        assertThat(report.toString()).contains("one person", "first answer");
    }
}
