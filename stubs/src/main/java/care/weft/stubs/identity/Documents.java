package care.weft.stubs.identity;

import care.weft.stubs.population.Population;
import care.weft.stubs.population.Story;
import com.nimbusds.jose.jwk.JWKSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** The JSON documents that the provider publishes. */
final class Documents {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final String keys;
    private final String stories;

    Documents(TokenMint mint, Population population) {
        keys = new JWKSet(mint.key()).toString(true);
        stories = JSON.writeValueAsString(
                Stream.of(Story.values()).map(story -> of(story, population)).toList());
    }

    /** The public keys only. */
    String keys() {
        return keys;
    }

    String stories() {
        return stories;
    }

    String discovery(String issuer) {
        return JSON.writeValueAsString(Map.of(
                "issuer", issuer,
                "jwks_uri", issuer + "/jwks",
                "token_endpoint", issuer + "/oauth2/token",
                "grant_types_supported", List.of("client_credentials", TokenExchange.GRANT),
                "response_types_supported", List.of("code"),
                "subject_types_supported", List.of("public"),
                "id_token_signing_alg_values_supported", List.of("ES256"),
                "token_endpoint_auth_methods_supported", List.of("client_secret_basic", "client_secret_post")));
    }

    String token(String token, long expiresInSeconds, String scope) {
        return JSON.writeValueAsString(
                Map.of("access_token", token, "token_type", "Bearer", "expires_in", expiresInSeconds, "scope", scope));
    }

    String exchanged(String token, String type, long expiresInSeconds, String scope) {
        return JSON.writeValueAsString(Map.of(
                "access_token", token,
                "issued_token_type", type,
                "token_type", "Bearer",
                "expires_in", expiresInSeconds,
                "scope", scope));
    }

    String error(String code, String description) {
        return JSON.writeValueAsString(Map.of("error", code, "error_description", description));
    }

    private static Map<String, Object> of(Story story, Population population) {
        var row = new LinkedHashMap<String, Object>();
        row.put("story", story.id());
        row.put("nhsNumber", story.nhsNumber());
        row.put("name", population.of(story).name().full());
        row.put("about", story.about());
        return row;
    }
}
