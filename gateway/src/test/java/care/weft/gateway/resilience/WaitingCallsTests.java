package care.weft.gateway.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import care.weft.http.PartnerHttpSettings;
import care.weft.http.ReactorPartnerHttp;
import care.weft.spi.Deadline;
import care.weft.spi.Endpoint;
import care.weft.spi.Fault;
import care.weft.spi.HttpCall;
import care.weft.spi.PartnerException;
import care.weft.spi.model.PartnerId;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

/** Calls that wait for a connection of a partner that takes two at once. */
class WaitingCallsTests {

    private static final int CALLS = 60;
    private static final int AT_ONCE = 2;
    private static final Duration ANSWER_TIMEOUT = Duration.ofMillis(100);
    private static final Duration DEADLINE = Duration.ofMillis(150);
    private static final Duration BETWEEN = Duration.ofMillis(5);
    private static final Duration SLOW = Duration.ofMillis(60);

    @Test
    void whoWaitsForAPartnerThatHangsIsNotSentOnceTheCircuitIsOpen() {
        var arrived = new AtomicInteger();
        var server = HttpServer.create()
                .port(0)
                .handle((_, _) -> {
                    arrived.incrementAndGet();
                    return Mono.never();
                })
                .bindNow();
        var endpoint = new Endpoint("hanging", URI.create("http://localhost:" + server.port()));
        try (var client = ReactorPartnerHttp.open(
                PartnerHttpSettings.of(endpoint, AT_ONCE, 0).withAnswerTimeout(ANSWER_TIMEOUT), Clock.systemUTC())) {
            var guarded = new GuardedPartnerHttp(
                    client, new PartnerId("hanging"), endpoint, ANSWER_TIMEOUT, settings(), new SimpleMeterRegistry());

            var faults = Flux.range(0, CALLS)
                    .flatMap(
                            _ -> guarded.send(HttpCall.get("Patient"), Deadline.in(Duration.ofSeconds(30)))
                                    .map(_ -> Fault.INVALID_ANSWER)
                                    .onErrorResume(PartnerException.class, failed -> Mono.just(failed.fault())),
                            CALLS)
                    .collectList()
                    .block();

            assertThat(Objects.requireNonNull(faults)).hasSize(CALLS).containsOnly(Fault.TIMED_OUT, Fault.UNAVAILABLE);
            assertThat(arrived).hasValueBetween(GuardedPartner.ENOUGH, GuardedPartner.ENOUGH + AT_ONCE);
            assertThat(guarded.openCircuits()).containsExactly("hanging/Patient");
        } finally {
            server.disposeNow();
        }
    }

    /** The partner was not asked, and may be well. */
    @Test
    void aQueueOfOurOwnThatIsFullOpensNoCircuit() {
        var server = HttpServer.create()
                .port(0)
                .handle((_, response) -> Mono.delay(Duration.ofMillis(200))
                        .then(response.status(200).send()))
                .bindNow();
        var endpoint = new Endpoint("slow", URI.create("http://localhost:" + server.port()));
        try (var client = ReactorPartnerHttp.open(
                PartnerHttpSettings.of(endpoint, 1, 0).withMaxWaitingCalls(1), Clock.systemUTC())) {
            var guarded = new GuardedPartnerHttp(
                    client, new PartnerId("slow"), endpoint, ANSWER_TIMEOUT, settings(), new SimpleMeterRegistry());

            var told = Flux.range(0, CALLS)
                    .flatMap(
                            _ -> guarded.send(HttpCall.get("Patient"), Deadline.in(Duration.ofSeconds(30)))
                                    .map(_ -> "answered")
                                    .onErrorResume(
                                            PartnerException.class,
                                            failed -> Mono.just(failed.fault() + " " + failed.getMessage())),
                            CALLS)
                    .collectList()
                    .block();

            assertThat(Objects.requireNonNull(told))
                    .hasSize(CALLS)
                    .containsOnly("answered", "UNAVAILABLE too many calls wait for a connection")
                    .filteredOn("answered"::equals)
                    .hasSize(2);
            assertThat(guarded.openCircuits()).isEmpty();
        } finally {
            server.disposeNow();
        }
    }

    /** All but the first few have waited for a connection for so long that their own deadline cuts them off, and not the partner's timeout. */
    @Test
    void aPartnerThatHangsOpensItsCircuitHoweverManyWaitForIt() {
        var hanging = HttpServer.create().port(0).handle((_, _) -> Mono.never()).bindNow();
        try {
            assertThat(crowd(hanging).openCircuits()).containsExactly("crowded/Patient");
        } finally {
            hanging.disposeNow();
        }
    }

    /** It is our own few connections that most wait for; who gets one, gets it in time. */
    @Test
    void aPartnerThatAnswersGoesOnToHoweverManyWaitForIt() {
        var slow = HttpServer.create()
                .port(0)
                .handle((_, response) ->
                        Mono.delay(SLOW).then(response.status(200).send()))
                .bindNow();
        try {
            var crowd = crowd(slow);

            assertThat(crowd.openCircuits()).isEmpty();
            long connectionTime = BETWEEN.multipliedBy(2 * CALLS).toMillis() * AT_ONCE;
            assertThat(crowd.answered())
                    .as("at least half of what its connections are good for")
                    .isGreaterThan((int) (connectionTime / SLOW.toMillis() / 2));
        } finally {
            slow.disposeNow();
        }
    }

    private record Crowd(int answered, List<String> openCircuits) {}

    /** Several times as many as it has connections for, evenly, each with little more time than one answer may take. */
    private static Crowd crowd(DisposableServer server) {
        var endpoint = new Endpoint("crowded", URI.create("http://localhost:" + server.port()));
        try (var client = ReactorPartnerHttp.open(
                PartnerHttpSettings.of(endpoint, AT_ONCE, 0).withAnswerTimeout(ANSWER_TIMEOUT), Clock.systemUTC())) {
            var guarded = new GuardedPartnerHttp(
                    client, new PartnerId("crowded"), endpoint, ANSWER_TIMEOUT, settings(), new SimpleMeterRegistry());
            var answered = Flux.interval(BETWEEN)
                    .take(2 * CALLS)
                    .flatMap(
                            _ -> guarded.send(HttpCall.get("Patient"), Deadline.in(DEADLINE))
                                    .onErrorComplete(PartnerException.class),
                            2 * CALLS)
                    .count()
                    .blockOptional();
            return new Crowd(answered.orElseThrow().intValue(), guarded.openCircuits());
        }
    }

    private static ResilienceSettings settings() {
        return new ResilienceSettings(
                true,
                20,
                GuardedPartner.ENOUGH,
                50,
                Duration.ofMinutes(1),
                3,
                2,
                Duration.ofMillis(50),
                Duration.ofMillis(500),
                Duration.ofSeconds(1),
                20,
                3,
                0);
    }
}
