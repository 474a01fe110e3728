package care.weft.gateway.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import care.weft.http.BeforeSending;
import care.weft.spi.Deadline;
import care.weft.spi.Endpoint;
import care.weft.spi.Fault;
import care.weft.spi.HttpCall;
import care.weft.spi.HttpReply;
import care.weft.spi.PartnerException;
import care.weft.spi.PartnerHttp;
import care.weft.spi.model.PartnerId;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import reactor.core.publisher.Mono;
import reactor.test.scheduler.VirtualTimeScheduler;

/** A guarded partner that answers as told, in time that a test moves. Retries wait as long as they may. */
final class GuardedPartner {

    static final Endpoint HOME = new Endpoint("trust", URI.create("https://trust.example/fhir"));
    static final Endpoint ELSEWHERE = new Endpoint("P84009", URI.create("https://elsewhere.example/fhir"));
    static final HttpCall CALL = HttpCall.get("Patient/7").query("about", "somebody");
    static final HttpCall OTHER_CALL = HttpCall.get("Appointment");

    /** Failures until the default circuit opens. */
    static final int ENOUGH = 10;

    final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    /** What was truly sent: endpoint and call. */
    final List<String> sent = Collections.synchronizedList(new ArrayList<>());

    private final VirtualTimeScheduler time = VirtualTimeScheduler.create();
    private final GuardedPartnerHttp http;
    private BiFunction<Endpoint, HttpCall, Mono<HttpReply>> answer = (_, _) -> Mono.just(reply(200));
    private Deadline deadline = Deadline.in(Duration.ofHours(1));

    GuardedPartner(ResilienceSettings settings) {
        InstantSource clock = () -> Instant.ofEpochMilli(time.now(TimeUnit.MILLISECONDS));
        http = new GuardedPartnerHttp(
                new Scripted(HOME),
                new PartnerId("trust"),
                HOME,
                Duration.ofSeconds(2),
                settings,
                registry,
                clock.withZone(ZoneOffset.UTC),
                time,
                () -> Math.nextDown(1.0));
    }

    static GuardedPartner withDefaults() {
        return new GuardedPartner(settings(2));
    }

    /** Its circuits are judged alone. */
    static GuardedPartner withoutRetries() {
        return new GuardedPartner(settings(0));
    }

    private static ResilienceSettings settings(int retries) {
        return settings(retries, 0);
    }

    private static ResilienceSettings settings(int retries, int hedgePercent) {
        return new ResilienceSettings(
                true,
                20,
                ENOUGH,
                50,
                Duration.ofSeconds(2),
                3,
                retries,
                Duration.ofMillis(50),
                Duration.ofMillis(500),
                Duration.ofSeconds(1),
                20,
                3,
                hedgePercent);
    }

    /** Circuits that do not open, so that retries are judged alone. */
    static GuardedPartner withRetriesAlone(int retries) {
        return withoutCircuits(retries, 0);
    }

    /** As by default, with second calls for late answers. */
    static GuardedPartner guardedAndHedging() {
        return new GuardedPartner(settings(2, 10));
    }

    /** Circuits that do not open, and second calls for late answers. */
    static GuardedPartner hedging(int hedgePercent) {
        return withoutCircuits(0, hedgePercent);
    }

    private static GuardedPartner withoutCircuits(int retries, int hedgePercent) {
        return new GuardedPartner(new ResilienceSettings(
                true,
                10_000,
                10_000,
                100,
                Duration.ofSeconds(2),
                3,
                retries,
                Duration.ofMillis(50),
                Duration.ofMillis(500),
                Duration.ofSeconds(1),
                20,
                3,
                hedgePercent));
    }

    GuardedPartner answering(BiFunction<Endpoint, HttpCall, Mono<HttpReply>> answer) {
        this.answer = answer;
        return this;
    }

    GuardedPartner answering(int status) {
        return answering((_, _) -> Mono.just(reply(status)));
    }

    GuardedPartner answering(int status, String retryAfter) {
        return answering((_, _) -> Mono.just(new HttpReply(
                status, Map.of("retry-after", retryAfter), new byte[0], Instant.parse("2026-03-02T09:30:00Z"))));
    }

    GuardedPartner failing(Fault fault) {
        return answering((_, _) -> Mono.error(new PartnerException(fault, "as told")));
    }

    GuardedPartner within(Duration deadline) {
        this.deadline = Deadline.in(deadline);
        return this;
    }

    static HttpReply reply(int status) {
        return new HttpReply(status, Map.of(), new byte[0], Instant.EPOCH);
    }

    void forward(Duration duration) {
        time.advanceTimeBy(duration);
    }

    Mono<HttpReply> send(HttpCall call) {
        return http.send(call, deadline);
    }

    PartnerHttp at(Endpoint endpoint) {
        return http.at(endpoint);
    }

    /** Asks so many times, one after another, and waits for all retries. */
    void ask(int times) {
        for (int time = 0; time < times; time++) {
            ask(CALL);
        }
    }

    /** What a call comes to after all its retries: a status, or a fault and its message. */
    String ask(HttpCall call) {
        return ended(send(call));
    }

    String ended(Mono<HttpReply> sending) {
        var ends = new ArrayList<String>();
        sending.subscribe(reply -> ends.add(String.valueOf(reply.status())), failure -> ends.add(words(failure)));
        if (ends.isEmpty()) {
            time.advanceTimeBy(Duration.ofSeconds(5));
        }
        assertThat(ends).hasSize(1);
        return ends.getFirst();
    }

    private static String words(Throwable failure) {
        return failure instanceof PartnerException known
                ? known.fault() + ": " + known.getMessage()
                : String.valueOf(failure);
    }

    List<String> openCircuits() {
        return http.openCircuits();
    }

    double level(String endpoint, String operation) {
        return registry.get("weft.partner.circuit")
                .tags("partner", "trust", "endpoint", endpoint, "operation", operation)
                .gauge()
                .value();
    }

    /** An answer so long after its call. */
    Mono<HttpReply> after(Duration time, int status) {
        return Mono.delay(time, this.time).map(_ -> reply(status));
    }

    double hedges() {
        return registry.get("weft.partner.hedge").counter().count();
    }

    /** How many retries are left. */
    double budget() {
        return registry.get("weft.partner.retry.budget")
                .tags("partner", "trust")
                .gauge()
                .value();
    }

    double retries() {
        return registry.get("weft.partner.retry").counter().count();
    }

    private final class Scripted implements PartnerHttp {

        private final Endpoint endpoint;

        Scripted(Endpoint endpoint) {
            this.endpoint = endpoint;
        }

        @Override
        public PartnerHttp at(Endpoint other) {
            return new Scripted(other);
        }

        @Override
        public Mono<HttpReply> send(HttpCall call, Deadline deadline) {
            return Mono.deferContextual(context -> {
                var before = BeforeSending.in(context);
                before.check();
                before.sends();
                sent.add(endpoint.id() + " " + call);
                return answer.apply(endpoint, call);
            });
        }
    }
}
