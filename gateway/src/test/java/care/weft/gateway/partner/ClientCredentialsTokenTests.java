package care.weft.gateway.partner;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import care.weft.gateway.testing.SettableClock;
import care.weft.http.BearerToken;
import care.weft.spi.Fault;
import care.weft.spi.PartnerException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Flux;

class ClientCredentialsTokenTests {

    private static final String GRANTED =
            "{\"access_token\":\"token-%d\",\"token_type\":\"Bearer\",\"expires_in\":3600}";

    private final SettableClock clock = new SettableClock();
    private final TokenIssuer issuer = new TokenIssuer(GRANTED);

    private final BearerToken token = new ClientCredentialsToken(
            new PartnerSettings.Oauth2(issuer.uri(), "weft", "s3cret", "read search"), clock);

    @AfterEach
    void close() {
        issuer.close();
    }

    @Test
    void theClientPresentsItsCredentialsAndScope() {
        assertThat(token.token().block()).isEqualTo("token-1");
        var basic = Base64.getEncoder().encodeToString("weft:s3cret".getBytes(StandardCharsets.UTF_8));
        assertThat(issuer.requests())
                .containsExactly("Basic " + basic + " grant_type=client_credentials&scope=read search");
    }

    @Test
    void callsThatNeedATokenTogetherShareOneRequest() {
        assertThat(Flux.range(0, 50)
                        .flatMap(call -> token.token(), 50)
                        .collectList()
                        .block())
                .hasSize(50)
                .containsOnly("token-1");
        assertThat(issuer.requests()).hasSize(1);
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
        issuer.answers(200, GRANTED.replace("3600", "20"));
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
        assertThat(issuer.requests()).hasSize(2);
    }

    @Test
    void aTokenRefusedAtOnceIsNotReplaced() {
        var first = requireNonNull(token.token().block());
        assertThat(token.instead(first).blockOptional()).isEmpty();
        assertThat(issuer.requests()).hasSize(1);
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
        issuer.answers(code, said.replace('\'', '"'));
        var failure = failure();
        assertThat(failure.fault()).isEqualTo(fault);
        assertThat(failure).hasMessageNotContainingAny("weft", "invalid", "html", "oops");

        // It is asked again the next time.
        issuer.answers(200, GRANTED);
        assertThat(token.token().block()).isEqualTo("token-2");
    }

    @Test
    void aTokenEndpointThatIsNotThere() {
        issuer.close();
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
