package care.weft.gateway.partner;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PulseTests {

    private final SettableClock clock = new SettableClock();
    private final Pulse pulse = new Pulse(clock);

    @Test
    void nothingIsKnownBeforeTheFirstCall() {
        assertThat(pulse.health()).isEqualTo(new PartnerHealth(PartnerHealthState.UNKNOWN, null, null));
    }

    @Test
    void theLatestCallSaysHowItIs() {
        var start = clock.instant();
        pulse.answered();
        assertThat(pulse.health()).isEqualTo(new PartnerHealth(PartnerHealthState.ANSWERING, start, null));

        clock.forward(Duration.ofSeconds(5));
        pulse.failed();
        var failed = clock.instant();
        assertThat(pulse.health()).isEqualTo(new PartnerHealth(PartnerHealthState.FAILING, start, failed));

        clock.forward(Duration.ofSeconds(5));
        pulse.answered();
        assertThat(pulse.health()).isEqualTo(new PartnerHealth(PartnerHealthState.ANSWERING, clock.instant(), failed));
    }
}
