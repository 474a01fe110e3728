package care.weft.gateway.partner;

import static org.assertj.core.api.Assertions.assertThat;

import care.weft.gateway.testing.SettableClock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class PulseTests {

    private final SettableClock clock = new SettableClock();
    private final Pulse pulse = new Pulse(clock);

    @Test
    void nothingIsKnownBeforeTheFirstCall() {
        assertThat(pulse.health()).isEqualTo(new PartnerHealth(PartnerHealthState.UNKNOWN, null, null, List.of()));
    }

    @Test
    void theLatestCallSaysHowItIs() {
        var start = clock.instant();
        pulse.answered();
        assertThat(pulse.health()).isEqualTo(new PartnerHealth(PartnerHealthState.ANSWERING, start, null, List.of()));

        clock.forward(Duration.ofSeconds(5));
        pulse.failed();
        var failed = clock.instant();
        assertThat(pulse.health()).isEqualTo(new PartnerHealth(PartnerHealthState.FAILING, start, failed, List.of()));

        clock.forward(Duration.ofSeconds(5));
        pulse.answered();
        assertThat(pulse.health())
                .isEqualTo(new PartnerHealth(PartnerHealthState.ANSWERING, clock.instant(), failed, List.of()));
    }
}
