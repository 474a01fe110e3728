package care.weft.gateway.partner;

import care.weft.http.BearerToken;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.endpoint.OAuth2ClientCredentialsGrantRequest;
import org.springframework.security.oauth2.client.endpoint.WebClientReactiveClientCredentialsTokenResponseClient;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import reactor.core.publisher.Mono;

/** The gateway's own token for one partner, by OAuth 2.0 client credentials. Calls that need one together share one request. */
final class ClientCredentialsToken implements BearerToken {

    private final Clock clock;
    private final Mono<IssuedToken> held;
    private volatile @Nullable String refused;

    ClientCredentialsToken(PartnerSettings.Oauth2 settings, Clock clock) {
        this.clock = clock;
        var request = new OAuth2ClientCredentialsGrantRequest(TokenEndpoint.client(
                AuthorizationGrantType.CLIENT_CREDENTIALS,
                settings.tokenUri(),
                settings.clientId(),
                settings.clientSecret(),
                settings.scope()));
        var client = new WebClientReactiveClientCredentialsTokenResponseClient();
        client.setBodyExtractor(TokenEndpoint.unlogged());
        held = Mono.defer(() -> client.getTokenResponse(request))
                .timeout(TokenEndpoint.PATIENCE)
                .map(response -> IssuedToken.of(response.getAccessToken(), clock.instant()))
                .doOnNext(_ -> refused = null)
                .onErrorMap(failure -> TokenEndpoint.failure(failure, "the gateway"))
                .cacheInvalidateIf(this::spent);
    }

    @Override
    public Mono<String> token() {
        return held.map(IssuedToken::value);
    }

    @Override
    public Mono<String> instead(String token) {
        return held.flatMap(current -> {
            if (!current.value().equals(token)) {
                return Mono.just(current.value());
            }
            if (current.isFresh(clock.instant())) {
                return Mono.empty();
            }
            refused = token;
            return held.map(IssuedToken::value);
        });
    }

    private boolean spent(IssuedToken token) {
        return token.value().equals(refused) || !clock.instant().isBefore(token.until());
    }
}
