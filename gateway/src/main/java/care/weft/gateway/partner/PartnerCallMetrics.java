package care.weft.gateway.partner;

import care.weft.http.CallListener;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * Counts and times partner calls as {@code weft.partner.call}, by endpoint, method and outcome: the HTTP status, the fault, or
 * {@code CANCELLED}. None of these names a person.
 */
@Component
final class PartnerCallMetrics implements CallListener {

    private final MeterRegistry registry;

    PartnerCallMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void ended(String endpointId, String method, String outcome, Duration took) {
        registry.timer("weft.partner.call", "endpoint", endpointId, "method", method, "outcome", outcome)
                .record(took);
    }
}
