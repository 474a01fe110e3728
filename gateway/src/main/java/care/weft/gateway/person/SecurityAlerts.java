package care.weft.gateway.person;

import care.weft.gateway.audit.AuditFact;
import care.weft.gateway.fanout.Operation;
import care.weft.spi.model.PersonKey;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What somebody must look at: who and whom in the audit, that it happened in the log and in a count. */
@Component
final class SecurityAlerts {

    private static final Logger LOG = LoggerFactory.getLogger(SecurityAlerts.class);

    private final MeterRegistry metrics;

    SecurityAlerts(MeterRegistry metrics) {
        this.metrics = metrics;
    }

    /** Once for each person in an operation. */
    void raise(Operation operation, String kind, PersonKey person) {
        var event = new AuditFact.SecurityEvent(kind, person, null);
        if (operation.isNew(event)) {
            operation.audit().record(event);
            metrics.counter("weft.access.alert", "kind", kind).increment();
            LOG.warn("Somebody must look at this: {}. Who and whom is in the audit, kind SECURITY_EVENT", kind);
        }
    }
}
