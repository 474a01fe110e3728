package care.weft.gateway.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import reactor.core.publisher.Mono;

/**
 * Verifies the signature of a token once in a minute. Doing it for each request took two fifths of the time of the event loop on which
 * requests arrive, and made refusals late. What else is checked, expiry above all, is checked each time.
 */
final class VerifiedTokens implements ReactiveJwtDecoder {

    /** A key that its issuer withdraws counts no longer than that, which is less than key sets are kept. */
    private static final Duration KEPT = Duration.ofMinutes(1);

    private static final int MOST = 10_000;

    private final ReactiveJwtDecoder decoder;
    private final OAuth2TokenValidator<Jwt> validator;
    private final Cache<String, Jwt> verified =
            Caffeine.newBuilder().expireAfterWrite(KEPT).maximumSize(MOST).build();

    /**
     * @param decoder verifies signatures and asks the validator
     * @param validator the same
     */
    VerifiedTokens(ReactiveJwtDecoder decoder, OAuth2TokenValidator<Jwt> validator) {
        this.decoder = decoder;
        this.validator = validator;
    }

    @Override
    public Mono<Jwt> decode(String token) {
        var known = verified.getIfPresent(token);
        return known != null && !validator.validate(known).hasErrors()
                ? Mono.just(known)
                : decoder.decode(token).doOnNext(decoded -> verified.put(token, decoded));
    }
}
