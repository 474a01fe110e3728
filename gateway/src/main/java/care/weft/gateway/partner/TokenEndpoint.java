package care.weft.gateway.partner;

import care.weft.spi.Fault;
import care.weft.spi.PartnerException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.codec.Hints;
import org.springframework.http.ReactiveHttpInputMessage;
import org.springframework.http.codec.HttpMessageReader;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.endpoint.OAuth2AccessTokenResponse;
import org.springframework.security.oauth2.core.web.reactive.function.OAuth2BodyExtractors;
import org.springframework.web.reactive.function.BodyExtractor;
import reactor.core.publisher.Mono;

/** How a token endpoint is asked and understood, whatever the grant. */
final class TokenEndpoint {

    /** For one request, whoever waits for it. */
    static final Duration PATIENCE = Duration.ofSeconds(5);

    /** The issuer's own; whatever else it answers, issuers' own codes among it, means that it refuses whoever asks. */
    private static final Set<String> TROUBLES = Set.of(
            OAuth2ErrorCodes.SERVER_ERROR,
            OAuth2ErrorCodes.TEMPORARILY_UNAVAILABLE,
            // Spring Security's word for an answer that cannot be read.
            "invalid_token_response");

    private TokenEndpoint() {}

    /** The gateway as a client of the endpoint: it says who it is by {@code client_secret_basic}. */
    static ClientRegistration client(
            AuthorizationGrantType grant, String tokenUri, String id, String secret, @Nullable String scope) {
        return ClientRegistration.withRegistrationId("partner")
                .authorizationGrantType(grant)
                .tokenUri(tokenUri)
                .clientId(id)
                .clientSecret(secret)
                .scope(scope == null ? new String[0] : scope.strip().split("\\s+"))
                .build();
    }

    /** Reads the answer without any word of it in a log: at {@code DEBUG} decoders print what they have read. */
    static BodyExtractor<Mono<OAuth2AccessTokenResponse>, ReactiveHttpInputMessage> unlogged() {
        var standard = OAuth2BodyExtractors.oauth2AccessTokenResponse();
        return (message, context) -> standard.extract(message, new Unlogged(context));
    }

    private record Unlogged(BodyExtractor.Context context) implements BodyExtractor.Context {

        @Override
        public List<HttpMessageReader<?>> messageReaders() {
            return context.messageReaders();
        }

        @Override
        public Optional<ServerHttpResponse> serverResponse() {
            return context.serverResponse();
        }

        @Override
        public Map<String, Object> hints() {
            return Hints.merge(context.hints(), Hints.SUPPRESS_LOGGING_HINT, true);
        }
    }

    /**
     * What it means that there is no token. Without the issuer's words: they are not ours to repeat.
     *
     * @param whom the endpoint refused, if it did
     */
    static PartnerException failure(Throwable failure, String whom) {
        return switch (failure) {
            case PartnerException known -> known;
            case OAuth2AuthorizationException answered
            when !TROUBLES.contains(answered.getError().getErrorCode()) ->
                new PartnerException(Fault.REFUSED, "the token endpoint refused " + whom);
            default -> new PartnerException(Fault.UNAVAILABLE, "no token from the token endpoint");
        };
    }
}
