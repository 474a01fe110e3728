package care.weft.gateway.partner;

import care.weft.http.BearerToken;
import care.weft.spi.Fault;
import care.weft.spi.PartnerException;
import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.endpoint.TokenExchangeGrantRequest;
import org.springframework.security.oauth2.client.endpoint.WebClientReactiveTokenExchangeTokenResponseClient;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.util.LinkedMultiValueMap;
import reactor.core.publisher.Mono;

/**
 * Tokens for one partner that stand for the user for whom it is called, by OAuth 2.0 token exchange (RFC 8693): the user's own token
 * is the subject, the gateway says by client authentication that it acts, and the audience is this partner's alone. Kept for each
 * token of a user until shortly before the end, in memory; calls that need one together share one exchange.
 *
 * <p>A call in a user's name has a token of that user or none: it never falls back to one of the gateway's own.
 */
final class ExchangedTokens implements BearerToken {

    /** More users than work at one node within the life of a token. */
    private static final int MOST = 10_000;

    private final ClientRegistration registration;
    private final WebClientReactiveTokenExchangeTokenResponseClient client =
            new WebClientReactiveTokenExchangeTokenResponseClient();
    private final @Nullable BearerToken own;
    private final Clock clock;
    private final AsyncCache<String, IssuedToken> tokens;

    /** @param own for calls under the gateway's own authority; null where the partner lets in users alone */
    ExchangedTokens(PartnerSettings.TokenExchange settings, @Nullable BearerToken own, Clock clock) {
        this.own = own;
        this.clock = clock;
        registration = TokenEndpoint.client(
                AuthorizationGrantType.TOKEN_EXCHANGE,
                settings.tokenUri(),
                settings.clientId(),
                settings.clientSecret(),
                settings.scope());
        client.setBodyExtractor(TokenEndpoint.unlogged());
        client.addParametersConverter(_ -> {
            var narrowed = new LinkedMultiValueMap<String, String>();
            narrowed.add("audience", settings.audience());
            return narrowed;
        });
        tokens = Caffeine.newBuilder()
                .maximumSize(MOST)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .expireAfter(Expiry.<String, IssuedToken>writing((_, token) -> token.life()))
                .buildAsync();
    }

    @Override
    public Mono<String> token() {
        return forWhom(this::exchanged, BearerToken::token);
    }

    @Override
    public Mono<String> instead(String refused) {
        return forWhom(subject -> exchangedInstead(subject, refused), gateway -> gateway.instead(refused));
    }

    private Mono<String> forWhom(
            Function<SubjectToken, Mono<IssuedToken>> user, Function<BearerToken, Mono<String>> gateway) {
        return Mono.deferContextual(context -> SubjectToken.of(context)
                .map(subject -> user.apply(subject).map(IssuedToken::value))
                .orElseGet(() -> own == null
                        ? Mono.error(new PartnerException(
                                Fault.REFUSED, "the partner lets in users alone, and the gateway asked for itself"))
                        : gateway.apply(own)));
    }

    private Mono<IssuedToken> exchanged(SubjectToken subject) {
        var asked = new CompletableFuture<IssuedToken>();
        var first = new AtomicBoolean();
        var known = tokens.get(subject.digest(), (_, _) -> {
            first.set(true);
            return asked;
        });
        if (first.get()) {
            // It goes on for the others when the first who waits leaves, and not for long.
            var _ = exchange(subject).subscribe(asked::complete, asked::completeExceptionally);
        }
        // The cache learns when it ends only after those who wait for it have it.
        return Mono.fromFuture(known, true)
                .flatMap(token -> first.get() || clock.instant().isBefore(token.until())
                        ? Mono.just(token)
                        : anew(subject, known));
    }

    private Mono<IssuedToken> anew(SubjectToken subject, CompletableFuture<IssuedToken> ended) {
        tokens.asMap().remove(subject.digest(), ended);
        return exchanged(subject);
    }

    private Mono<IssuedToken> exchangedInstead(SubjectToken subject, String refused) {
        var known = tokens.getIfPresent(subject.digest());
        if (known == null) {
            return exchanged(subject);
        }
        return Mono.fromFuture(known, true).flatMap(current -> {
            if (!current.value().equals(refused)) {
                return Mono.just(current);
            }
            if (current.isFresh(clock.instant())) {
                return Mono.empty();
            }
            return anew(subject, known);
        });
    }

    private Mono<IssuedToken> exchange(SubjectToken subject) {
        var users = new OAuth2AccessToken(OAuth2AccessToken.TokenType.BEARER, subject.value(), null, null);
        return client.getTokenResponse(new TokenExchangeGrantRequest(registration, users, null))
                .timeout(TokenEndpoint.PATIENCE)
                .map(response -> IssuedToken.of(response.getAccessToken(), clock.instant()))
                .doOnNext(issued -> {
                    if (issued.value().equals(subject.value())) {
                        throw new PartnerException(
                                Fault.INVALID_ANSWER, "the token endpoint gave the user's own token back");
                    }
                })
                .switchIfEmpty(Mono.error(() -> new PartnerException(Fault.UNAVAILABLE, "no answer")))
                .onErrorMap(failure -> TokenEndpoint.failure(failure, "a token for the user"));
    }
}
