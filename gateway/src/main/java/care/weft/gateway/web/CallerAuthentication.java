package care.weft.gateway.web;

import care.weft.gateway.access.Caller;
import care.weft.gateway.access.CallerRole;
import care.weft.spi.model.NhsNumber;
import care.weft.spi.model.Organisation;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Makes a {@link Caller} of a checked token: {@code sub}, {@code name}, {@code roles}, {@code employer}, {@code acts_for} and,
 * for a person reading their own record, {@code nhs_number}; for
 * someone who acts for others, {@code proxy_for}. Roles that the access rules do not know are ignored.
 */
@Component
final class CallerAuthentication implements Converter<Jwt, Mono<AbstractAuthenticationToken>> {

    @Override
    public Mono<AbstractAuthenticationToken> convert(Jwt token) {
        return Mono.just(new CallerToken(token, caller(token)));
    }

    private static Caller caller(Jwt token) {
        var employer = organisation(token.getClaim("employer"));
        var actsFor = new LinkedHashSet<Organisation>();
        if (employer != null) {
            actsFor.add(employer);
        }
        if (token.getClaim("acts_for") instanceof List<?> organisations) {
            organisations.stream()
                    .map(CallerAuthentication::organisation)
                    .filter(Objects::nonNull)
                    .forEach(actsFor::add);
        }
        var name = token.getClaimAsString("name");
        var number = token.getClaimAsString("nhs_number");
        return new Caller(
                Objects.requireNonNullElse(token.getSubject(), "unknown"),
                String.valueOf(token.getIssuer()),
                name == null ? "unknown" : name,
                roles(token.getClaim("roles")),
                employer,
                List.copyOf(actsFor),
                number == null ? null : NhsNumber.parse(number).orElse(null),
                numbers(token.getClaim("proxy_for")));
    }

    private static Set<NhsNumber> numbers(@Nullable Object claim) {
        return claim instanceof List<?> stated
                ? stated.stream()
                        .filter(String.class::isInstance)
                        .flatMap(number -> NhsNumber.parse((String) number).stream())
                        .collect(Collectors.toSet())
                : Set.of();
    }

    private static Set<CallerRole> roles(@Nullable Object claim) {
        return claim instanceof List<?> stated
                ? Arrays.stream(CallerRole.values())
                        .filter(role -> stated.contains(role.name()))
                        .collect(Collectors.toSet())
                : Set.of();
    }

    private static @Nullable Organisation organisation(@Nullable Object claim) {
        return claim instanceof Map<?, ?> stated && stated.get("name") instanceof String name
                ? new Organisation(stated.get("ods") instanceof String ods ? ods : null, name)
                : null;
    }

    /** An authenticated caller. */
    static final class CallerToken extends JwtAuthenticationToken {

        private static final long serialVersionUID = 1L;

        private final transient Caller caller;

        CallerToken(Jwt token, Caller caller) {
            super(token, Set.of(), caller.id());
            this.caller = caller;
        }

        Caller caller() {
            return caller;
        }
    }
}
