package care.weft.gateway.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import care.weft.gateway.testing.SettableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import reactor.core.publisher.Mono;

/** A token's signature is verified once, and all else each time. */
class VerifiedTokensTests {

    private static final Duration LIFETIME = Duration.ofSeconds(30);

    private final SettableClock clock = new SettableClock();
    private final List<String> verified = new ArrayList<>();
    private final VerifiedTokens tokens = tokens();

    @Test
    void theSameTokenIsVerifiedOnce() {
        var first = tokens.decode("ann").block();

        assertThat(tokens.decode("ann").block()).isSameAs(first);
        assertThat(verified).containsExactly("ann");
    }

    @Test
    void anotherTokenIsVerifiedByItself() {
        tokens.decode("ann").block();

        assertThatThrownBy(() -> tokens.decode("forged").block()).isInstanceOf(BadJwtException.class);
        assertThatThrownBy(() -> tokens.decode("forged").block()).isInstanceOf(BadJwtException.class);
        assertThat(verified).containsExactly("ann", "forged", "forged");
    }

    @Test
    void aTokenThatHasExpiredSinceItWasVerifiedIsRefused() {
        tokens.decode("ann").block();

        clock.forward(LIFETIME.plusSeconds(1));

        assertThatThrownBy(() -> tokens.decode("ann").block()).isInstanceOf(BadJwtException.class);
    }

    private VerifiedTokens tokens() {
        var expiry = new JwtTimestampValidator(Duration.ZERO);
        expiry.setClock(clock);
        var until = clock.instant().plus(LIFETIME);
        return new VerifiedTokens(
                token -> Mono.fromSupplier(() -> {
                    verified.add(token);
                    var jwt = Jwt.withTokenValue(token)
                            .header("alg", "ES256")
                            .expiresAt(until)
                            .build();
                    if (token.equals("forged") || expiry.validate(jwt).hasErrors()) {
                        throw new BadJwtException("No");
                    }
                    return jwt;
                }),
                expiry);
    }
}
