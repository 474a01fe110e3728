package care.weft.http;

import static org.assertj.core.api.Assertions.assertThat;

import care.weft.spi.Endpoint;
import care.weft.spi.Fault;
import care.weft.spi.HttpCall;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

/** One answer has its own time, which waiting for a connection does not use up. */
class AnswerTimeoutTests {

    private static final Duration TIMEOUT = Duration.ofMillis(400);

    private final DisposableServer partner = HttpServer.create()
            .host("127.0.0.1")
            .route(routes -> routes.get(
                            "/slow",
                            (_, response) -> response.sendString(Mono.just("x").delayElement(Duration.ofMillis(150))))
                    .get("/never", (_, response) -> response.sendString(Mono.never()))
                    .get(
                            "/trickle",
                            (_, response) -> response.sendString(
                                    Flux.interval(Duration.ofMillis(50)).map(_ -> "x"))))
            .bindNow();

    @AfterEach
    void stop() {
        partner.disposeNow();
    }

    @Test
    void aCallThatWaitsForAConnectionLongerThanThatIsStillAnswered() {
        try (var http = client()) {
            // One connection: the sixth waits for three quarters of a second.
            var answers = Flux.range(0, 6)
                    .flatMap(_ -> http.send(HttpCall.get("slow"), Calls.plenty()))
                    .collectList()
                    .block(Duration.ofSeconds(5));

            assertThat(answers).hasSize(6);
        }
    }

    @Test
    void anAnswerThatDoesNotBeginOrDoesNotEndIsTooLateLongBeforeTheDeadline() {
        try (var http = client()) {
            for (var path : new String[] {"never", "trickle"}) {
                long before = System.nanoTime();

                assertThat(Calls.failure(http, HttpCall.get(path)).fault()).isEqualTo(Fault.TIMED_OUT);
                assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(4));
            }
        }
    }

    private ReactorPartnerHttp client() {
        var endpoint = new Endpoint("slow", URI.create("http://127.0.0.1:" + partner.port() + "/"));
        return ReactorPartnerHttp.open(PartnerHttpSettings.of(endpoint, 1, 0).withAnswerTimeout(TIMEOUT), Calls.CLOCK);
    }
}
