package care.weft.gateway.partner;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import care.weft.gateway.testing.SettableClock;
import care.weft.http.BearerToken;
import care.weft.spi.Fault;
import care.weft.spi.PartnerException;
import io.netty.handler.codec.http.HttpHeaderNames;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

class ClientCredentialsTokenTests {

    private static final String GRANTED =
            "{\"access_token\":\"token-%d\",\"token_type\":\"Bearer\",\"expires_in\":3600}";

    private final SettableClock clock = new SettableClock();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private volatile int status = 200;
    private volatile String answer = GRANTED;

    private final DisposableServer issuer = HttpServer.create()
            .host("127.0.0.1")
            .port(0)
            .handle((request, response) -> request.receive()
                    .aggregate()
                    .asString()
                    .delayElement(Duration.ofMillis(20))
                    .flatMap(form -> {
                        requests.add(request.requestHeaders().get(HttpHeaderNames.AUTHORIZATION) + " " + form);
                        return response.status(status)
                                .header(HttpHeaderNames.CONTENT_TYPE, "application/json")
                                .sendString(Mono.just(answer.formatted(requests.size())))
                                .then();
                    }))
            .bindNow();

    private final BearerToken token = new ClientCredentialsToken(
            new PartnerSettings.Oauth2("http://127.0.0.1:" + issuer.port() + "/token", "weft", "s3cret", "read search"),
            clock);

    @AfterEach
    void close() {
        issuer.disposeNow(Duration.ofSeconds(1));
    }

    @Test
    void theClientPresentsItsCredentialsAndScope() {
        assertThat(token.token().block()).isEqualTo("token-1");
        var basic = Base64.getEncoder().encodeToString("weft:s3cret".getBytes(StandardCharsets.UTF_8));
        assertThat(requests).containsExactly("Basic " + basic + " grant_type=client_credentials&scope=read+search");
    }

    @Test
    void callsThatNeedATokenTogetherShareOneRequest() {
        assertThat(Flux.range(0, 50)
                        .flatMap(call -> token.token(), 50)
                        .collectList()
                        .block())
                .hasSize(50)
                .containsOnly("token-1");
        assertThat(requests).hasSize(1);
    }

    @Test
    void aTokenIsKeptUntilShortlyBeforeItsEnd() {
        token.token().block();
        clock.forward(Duration.ofSeconds(3569));
        assertThat(token.token().block()).isEqualTo("token-1");
        clock.forward(Duration.ofSeconds(2));
        assertThat(token.token().block()).isEqualTo("token-2");
    }

    @Test
    void aTokenOfShortLifeIsKeptForMostOfIt() {
        answer = GRANTED.replace("3600", "20");
        token.token().block();
        clock.forward(Duration.ofSeconds(17));
        assertThat(token.token().block()).isEqualTo("token-1");
        clock.forward(Duration.ofSeconds(2));
        assertThat(token.token().block()).isEqualTo("token-2");
    }

    @Test
    void aRefusedTokenIsReplacedOnceForAllWhoHeldIt() {
        var first = requireNonNull(token.token().block());
        clock.forward(Duration.ofMinutes(1));

        assertThat(Flux.range(0, 20)
                        .flatMap(call -> token.instead(first), 20)
                        .collectList()
                        .block())
                .hasSize(20)
                .containsOnly("token-2");
        assertThat(token.instead(first).block()).isEqualTo("token-2");
        assertThat(token.token().block()).isEqualTo("token-2");
        assertThat(requests).hasSize(2);
    }

    @Test
    void aTokenRefusedAtOnceIsNotReplaced() {
        var first = requireNonNull(token.token().block());
        assertThat(token.instead(first).blockOptional()).isEmpty();
        assertThat(requests).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "401 | {'error':'invalid_client','error_description':'weft is unknown'} | REFUSED",
                "400 | {'error':'invalid_scope'} | REFUSED",
                "400 | {'error':'temporarily_unavailable'} | UNAVAILABLE",
                "500 | oops | UNAVAILABLE",
                "200 | <html>login</html> | UNAVAILABLE",
                "200 | {} | UNAVAILABLE",
            })
    void aTokenEndpointThatFails(int code, String said, Fault fault) {
        status = code;
        answer = said.replace('\'', '"');
        var failure = failure();
        assertThat(failure.fault()).isEqualTo(fault);
        assertThat(failure).hasMessageNotContainingAny("weft", "invalid", "html", "oops");

        // It is asked again the next time.
        status = 200;
        answer = GRANTED;
        assertThat(token.token().block()).isEqualTo("token-2");
    }

    @Test
    void aTokenEndpointThatIsNotThere() {
        issuer.disposeNow(Duration.ofSeconds(1));
        var failure = failure();
        assertThat(failure.fault()).isEqualTo(Fault.UNAVAILABLE);
        assertThat(failure).hasMessage("no token from the token endpoint");
    }

    private PartnerException failure() {
        var failure =
                catchThrowableOfType(PartnerException.class, () -> token.token().block());
        assertThat(failure).isNotNull();
        return failure;
    }
}
