package care.weft.stubs.identity;

import care.weft.stubs.identity.LoopbackServer.Reply;
import care.weft.stubs.identity.LoopbackServer.Request;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Answers each path of the provider. */
final class IdentityRoutes implements LoopbackServer.Routes {

    private final DemoUsers users;
    private final Documents documents;
    private final TokenMint mint;
    private final PartnerTokens partnerTokens;
    private final TokenExchange exchange;

    IdentityRoutes(
            DemoUsers users, Documents documents, TokenMint mint, PartnerTokens partnerTokens, TokenExchange exchange) {
        this.exchange = exchange;
        this.users = users;
        this.documents = documents;
        this.mint = mint;
        this.partnerTokens = partnerTokens;
    }

    @Override
    public Reply answer(Request request) {
        return switch (request.method() + " " + request.path()) {
            case "GET /.well-known/openid-configuration" ->
                Reply.json(200, documents.discovery(request.origin())).readableByPages();
            case "GET /jwks" -> Reply.json(200, documents.keys()).readableByPages();
            case "GET /stories" -> Reply.json(200, documents.stories()).readableByPages();
            case "GET /token" -> userToken(request).readableByPages();
            case "POST /oauth2/token" -> partnerToken(request);
            default -> Reply.text(404, "Not found\n").readableByPages();
        };
    }

    private Reply userToken(Request request) {
        var login = request.query().get("user");
        var nhsNumber = request.query().get("nhsNumber");
        if (DemoUsers.PERSON.equals(login) && nhsNumber != null) {
            return users.personWith(nhsNumber)
                    .map(person -> token(request, person))
                    .orElse(Reply.text(404, "Nobody has this NHS number\n"));
        }
        return users.named(login)
                .map(user -> token(request, user))
                .orElseGet(() ->
                        Reply.text(404, "No such user. Known users:\n" + String.join("\n", users.logins()) + "\n"));
    }

    private Reply token(Request request, DemoUser user) {
        return Reply.text(200, mint.sign(mint.userClaims(request.origin(), user)))
                .notStored();
    }

    private Reply partnerToken(Request request) {
        var client = ClientCredentials.of(request).filter(ClientCredentials::known);
        if (client.isEmpty()) {
            return error(401, "invalid_client", "unknown client or wrong secret")
                    .with("WWW-Authenticate", "Basic realm=\"weft stubs\"");
        }
        return switch (request.form().getOrDefault("grant_type", "")) {
            case "client_credentials" ->
                partners(request.form())
                        .map(partners -> partnerToken(request, client.get(), partners))
                        .orElseGet(() -> error(400, "invalid_scope", "name a partner, for example trust.read"));
            case TokenExchange.GRANT -> exchange.answer(request, client.get());
            default -> error(400, "unsupported_grant_type", "only client_credentials and token-exchange");
        };
    }

    private Reply partnerToken(Request request, ClientCredentials client, List<String> partners) {
        var token = partnerTokens.issueCounted(request.origin(), client.id(), partners);
        var seconds = partnerTokens.lifetime().toSeconds();
        return Reply.json(200, documents.token(token, seconds, PartnerTokens.scope(partners)))
                .notStored();
    }

    /** The partners named by the scope, such as {@code trust.read}; empty when it is missing or names anything else. */
    private static Optional<List<String>> partners(Map<String, String> form) {
        var scopes = form.getOrDefault("scope", "").strip();
        if (!scopes.matches("[a-z0-9-]+\\.read( [a-z0-9-]+\\.read)*")) {
            return Optional.empty();
        }
        return Optional.of(Stream.of(scopes.split(" ", -1))
                .map(scope -> scope.substring(0, scope.lastIndexOf('.')))
                .toList());
    }

    private Reply error(int status, String code, String description) {
        return Reply.json(status, documents.error(code, description)).notStored();
    }
}
