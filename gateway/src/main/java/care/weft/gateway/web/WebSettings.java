package care.weft.gateway.web;

import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;

/**
 * {@code weft.web.*}: the door's settings.
 *
 * @param deadline the longest that an operation may take; partners are given nine tenths of it
 * @param drain how long a gateway that is told to stop goes on taking connections, each for one answer; zero or more
 * @param idKey makes ids opaque: at least 16 characters, secret, the same at every node, and never changed, for clients keep
 *     ids
 * @param issuers whose tokens are trusted, at least one
 */
@ConfigurationProperties("weft.web")
record WebSettings(
        @DefaultValue("10s") Duration deadline,
        @DefaultValue("5s") Duration drain,
        @Nullable String idKey,
        List<Issuer> issuers) {

    WebSettings {
        if (deadline.isNegative() || deadline.isZero()) {
            throw new IllegalArgumentException("Setting weft.web.deadline must be longer than nothing, such as 5s");
        }
        if (drain.isNegative()) {
            throw new IllegalArgumentException("Setting weft.web.drain must be zero or more, such as 5s");
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
        if (issuers.stream().map(Issuer::uri).distinct().count() < issuers.size()) {
            throw new IllegalArgumentException(
                    "Setting weft.web.issuers names one uri twice: give that issuer all its audiences at once");
        }
    }

    /** Shows no secret. */
    @Override
    public String toString() {
        return "WebSettings[deadline=" + deadline + ", issuers=" + issuers + "]";
    }

    /**
     * A trusted issuer.
     *
     * @param uri exactly as in the token's {@code iss}
     * @param jwkSetUri where its keys are; by default what its OpenID discovery says
     * @param audiences one of them must be in the token's {@code aud}
     * @param algorithms the signatures accepted
     * @param types of token accepted, as in the header {@code typ}, which must be there
     * @param assurance by claim, the values of which one must be there, such as the level to which it was checked who the user is
     * @param claims what its claims mean
     */
    record Issuer(
            URI uri,
            @Nullable URI jwkSetUri,
            List<String> audiences,
            @DefaultValue({"ES256", "PS256", "RS256"}) List<String> algorithms,

            @DefaultValue({"at+jwt", "application/at+jwt", "JWT"})
            List<String> types,

            @DefaultValue Map<String, List<String>> assurance,
            @DefaultValue ClaimMapping claims) {

        Issuer {
            if (uri == null || !uri.isAbsolute()) {
                throw new IllegalArgumentException(
                        "Setting weft.web.issuers[].uri must be an absolute address, exactly as in the tokens' iss");
            }
            if (jwkSetUri != null && !jwkSetUri.isAbsolute()) {
                throw new IllegalArgumentException(
                        "Setting weft.web.issuers[].jwk-set-uri must be an absolute address");
            }
            if (audiences == null || audiences.isEmpty()) {
                throw new IllegalArgumentException(
                        "Setting weft.web.issuers[].audiences must name at least one audience: a token for another"
                                + " system must not open this one");
            }
            if (algorithms.isEmpty()
                    || algorithms.stream().anyMatch(algorithm -> SignatureAlgorithm.from(algorithm) == null)) {
                throw new IllegalArgumentException("Setting weft.web.issuers[].algorithms must each be one of "
                        + Arrays.stream(SignatureAlgorithm.values())
                                .map(SignatureAlgorithm::getName)
                                .collect(Collectors.joining(", ")));
            }
            if (types.isEmpty()) {
                throw new IllegalArgumentException(
                        "Setting weft.web.issuers[].types must name at least one type of token, such as at+jwt");
            }
            if (assurance.values().stream().anyMatch(List::isEmpty)) {
                throw new IllegalArgumentException(
                        "Setting weft.web.issuers[].assurance must name at least one value of each claim");
            }
            audiences = List.copyOf(audiences);
            algorithms = List.copyOf(algorithms);
            types = List.copyOf(types);
            assurance = Map.copyOf(assurance);
        }
    }
}
