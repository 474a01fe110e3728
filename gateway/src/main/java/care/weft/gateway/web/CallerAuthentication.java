package care.weft.gateway.web;

import care.weft.gateway.access.Caller;
import care.weft.gateway.access.CallerRole;
import care.weft.gateway.access.Team;
import care.weft.gateway.access.UserToken;
import care.weft.spi.model.NhsNumber;
import care.weft.spi.model.Organisation;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import reactor.core.publisher.Mono;

/**
 * Makes a {@link Caller} of a token of one issuer that was checked, by what that issuer's claims mean. Roles that the access rules do
 * not know, and those that the issuer may not give, are ignored.
 */
final class CallerAuthentication implements Converter<Jwt, Mono<AbstractAuthenticationToken>> {

    private final ClaimMapping claims;

    CallerAuthentication(ClaimMapping claims) {
        this.claims = claims;
    }

    /** An error for a token that does not say who it is of: what two such users may see must not become one. */
    @Override
    public Mono<AbstractAuthenticationToken> convert(Jwt token) {
        var id = text(claim(token, claims.id()));
        return id == null
                ? Mono.error(new InvalidBearerTokenException("The token does not say who its user is"))
                : Mono.just(new CallerToken(token, caller(token, id)));
    }

    private Caller caller(Jwt token, String id) {
        var national = claims.nationalRoles().isEmpty() ? Optional.<NationalRole>empty() : NationalRole.of(token);
        var employer =
                national.map(NationalRole::organisation).orElseGet(() -> organisation(claim(token, claims.employer())));
        return new Caller(
                id,
                String.valueOf(token.getIssuer()),
                claim(token, claims.name()) instanceof String name ? name : "unknown",
                roles(token, national),
                employer,
                actsFor(employer, token),
                number(claim(token, claims.self())).findFirst().orElse(null),
                list(claim(token, claims.proxyFor()))
                        .flatMap(CallerAuthentication::number)
                        .collect(Collectors.toSet()),
                Stream.concat(
                                national.stream()
                                        .flatMap(role -> teams(role.claims().get(claims.teams()))),
                                teams(claim(token, claims.teams())))
                        .toList(),
                NationalRole.spine(token));
    }

    private static Stream<Team> teams(@Nullable Object claim) {
        return switch (claim) {
            case List<?> list -> list.stream().flatMap(CallerAuthentication::teams);
            case String word when !word.isBlank() -> Stream.of(Team.of(word.strip()));
            case Map<?, ?> stated -> team(text(stated.get("code")), text(stated.get("name")));
            case null, default -> Stream.empty();
        };
    }

    private static Stream<Team> team(@Nullable String code, @Nullable String name) {
        return code == null && name == null ? Stream.empty() : Stream.of(new Team(code, name));
    }

    private static @Nullable String text(@Nullable Object stated) {
        return stated instanceof String words && !words.isBlank() ? words.strip() : null;
    }

    private static @Nullable Object claim(Jwt token, String name) {
        return token.getClaims().get(name);
    }

    private static Stream<?> list(@Nullable Object claim) {
        return claim instanceof List<?> list ? list.stream() : Stream.empty();
    }

    private static Stream<NhsNumber> number(@Nullable Object stated) {
        return stated instanceof String number ? NhsNumber.parse(number).stream() : Stream.empty();
    }

    private Set<CallerRole> roles(Jwt token, Optional<NationalRole> national) {
        var roles = EnumSet.noneOf(CallerRole.class);
        list(claim(token, claims.roles()))
                .filter(String.class::isInstance)
                .flatMap(word -> role((String) word))
                .forEach(roles::add);
        national.flatMap(this::role).ifPresent(roles::add);
        roles.addAll(claims.everybody());
        roles.removeIf(role -> !claims.mayGrant(role));
        return roles;
    }

    private Stream<CallerRole> role(String word) {
        var meant = claims.words().get(word);
        return meant != null
                ? Stream.of(meant)
                : Arrays.stream(CallerRole.values()).filter(role -> role.name().equals(word));
    }

    private Optional<CallerRole> role(NationalRole national) {
        var whole = claims.nationalRoles().get(national.code());
        return Optional.ofNullable(
                whole != null ? whole : claims.nationalRoles().get(national.job()));
    }

    /** The employer first, then where its staff are deployed to, then what the token says; each once. */
    private List<Organisation> actsFor(@Nullable Organisation employer, Jwt token) {
        var deployed = employer == null || employer.odsCode() == null
                ? Stream.<Organisation>empty()
                : claims.deployments().getOrDefault(employer.odsCode(), List.of()).stream()
                        .map(code -> new Organisation(code, code));
        var stated = list(claim(token, claims.actsFor()))
                .map(CallerAuthentication::organisation)
                .filter(Objects::nonNull);
        var each = new LinkedHashMap<String, Organisation>();
        Stream.of(Stream.ofNullable(employer), stated, deployed)
                .flatMap(organisations -> organisations)
                .forEach(one -> each.putIfAbsent(one.odsCode() == null ? "name " + one.name() : one.odsCode(), one));
        return List.copyOf(each.values());
    }

    private static @Nullable Organisation organisation(@Nullable Object claim) {
        return switch (claim) {
            case Map<?, ?> stated
            when stated.get("name") instanceof String name ->
                new Organisation(stated.get("ods") instanceof String ods ? ods : null, name);
            case String code when !code.isBlank() -> new Organisation(code, code);
            case null, default -> null;
        };
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

        UserToken userToken() {
            return new UserToken(getToken().getTokenValue());
        }
    }
}
