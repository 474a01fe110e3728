package care.weft.gateway.resilience;

import care.weft.spi.Deadline;
import care.weft.spi.Endpoint;
import care.weft.spi.HttpCall;
import care.weft.spi.HttpReply;
import care.weft.spi.PartnerHttp;
import care.weft.spi.model.PartnerId;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * A partner's client that spares a partner in trouble, and its callers.
 *
 * <ul>
 *   <li>An operation, which is the first step of a call's path, has a circuit at each endpoint. While too many of its latest
 *       calls failed it is open: calls fail at once with {@code UNAVAILABLE} and are not sent. Then a few probes decide.
 *   <li>A call that failed in a way that may pass is sent again, within its deadline and the partner's budget of retries.
 *   <li>Where a place wants it, a call whose answer is late is sent a second time beside the first, for a few calls among a hundred.
 *   <li>A failure is a time-out, a broken connection or a 5xx: not a refusal, a rate limit, or an answer that makes no sense. A
 *       call that was cancelled says nothing of the partner, and counts as nothing. Nor does one that its caller's deadline cut off, unless
 *       it was sent, had half the time of an answer, and no other call of the operation was answered meanwhile.
 * </ul>
 */
public final class GuardedPartnerHttp implements PartnerHttp {

    private static final long START = System.nanoTime();

    /** A correction of the wall clock must not keep a circuit open. */
    private static final Clock STEADY =
            ((InstantSource) () -> Instant.EPOCH.plusNanos(System.nanoTime() - START)).withZone(ZoneOffset.UTC);

    private final PartnerHttp calls;
    private final Endpoint home;
    private final Circuits circuits;
    private final Retries retries;
    private final Hedging hedging;
    private final ConcurrentMap<Endpoint, GuardedEndpoint> endpoints = new ConcurrentHashMap<>();

    /**
     * Puts it around a client.
     *
     * @param calls what is guarded
     * @param home where {@code calls} sends to
     * @param answerTimeout how long {@code calls} waits for an answer
     */
    public GuardedPartnerHttp(
            PartnerHttp calls,
            PartnerId partner,
            Endpoint home,
            Duration answerTimeout,
            ResilienceSettings settings,
            MeterRegistry registry) {
        this(
                calls,
                partner,
                home,
                answerTimeout,
                settings,
                registry,
                STEADY,
                Schedulers.parallel(),
                () -> ThreadLocalRandom.current().nextDouble());
    }

    GuardedPartnerHttp(
            PartnerHttp calls,
            PartnerId partner,
            Endpoint home,
            Duration answerTimeout,
            ResilienceSettings settings,
            MeterRegistry registry,
            Clock clock,
            Scheduler scheduler,
            DoubleSupplier chance) {
        this.calls = calls;
        this.home = home;
        circuits = new Circuits(partner, settings, answerTimeout.dividedBy(2), registry, clock);
        retries = new Retries(settings, chance, scheduler);
        hedging = new Hedging(settings, retries, clock, scheduler);
        Gauge.builder("weft.partner.retry.budget", retries, Retries::left)
                .description("Retries that the partner's calls have earned and not used")
                .tag("partner", partner.value())
                .register(registry);
    }

    @Override
    public PartnerHttp at(Endpoint endpoint) {
        return endpoints.computeIfAbsent(
                endpoint,
                address -> new GuardedEndpoint(
                        calls.at(address), address.base(), circuits.of(address.id()), retries, hedging, this::at));
    }

    @Override
    public Mono<HttpReply> send(HttpCall call, Deadline deadline) {
        return at(home).send(call, deadline);
    }

    /** The circuits that hold calls back, as endpoint and operation, such as {@code trust/Patient}; in order. */
    public List<String> openCircuits() {
        return circuits.open();
    }
}
