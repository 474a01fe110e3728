package care.weft.stubs.identity;

import care.weft.stubs.identity.LoopbackServer.Request;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** What a client says of itself, by {@code client_secret_basic} or {@code client_secret_post}. */
record ClientCredentials(String id, String secret) {

    private static final String BASIC = "Basic ";

    /** Empty when there are none, or none that can be read. */
    static Optional<ClientCredentials> of(Request request) {
        var authorization = request.authorization();
        if (authorization != null && authorization.startsWith(BASIC)) {
            return basic(authorization.substring(BASIC.length()));
        }
        var id = request.form().get("client_id");
        var secret = request.form().get("client_secret");
        return id == null || secret == null ? Optional.empty() : Optional.of(new ClientCredentials(id, secret));
    }

    boolean known() {
        return id.equals(IdentityProvider.CLIENT_ID) && secret.equals(IdentityProvider.CLIENT_SECRET);
    }

    private static Optional<ClientCredentials> basic(String encoded) {
        try {
            var pair = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
            int colon = pair.indexOf(':');
            return colon < 0
                    ? Optional.empty()
                    : Optional.of(new ClientCredentials(
                            LoopbackServer.decoded(pair.substring(0, colon)),
                            LoopbackServer.decoded(pair.substring(colon + 1))));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }
}
