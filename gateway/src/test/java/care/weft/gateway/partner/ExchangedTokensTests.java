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
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;

class ExchangedTokensTests {

    private static final String GRANTED = """
            {"access_token":"token-%d","issued_token_type":"urn:ietf:params:oauth:token-type:access_token",\
            "token_type":"Bearer","expires_in":300}""";

    private final SettableClock clock = new SettableClock();
    private final TokenIssuer issuer = new TokenIssuer(GRANTED);

    private final PartnerSettings.TokenExchange settings =
            new PartnerSettings.TokenExchange(issuer.uri(), "weft", "s3cret", "https://trust.example", "patient.read");

    private final BearerToken tokens = new ExchangedTokens(settings, null, clock);

    @AfterEach
    void close() {
        issuer.close();
    }

    @Test
    void theUsersTokenIsExchangedForOneThatIsForThePartnerAlone() {
        assertThat(token("ann")).isEqualTo("token-1");

        var basic = Base64.getEncoder().encodeToString("weft:s3cret".getBytes(StandardCharsets.UTF_8));
        assertThat(issuer.requests()).hasSize(1);
        assertThat(issuer.requests().getFirst()).startsWith("Basic " + basic + " ");
        assertThat(issuer.requests().getFirst().substring(basic.length() + 7).split("&"))
                .containsExactlyInAnyOrder(
                        "grant_type=urn:ietf:params:oauth:grant-type:token-exchange",
                        "requested_token_type=urn:ietf:params:oauth:token-type:access_token",
                        "subject_token=ann",
                        "subject_token_type=urn:ietf:params:oauth:token-type:access_token",
                        "audience=https://trust.example",
                        "scope=patient.read");
    }

    @Test
    void eachUsersTokenHasOneOfItsOwnWhichItsCallsShare() {
        var got = requireNonNull(Flux.range(0, 50)
                .flatMap(
                        call -> {
                            var user = call % 2 == 0 ? "ann" : "bob";
                            return as(user, tokens.token()).map(token -> user + " " + token);
                        },
                        50)
                .collectList()
                .block());

        assertThat(got).hasSize(50);
        assertThat(Stream.of("ann", "bob")
                        .map(user -> got.stream()
                                .filter(each -> each.startsWith(user))
                                .map(each -> each.substring(user.length() + 1))
                                .distinct()
                                .toList()))
                .allSatisfy(theirs -> assertThat(theirs).hasSize(1))
                .doesNotHaveDuplicates();
        assertThat(issuer.requests()).hasSize(2);
    }

    @Test
    void aTokenIsKeptUntilShortlyBeforeItsEnd() {
        token("ann");
        clock.forward(Duration.ofSeconds(269));
        assertThat(token("ann")).isEqualTo("token-1");
        clock.forward(Duration.ofSeconds(2));
        assertThat(token("ann")).isEqualTo("token-2");
    }

    @Test
    void aTokenThatThePartnerRefusesIsExchangedOnceMoreForAllWhoHeldIt() {
        var first = token("ann");
        clock.forward(Duration.ofMinutes(1));

        assertThat(Flux.range(0, 20)
                        .flatMap(call -> as("ann", tokens.instead(first)), 20)
                        .collectList()
                        .block())
                .hasSize(20)
                .containsOnly("token-2");
        assertThat(token("ann")).isEqualTo("token-2");
        assertThat(as("ann", tokens.instead("token-2")).blockOptional())
                .as("it is fresh: another would be refused too")
                .isEmpty();
        assertThat(issuer.requests()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400 | {'error':'invalid_grant','error_description':'ann has gone'} | REFUSED",
                "400 | {'error':'access_denied'} | REFUSED",
                "400 | {'error':'invalid_request'} | REFUSED",
                "400 | {'error':'invalid_target'} | REFUSED",
                "401 | {'error':'invalid_client'} | REFUSED",
                "400 | {'error':'interaction_required'} | REFUSED",
                "400 | {'error':'temporarily_unavailable'} | UNAVAILABLE",
                "503 | oops | UNAVAILABLE",
                "200 | {} | UNAVAILABLE",
                "200 | {'access_token':'ann','token_type':'Bearer','expires_in':300} | INVALID_ANSWER",
            })
    void anExchangeThatFailsIsToldOfThatUserAloneAndNeverReplacedByAnotherToken(int code, String said, Fault fault) {
        issuer.answers(code, said.replace('\'', '"'));
        var own = new ExchangedTokens(settings, () -> Mono.just("the gateway's own"), clock);
        var failure = catchThrowableOfType(
                PartnerException.class, () -> as("ann", own.token()).block());

        assertThat(failure.fault()).isEqualTo(fault);
        assertThat(failure).hasMessageNotContainingAny("ann", "weft", "invalid", "oops");

        // It is asked again the next time, and others are not told what became of this one.
        issuer.answers(200, GRANTED);
        assertThat(as("bob", own.token()).block()).isEqualTo("token-2");
        assertThat(as("ann", own.token()).block()).isEqualTo("token-3");
    }

    @Test
    void anEndpointThatIsNotThereMayBeAskedAgain() {
        issuer.close();
        assertThat(catchThrowableOfType(PartnerException.class, () -> token("ann"))
                        .fault())
                .isEqualTo(Fault.UNAVAILABLE);
    }

    @Test
    void underItsOwnAuthorityTheGatewayHasItsOwnTokenOrNone() {
        var own = new ExchangedTokens(settings, () -> Mono.just("the gateway's own"), clock);

        assertThat(own.token().block()).isEqualTo("the gateway's own");
        assertThat(own.instead("the gateway's own").blockOptional()).isEmpty();
        assertThat(catchThrowableOfType(
                                PartnerException.class, () -> tokens.token().block())
                        .fault())
                .isEqualTo(Fault.REFUSED);
        assertThat(issuer.requests()).isEmpty();
    }

    @Test
    void nothingThatIsKeptOrCarriedShowsAToken() {
        var context = SubjectToken.in(Context.empty(), "s3cret");

        assertThat(context.toString()).doesNotContain("s3cret");
        assertThat(SubjectToken.of(context).orElseThrow().digest()).hasSize(64).doesNotContain("s3cret");
        assertThat(new IssuedToken("s3cret", clock.instant(), clock.instant()).toString())
                .doesNotContain("s3cret");
        assertThat(settings.toString()).doesNotContain("s3cret");
    }

    private String token(String user) {
        return requireNonNull(as(user, tokens.token()).block());
    }

    private static <T> Mono<T> as(String user, Mono<T> call) {
        return call.contextWrite(context -> SubjectToken.in(context, user));
    }
}
