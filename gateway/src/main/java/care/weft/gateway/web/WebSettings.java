package care.weft.gateway.web;

import care.weft.gateway.access.CallerRole;
import care.weft.spi.model.Section;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code weft.web.*}: the door's settings.
 *
 * @param deadline the longest that an operation may take; partners are given nine tenths of it
 * @param idKey makes ids opaque: at least 16 characters, secret, the same at every node, and never changed, for clients keep
 *     ids
 * @param issuers whose tokens are trusted, at least one
 * @param roles which sections each role may read; a role that is missing reads nothing
 */
@ConfigurationProperties(prefix = "weft.web", ignoreUnknownFields = false)
record WebSettings(
        @DefaultValue("5s") Duration deadline,
        @Nullable String idKey,
        List<Issuer> issuers,
        Map<CallerRole, Set<Section>> roles) {

    WebSettings {
        if (deadline.isNegative() || deadline.isZero()) {
            throw new IllegalArgumentException("Setting weft.web.deadline must be longer than nothing, such as 5s");
        }
        if (idKey == null || idKey.length() < 16) {
            throw new IllegalArgumentException(
                    "Setting weft.web.id-key must be set to a secret of at least 16 characters, the same at every node");
        }
        if (issuers == null || issuers.isEmpty()) {
            throw new IllegalArgumentException(
                    "Setting weft.web.issuers must name at least one trusted issuer, with uri and audiences");
        }
        issuers = List.copyOf(issuers);
        roles = roles == null ? Map.of() : Map.copyOf(roles);
    }

    /**
     * A trusted issuer.
     *
     * @param uri exactly as in the token's {@code iss}
     * @param jwkSetUri where its keys are; by default what its OpenID discovery says
     * @param audiences one of them must be in the token's {@code aud}
     * @param algorithms the signatures accepted
     */
    record Issuer(
            URI uri,
            @Nullable URI jwkSetUri,
            List<String> audiences,
            @DefaultValue({"ES256", "PS256", "RS256"}) List<String> algorithms) {

        Issuer {
            if (uri == null) {
                throw new IllegalArgumentException("Setting weft.web.issuers[].uri must be set");
            }
            if (audiences == null || audiences.isEmpty()) {
                throw new IllegalArgumentException(
                        "Setting weft.web.issuers[].audiences must name at least one audience: a token for another"
                                + " system must not open this one");
            }
            audiences = List.copyOf(audiences);
            algorithms = List.copyOf(algorithms);
        }
    }
}
