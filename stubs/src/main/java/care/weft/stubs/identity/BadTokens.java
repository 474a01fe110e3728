package care.weft.stubs.identity;

import com.nimbusds.jose.jwk.ECKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Tokens that the gateway must refuse, or take for a user who may do nothing; for tests, never over HTTP. */
public final class BadTokens {

    private final IdentityProvider provider;

    BadTokens(IdentityProvider provider) {
        this.provider = provider;
    }

    /** Expired an hour ago. */
    public String expired(String user) {
        return provider.token(user, claims -> {
            shift(claims, "iat", Duration.ofHours(-9));
            shift(claims, "nbf", Duration.ofHours(-9));
            shift(claims, "exp", Duration.ofHours(-9));
        });
    }

    /** Valid from an hour ahead. */
    public String notYetValid(String user) {
        return provider.token(user, claims -> shift(claims, "nbf", Duration.ofHours(1)));
    }

    /** Made for another service. */
    public String otherAudience(String user) {
        return provider.token(user, claims -> claims.put("aud", List.of("another-service")));
    }

    /** Claims to come from another issuer; signed with this one's key. */
    public String otherIssuer(String user) {
        return provider.token(user, claims -> claims.put("iss", "https://another-issuer.example"));
    }

    /** All is right but the key, which only borrows the right key's id. */
    public String otherKey(String user) {
        var published = provider.mint().key();
        var key = new ECKey.Builder(TokenMint.newKey())
                .keyID(published.getKeyID())
                .build();
        return TokenMint.sign(provider.claims(user), TokenMint.ACCESS_TOKEN, key);
    }

    /** Algorithm {@code none}, no signature. */
    public String unsigned(String user) {
        return TokenMint.unsigned(provider.claims(user));
    }

    /** Well signed, but typed {@code id+jwt} and no access token. */
    public String otherType(String user) {
        return TokenMint.sign(provider.claims(user), "id+jwt", provider.mint().key());
    }

    /** Valid, of a user whose roles are missing altogether. */
    public String withoutRoles(String user) {
        return provider.token(user, claims -> claims.remove("roles"));
    }

    private static void shift(Map<String, Object> claims, String claim, Duration by) {
        claims.computeIfPresent(
                claim,
                (name, seconds) ->
                        Instant.ofEpochSecond((long) seconds).plus(by).getEpochSecond());
    }
}
