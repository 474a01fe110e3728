package care.weft.gateway.partner;

import java.time.Duration;
import java.time.Instant;
import org.springframework.security.oauth2.core.OAuth2AccessToken;

/**
 * A token for a partner and the time within which it is presented. {@link #toString()} does not show it.
 *
 * @param until shortly before its end
 */
record IssuedToken(String value, Instant from, Instant until) {

    private static final Duration MARGIN = Duration.ofSeconds(30);

    /** A token refused when it is younger is not the trouble; asking for others would only burden the issuer. */
    private static final Duration FRESH = Duration.ofSeconds(10);

    static IssuedToken of(OAuth2AccessToken token, Instant now) {
        // By the issuer's own clock: this one may be another's.
        var life = token.getIssuedAt() == null || token.getExpiresAt() == null
                ? Duration.ZERO
                : Duration.between(token.getIssuedAt(), token.getExpiresAt());
        var margin = life.dividedBy(10).compareTo(MARGIN) < 0 ? life.dividedBy(10) : MARGIN;
        return new IssuedToken(token.getTokenValue(), now, now.plus(life).minus(margin));
    }

    /** From when it was issued until it is no longer presented. */
    Duration life() {
        return Duration.between(from, until);
    }

    boolean isFresh(Instant now) {
        return now.isBefore(from.plus(FRESH));
    }

    @Override
    public String toString() {
        return "IssuedToken[redacted]";
    }
}
