package care.weft.stubs.identity;

import care.weft.stubs.identity.LoopbackServer.Reply;
import care.weft.stubs.identity.LoopbackServer.Request;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Exchanges a user's access token for one that is good at one partner alone and says who acts for the user: RFC 8693. */
final class TokenExchange {

    static final String GRANT = "urn:ietf:params:oauth:grant-type:token-exchange";

    private static final String ACCESS_TOKEN = "urn:ietf:params:oauth:token-type:access_token";
    private static final Set<String> TOKEN_TYPES = Set.of(ACCESS_TOKEN, "urn:ietf:params:oauth:token-type:jwt");
    private static final Duration LIFETIME = Duration.ofMinutes(5);

    private final TokenMint mint;
    private final Documents documents;
    private final InstantSource clock;
    private final Set<String> refused = ConcurrentHashMap.newKeySet();
    private volatile boolean down;

    TokenExchange(TokenMint mint, Documents documents, InstantSource clock) {
        this.mint = mint;
        this.documents = documents;
        this.clock = clock;
    }

    /** Issues no token any more for users with these {@code sub} claims, until others are named. */
    void refuse(Set<String> subjects) {
        refused.clear();
        refused.addAll(subjects);
    }

    /** Answers with 503 from now on, or does so no longer. */
    void down(boolean now) {
        down = now;
    }

    /** Answers a client that has said who it is. */
    Reply answer(Request request, ClientCredentials client) {
        if (down) {
            return Reply.text(503, "Down\n");
        }
        var form = request.form();
        if (!TOKEN_TYPES.contains(form.getOrDefault("subject_token_type", ""))
                || !TOKEN_TYPES.contains(form.getOrDefault("requested_token_type", ACCESS_TOKEN))) {
            return error("invalid_request", "subject_token_type and requested_token_type are access tokens here");
        }
        if (form.containsKey("actor_token") || form.containsKey("actor_token_type")) {
            return error("invalid_request", "the actor is the client: send no actor_token");
        }
        var partner = form.getOrDefault("audience", "");
        if (form.containsKey("resource") || !partner.matches("[a-z0-9-]+")) {
            return error("invalid_target", "name one partner as the audience, such as trust");
        }
        var scope = PartnerTokens.scope(List.of(partner));
        if (!scope.equals(form.getOrDefault("scope", scope))) {
            return error("invalid_scope", "for this audience the scope is " + scope);
        }
        var subject = subject(request.origin(), form.get("subject_token"));
        if (subject.isEmpty()) {
            return error("invalid_request", "the subject_token is no good access token for this client");
        }
        return refused.contains(subject.get().getSubject())
                ? error("access_denied", "not for this user")
                : issued(request.origin(), client, partner, scope, subject.get());
    }

    private Reply issued(String issuer, ClientCredentials client, String partner, String scope, JWTClaimsSet subject) {
        var now = clock.instant();
        var left = Duration.between(now, subject.getExpirationTime().toInstant());
        var lifetime = left.compareTo(LIFETIME) < 0 ? left : LIFETIME;
        var claims = mint.partnerClaims(issuer, client.id(), List.of(partner), scope, lifetime);
        claims.put("sub", subject.getSubject());
        claims.put("act", Map.of("sub", client.id()));
        return Reply.json(200, documents.exchanged(mint.sign(claims), ACCESS_TOKEN, lifetime.toSeconds(), scope))
                .notStored();
    }

    /** What a good access token for the gateway says. */
    private Optional<JWTClaimsSet> subject(String issuer, @Nullable String token) {
        try {
            var jwt = SignedJWT.parse(token == null ? "" : token);
            var claims = jwt.getJWTClaimsSet();
            boolean good = JWSAlgorithm.ES256.equals(jwt.getHeader().getAlgorithm())
                    && new JOSEObjectType(TokenMint.ACCESS_TOKEN)
                            .equals(jwt.getHeader().getType())
                    && jwt.verify(new ECDSAVerifier(mint.key().toPublicJWK()))
                    && issuer.equals(claims.getIssuer())
                    && claims.getAudience().contains(TokenMint.AUDIENCE)
                    && claims.getSubject() != null
                    && claims.getExpirationTime() != null
                    && clock.instant().isBefore(claims.getExpirationTime().toInstant());
            return good ? Optional.of(claims) : Optional.empty();
        } catch (ParseException | JOSEException notAToken) {
            return Optional.empty();
        }
    }

    private Reply error(String code, String description) {
        return Reply.json(400, documents.error(code, description)).notStored();
    }
}
