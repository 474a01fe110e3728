package care.weft.gateway.journey;

import care.weft.stubs.partner.PartnerStub;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the tokens say that a stub partner was called with since it last forgot its calls, by its own journal. */
final class PresentedTokens {

    private static final String BEARER = "Bearer ";

    private PresentedTokens() {}

    /** The claims of each call's token, calls without one left out. */
    static List<JsonNode> at(PartnerStub partner) throws IOException, InterruptedException {
        try (var http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            var journal = http.send(
                    HttpRequest.newBuilder(URI.create(partner.adminUrl() + "/requests"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            return JsonMapper.shared()
                    .readTree(journal.body())
                    .path("requests")
                    .valueStream()
                    .map(call ->
                            call.at("/request/headers").path("Authorization").asString(""))
                    .filter(authorization -> authorization.startsWith(BEARER))
                    .map(authorization -> claims(authorization.substring(BEARER.length())))
                    .toList();
        }
    }

    private static JsonNode claims(String token) {
        var payload = Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]);
        return JsonMapper.shared().readTree(new String(payload, StandardCharsets.UTF_8));
    }
}
