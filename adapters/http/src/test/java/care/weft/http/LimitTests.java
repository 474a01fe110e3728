package care.weft.http;

import static care.weft.http.Calls.CLOCK;
import static care.weft.http.Calls.failure;
import static care.weft.http.Calls.in;
import static care.weft.http.Calls.plenty;
import static care.weft.http.Calls.settings;
import static org.assertj.core.api.Assertions.assertThat;

import care.weft.spi.Endpoint;
import care.weft.spi.Fault;
import care.weft.spi.HttpCall;
import care.weft.spi.HttpReply;
import care.weft.spi.PartnerException;
import care.weft.spi.PartnerHttp;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

/** How many calls a partner sees at once, in a second, and waiting. */
class LimitTests {

    private static final HttpCall CALL = HttpCall.get("Task");

    private final AtomicInteger underWay = new AtomicInteger();
    private final AtomicInteger mostAtOnce = new AtomicInteger();
    private final ConcurrentLinkedQueue<Long> arrivals = new ConcurrentLinkedQueue<>();
    private final AtomicInteger slowOnes = new AtomicInteger();

    private final DisposableServer partner = HttpServer.create()
            .host("127.0.0.1")
            .port(0)
            .handle((request, response) -> {
                arrivals.add(System.nanoTime());
                mostAtOnce.accumulateAndGet(underWay.incrementAndGet(), Math::max);
                return Mono.delay(Duration.ofMillis(slowOnes.getAndDecrement() > 0 ? 1200 : 20))
                        .doOnNext(tick -> underWay.decrementAndGet())
                        .then(response.sendString(Mono.just("{}")).then());
            })
            .bindNow();

    @AfterEach
    void close() {
        partner.disposeNow(Duration.ofSeconds(1));
    }

    @Test
    void noMoreCallsAreUnderWayThanDeclared() {
        try (var http = open(PartnerHttpSettings.of(endpoint("a"), 3, 0))) {
            assertThat(sendAtOnce(http, 60)).hasSize(60).allMatch(HttpReply::successful);
            assertThat(mostAtOnce).hasValue(3);
        }
    }

    @Test
    void eachEndpointHasItsOwnLimitAndKeepsIt() {
        try (var http = open(PartnerHttpSettings.of(endpoint("a"), 2, 0))) {
            var replies = Flux.merge(
                            all(http, 20),
                            all(http.at(endpoint("b")), 20),
                            all(http.at(endpoint("b")).at(endpoint("a")), 20))
                    .collectList()
                    .block();
            assertThat(replies).hasSize(60);
            assertThat(mostAtOnce).hasValue(4);
        }
    }

    @Test
    void waitingForAConnectionEndsWithTheDeadlineAndNotBefore() {
        slowOnes.set(1);
        try (var http = open(PartnerHttpSettings.of(endpoint("a"), 1, 0))) {
            var first = http.send(CALL, plenty()).toFuture();
            assertThat(failure(http, CALL, in(200)).fault()).isEqualTo(Fault.TIMED_OUT);
            assertThat(http.send(CALL, plenty()).block()).isNotNull();
            assertThat(first).isCompleted();
            assertThat(arrivals).hasSize(2);
        }
    }

    @Test
    void tooManyWaitingCallsFailAtOnce() {
        var narrow = PartnerHttpSettings.of(endpoint("a"), 1, 0)
                .withMaxWaitingCalls(2)
                .withAnswerTimeout(Duration.ofSeconds(60));
        try (var http = open(narrow)) {
            var faults = Flux.range(0, 10)
                    .flatMap(each -> http.send(CALL, plenty())
                            .map(reply -> "answered")
                            .onErrorResume(
                                    PartnerException.class,
                                    failure -> Mono.just(failure.fault() + " " + failure.getMessage())))
                    .collectList()
                    .block();
            assertThat(faults)
                    .hasSize(10)
                    .contains("answered")
                    .containsOnly("answered", "UNAVAILABLE too many calls wait for a connection");
            assertThat(faults).filteredOn("answered"::equals).hasSize(3);
        }
    }

    @Test
    void howManyCallsAreUnderWayAndWaitingIsTold() throws InterruptedException {
        slowOnes.set(2);
        try (var http = open(PartnerHttpSettings.of(endpoint("a"), 1, 0))) {
            assertThat(occupancy(http)).isEqualTo("0 and 0");
            var calls = Flux.merge(all(http, 3), all(http.at(endpoint("b")), 2))
                    .collectList()
                    .toFuture();
            assertBecomes(http, "2 and 3");

            assertThat(calls.join()).hasSize(5);
            assertBecomes(http, "0 and 0");
        }
    }

    private static String occupancy(ReactorPartnerHttp http) {
        return http.callsUnderWay() + " and " + http.callsWaiting();
    }

    private static void assertBecomes(ReactorPartnerHttp http, String expected) throws InterruptedException {
        for (int wait = 0; wait < 100 && !occupancy(http).equals(expected); wait++) {
            TimeUnit.MILLISECONDS.sleep(10);
        }
        assertThat(occupancy(http)).isEqualTo(expected);
    }

    @Test
    void noMoreCallsStartInASecondThanDeclared() {
        try (var http = open(PartnerHttpSettings.of(endpoint("a"), 50, 10))) {
            assertThat(sendAtOnce(http, 15)).hasSize(15);
            assertPaced(10);
        }
    }

    @Test
    void callsThatWaitedForSlowOnesDoNotCrowdTheNextSecond() {
        slowOnes.set(3);
        try (var http = open(PartnerHttpSettings.of(endpoint("a"), 3, 3))) {
            // The second three have their turn after 1 s and a connection after 1.2 s, the third three both after 2 s.
            assertThat(sendAtOnce(http, 9)).hasSize(9);
            assertPaced(3);
        }
    }

    @Test
    void aCallWhoseTurnComesTooLateFailsAtOnce() {
        try (var http = open(PartnerHttpSettings.of(endpoint("a"), 50, 5))) {
            assertThat(sendAtOnce(http, 5)).hasSize(5);
            long began = System.nanoTime();
            assertThat(failure(http, CALL, in(600)).fault()).isEqualTo(Fault.RATE_LIMITED);
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofMillis(300));
            assertThat(arrivals).hasSize(5);
        }
    }

    @Test
    void whoeverLeavesBeforeTheirTurnLeavesItToOthers() {
        try (var http = open(PartnerHttpSettings.of(endpoint("a"), 50, 5))) {
            assertThat(sendAtOnce(http, 5)).hasSize(5);
            for (int call = 0; call < 40; call++) {
                http.send(CALL, plenty()).subscribe().dispose();
            }
            // After all of them it would come too late.
            assertThat(http.send(CALL, in(1_500)).block()).isNotNull();
            assertThat(arrivals).hasSize(6);
        }
    }

    /** Fifty milliseconds of slack for the way to the partner. */
    private void assertPaced(int perSecond) {
        var sorted = arrivals.stream().mapToLong(Long::longValue).sorted().toArray();
        assertThat(LongStream.range(perSecond, sorted.length)
                        .map(at -> sorted[(int) at] - sorted[(int) at - perSecond]))
                .allSatisfy(apart -> assertThat(Duration.ofNanos(apart)).isGreaterThan(Duration.ofMillis(950)));
    }

    private static List<HttpReply> sendAtOnce(PartnerHttp http, int calls) {
        return Objects.requireNonNull(all(http, calls).collectList().block());
    }

    private static Flux<HttpReply> all(PartnerHttp http, int calls) {
        return Flux.range(0, calls).flatMap(each -> http.send(CALL, plenty()), calls);
    }

    private Endpoint endpoint(String id) {
        return new Endpoint(id, URI.create("http://127.0.0.1:" + partner.port() + "/"));
    }

    private static ReactorPartnerHttp open(PartnerHttpSettings settings) {
        return ReactorPartnerHttp.open(settings, CLOCK);
    }
}
