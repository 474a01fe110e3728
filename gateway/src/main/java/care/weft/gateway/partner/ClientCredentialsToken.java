package care.weft.gateway.partner;

import care.weft.http.BearerToken;
import care.weft.spi.Fault;
import care.weft.spi.PartnerException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.endpoint.OAuth2ClientCredentialsGrantRequest;
import org.springframework.security.oauth2.client.endpoint.WebClientReactiveClientCredentialsTokenResponseClient;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import reactor.core.publisher.Mono;

/** The gateway's own token for one partner, by OAuth 2.0 client credentials. Calls that need one together share one request. */
final class ClientCredentialsToken implements BearerToken {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration MARGIN = Duration.ofSeconds(30);

    /** A token refused when it is younger is not the trouble; asking for others would only burden the issuer. */
    private static final Duration FRESH = Duration.ofSeconds(10);

    private static final Set<String> REFUSALS = Set.of(
            OAuth2ErrorCodes.INVALID_CLIENT,
            OAuth2ErrorCodes.UNAUTHORIZED_CLIENT,
            OAuth2ErrorCodes.ACCESS_DENIED,
            OAuth2ErrorCodes.INVALID_REQUEST,
            OAuth2ErrorCodes.INVALID_GRANT,
            OAuth2ErrorCodes.INVALID_SCOPE,
            OAuth2ErrorCodes.UNSUPPORTED_GRANT_TYPE);

    /** A token and the time within which it is presented. */
    private record Held(String value, Instant from, Instant until) {}

    private final Clock clock;
    private final Mono<Held> held;
    private volatile @Nullable String refused;

    ClientCredentialsToken(PartnerSettings.Oauth2 settings, Clock clock) {
        this.clock = clock;
        var request = new OAuth2ClientCredentialsGrantRequest(registration(settings));
        var client = new WebClientReactiveClientCredentialsTokenResponseClient();
        held = Mono.defer(() -> client.getTokenResponse(request))
                .timeout(PATIENCE)
                .map(response -> held(response.getAccessToken()))
                .onErrorMap(ClientCredentialsToken::failure)
                .cacheInvalidateIf(this::spent);
    }

    private static ClientRegistration registration(PartnerSettings.Oauth2 settings) {
        var scope = settings.scope();
        return ClientRegistration.withRegistrationId("partner")
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .tokenUri(settings.tokenUri())
                .clientId(settings.clientId())
                .clientSecret(settings.clientSecret())
                .scope(scope == null ? new String[0] : scope.strip().split("\\s+"))
                .build();
    }

    @Override
    public Mono<String> token() {
        return held.map(Held::value);
    }

    @Override
    public Mono<String> instead(String token) {
        return held.flatMap(current -> {
            if (!current.value().equals(token)) {
                return Mono.just(current.value());
            }
            if (clock.instant().isBefore(current.from().plus(FRESH))) {
                return Mono.empty();
            }
            refused = token;
            return held.map(Held::value);
        });
    }

    private boolean spent(Held token) {
        return token.value().equals(refused) || !clock.instant().isBefore(token.until());
    }

    private Held held(OAuth2AccessToken token) {
        var now = clock.instant();
        // Its own clock: this one may be another's.
        var life = token.getIssuedAt() == null || token.getExpiresAt() == null
                ? Duration.ZERO
                : Duration.between(token.getIssuedAt(), token.getExpiresAt());
        var margin = life.dividedBy(10).compareTo(MARGIN) < 0 ? life.dividedBy(10) : MARGIN;
        refused = null;
        return new Held(token.getTokenValue(), now, now.plus(life).minus(margin));
    }

    /** Without the issuer's words: they are not ours to repeat. */
    private static PartnerException failure(Throwable failure) {
        return failure instanceof OAuth2AuthorizationException answered
                        && REFUSALS.contains(answered.getError().getErrorCode())
                ? new PartnerException(Fault.REFUSED, "the token endpoint refused the gateway")
                : new PartnerException(Fault.UNAVAILABLE, "no token from the token endpoint");
    }
}
