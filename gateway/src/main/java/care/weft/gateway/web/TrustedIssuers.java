package care.weft.gateway.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.ReactiveAuthenticationManager;
import org.springframework.security.authentication.ReactiveAuthenticationManagerResolver;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.SupplierReactiveJwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtReactiveAuthenticationManager;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Checks tokens, each issuer's by that issuer's keys: signature algorithm, type, issuer, audience, expiry, level of
 * assurance. The framework's
 * own default checks no audience.
 */
@Component
final class TrustedIssuers implements ReactiveAuthenticationManagerResolver<String> {

    private final Map<String, ReactiveAuthenticationManager> managers = new HashMap<>();

    TrustedIssuers(WebSettings settings) {
        for (var issuer : settings.issuers()) {
            var manager = new JwtReactiveAuthenticationManager(new SupplierReactiveJwtDecoder(() -> decoder(issuer)));
            manager.setJwtAuthenticationConverter(new CallerAuthentication(issuer.claims()));
            managers.put(issuer.uri().toString(), manager);
        }
    }

    /** Empty, and so a refusal, for an issuer that is not trusted. */
    @Override
    public Mono<ReactiveAuthenticationManager> resolve(String issuer) {
        return Mono.justOrEmpty(managers.get(issuer));
    }

    private static ReactiveJwtDecoder decoder(WebSettings.Issuer issuer) {
        var keys = issuer.jwkSetUri() == null
                ? NimbusReactiveJwtDecoder.withIssuerLocation(issuer.uri().toString())
                : NimbusReactiveJwtDecoder.withJwkSetUri(issuer.jwkSetUri().toString());
        Set<SignatureAlgorithm> algorithms =
                issuer.algorithms().stream().map(SignatureAlgorithm::from).collect(Collectors.toSet());
        var decoder = keys.jwsAlgorithms(accepted -> {
                    accepted.clear();
                    accepted.addAll(algorithms);
                })
                .validateType(false)
                .build();
        var validator = validator(issuer);
        decoder.setJwtValidator(validator);
        return new VerifiedTokens(decoder, validator);
    }

    private static OAuth2TokenValidator<Jwt> validator(WebSettings.Issuer issuer) {
        var checks = new ArrayList<OAuth2TokenValidator<Jwt>>(List.of(
                new JwtTypeValidator(issuer.types()),
                new JwtIssuerValidator(issuer.uri().toString()),
                new JwtTimestampValidator(),
                new JwtClaimValidator<Instant>(JwtClaimNames.EXP, expiry -> expiry != null),
                new JwtClaimValidator<List<String>>(
                        JwtClaimNames.AUD,
                        audience ->
                                audience != null && issuer.audiences().stream().anyMatch(audience::contains))));
        issuer.assurance()
                .forEach((claim, accepted) ->
                        checks.add(new JwtClaimValidator<Object>(claim, level -> isAssured(level, accepted))));
        return new DelegatingOAuth2TokenValidator<>(checks);
    }

    /** Levels are words with some issuers, numbers with others. */
    private static boolean isAssured(@Nullable Object level, List<String> accepted) {
        return level != null && accepted.contains(String.valueOf(level));
    }
}
