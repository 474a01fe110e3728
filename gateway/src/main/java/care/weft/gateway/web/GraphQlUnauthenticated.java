package care.weft.gateway.web;

import care.weft.gateway.graphql.ErrorCode;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.server.ServerAuthenticationEntryPoint;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Answers a request without a valid token: 401, the challenge of RFC 6750, and a GraphQL error that says what to do. What
 * exactly is wrong with a token is for its issuer's log, not for whoever sent it.
 */
final class GraphQlUnauthenticated implements ServerAuthenticationEntryPoint {

    private static final byte[] BODY = """
            {"errors":[{"message":"Send a valid token of a trusted issuer in the header Authorization: Bearer.",\
            "extensions":{"code":"%s"}}]}""".formatted(ErrorCode.UNAUTHENTICATED).getBytes(StandardCharsets.UTF_8);

    @Override
    public Mono<Void> commence(ServerWebExchange exchange, AuthenticationException refused) {
        var request = exchange.getRequest();
        return (UnreadBody.isShort(request) ? UnreadBody.letBy(request) : Mono.<Void>empty())
                .then(Mono.defer(() -> answer(exchange.getResponse(), refused)));
    }

    private static Mono<Void> answer(ServerHttpResponse response, AuthenticationException refused) {
        response.setStatusCode(HttpStatus.UNAUTHORIZED);
        response.getHeaders()
                .set(
                        HttpHeaders.WWW_AUTHENTICATE,
                        refused instanceof OAuth2AuthenticationException ? "Bearer error=\"invalid_token\"" : "Bearer");
        response.getHeaders().setContentType(MediaType.APPLICATION_GRAPHQL_RESPONSE);
        return response.writeWith(Mono.just(response.bufferFactory().wrap(BODY)));
    }
}
