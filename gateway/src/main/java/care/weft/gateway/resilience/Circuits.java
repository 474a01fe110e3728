package care.weft.gateway.resilience;

import care.weft.spi.model.PartnerId;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.StateTransition;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowSynchronizationStrategy;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The circuits of one partner, made when they are first used, each with its metrics and its lines in the log. */
final class Circuits {

    /** Of an operation that is none of an adapter's own. */
    static final String OTHER = "other";

    /** More operations than any interface has: an adapter that puts identifiers there must not fill the memory. */
    static final int MOST_OPERATIONS = 100;

    private static final Logger LOG = LoggerFactory.getLogger(Circuits.class);

    private final PartnerId partner;
    private final CircuitBreakerConfig configuration;
    private final Duration patience;
    private final MeterRegistry registry;
    private final ConcurrentMap<String, OfEndpoint> byEndpoint = new ConcurrentHashMap<>();

    /**
     * None yet.
     *
     * @param patience how long a call waits at least before its partner may be called silent
     * @param clock by which circuits stay open
     */
    Circuits(PartnerId partner, ResilienceSettings settings, Duration patience, MeterRegistry registry, Clock clock) {
        this.partner = partner;
        this.patience = patience;
        this.registry = registry;
        configuration = CircuitBreakerConfig.custom()
                // Event loops record what came of calls, and may not wait for each other.
                .slidingWindow(
                        settings.window(),
                        settings.minimumCalls(),
                        SlidingWindowType.COUNT_BASED,
                        SlidingWindowSynchronizationStrategy.LOCK_FREE)
                .failureRateThreshold(settings.failurePercent())
                .waitDurationInOpenState(settings.openFor())
                .permittedNumberOfCallsInHalfOpenState(settings.probes())
                .clock(clock)
                .build();
    }

    OfEndpoint of(String endpointId) {
        return byEndpoint.computeIfAbsent(endpointId, OfEndpoint::new);
    }

    /** The names of those that are not closed, in order. */
    List<String> open() {
        return byEndpoint.values().stream()
                .flatMap(endpoint -> endpoint.byOperation.values().stream())
                .filter(circuit -> circuit.level() > 0)
                .map(Circuit::name)
                .sorted()
                .toList();
    }

    /** The circuits of one endpoint, one for each operation. */
    final class OfEndpoint {

        private final String endpointId;
        private final ConcurrentMap<String, Circuit> byOperation = new ConcurrentHashMap<>();

        private OfEndpoint(String endpointId) {
            this.endpointId = endpointId;
        }

        /** The circuit of an operation that an adapter names. */
        Circuit of(String operation) {
            var known = byOperation.get(operation);
            if (known != null) {
                return known;
            }
            return byOperation.computeIfAbsent(byOperation.size() < MOST_OPERATIONS ? operation : OTHER, this::make);
        }

        /** The circuit of an operation that a partner names: only one that an adapter named before. */
        Circuit ofKnown(String operation) {
            var known = byOperation.get(operation);
            return known == null ? of(OTHER) : known;
        }

        private Circuit make(String operation) {
            var tags = Tags.of("partner", partner.value(), "endpoint", endpointId, "operation", operation);
            var breaker = CircuitBreaker.of(endpointId + "/" + operation, configuration);
            breaker.getEventPublisher().onStateTransition(event -> log(breaker.getName(), event.getStateTransition()));
            var circuit = new Circuit(
                    breaker,
                    patience,
                    Counter.builder("weft.partner.retry")
                            .description("Calls that were sent again")
                            .tags(tags)
                            .register(registry),
                    Counter.builder("weft.partner.hedge")
                            .description("Calls that were sent a second time, since the answer was late")
                            .tags(tags)
                            .register(registry));
            Gauge.builder("weft.partner.circuit", circuit, Circuit::level)
                    .description("0 closed, 1 half-open, 2 open")
                    .tags(tags)
                    .register(registry);
            return circuit;
        }
    }

    /** Not of each probe that fails: that would be a line every few seconds. */
    private void log(String circuit, StateTransition transition) {
        if (transition == StateTransition.CLOSED_TO_OPEN) {
            LOG.info("Circuit {} of partner {} opened: its calls fail at once, but for probes", circuit, partner);
        } else if (transition == StateTransition.HALF_OPEN_TO_CLOSED) {
            LOG.info("Circuit {} of partner {} closed: it answers again", circuit, partner);
        }
    }
}
