package care.weft.gateway.web;

import care.weft.gateway.access.CallerRole;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.security.autoconfigure.actuate.web.reactive.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.authentication.JwtIssuerReactiveAuthenticationManagerResolver;
import org.springframework.security.web.server.SecurityWebFilterChain;

/** Who may knock: a token from a trusted issuer for everything but health and what was opened by name. */
@Configuration(proxyBeanMethods = false)
@EnableWebFluxSecurity
class SecurityConfiguration {

    @Bean
    SecurityWebFilterChain securedPaths(
            ServerHttpSecurity http, TrustedIssuers issuers, ObjectProvider<OpenPaths> open) {
        return http.csrf(ServerHttpSecurity.CsrfSpec::disable) // bearer tokens only: no cookie to ride on
                .formLogin(ServerHttpSecurity.FormLoginSpec::disable)
                .httpBasic(ServerHttpSecurity.HttpBasicSpec::disable)
                .logout(ServerHttpSecurity.LogoutSpec::disable)
                .authorizeExchange(paths -> paths.matchers(EndpointRequest.to("health", "prometheus"))
                        .permitAll()
                        .matchers(EndpointRequest.toAnyEndpoint())
                        .access((caller, _) -> caller.map(SecurityConfiguration::isOperator))
                        .pathMatchers(OpenPaths.patterns(open.stream()))
                        .permitAll()
                        .anyExchange()
                        .authenticated())
                .oauth2ResourceServer(server -> server.authenticationManagerResolver(
                                new JwtIssuerReactiveAuthenticationManagerResolver(issuers))
                        .authenticationEntryPoint(new GraphQlUnauthenticated()))
                .build();
    }

    private static AuthorizationResult isOperator(Authentication caller) {
        return new AuthorizationDecision(caller instanceof CallerAuthentication.CallerToken token
                && token.caller().roles().contains(CallerRole.OPERATOR));
    }
}
