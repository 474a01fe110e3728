package care.weft.gateway.journey.canary;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Asks the gateway, and waits. */
final class GraphQl {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI address;

    GraphQl(int port) {
        address = URI.create("http://localhost:" + port + "/graphql");
    }

    /** @param anew whether no partner's answer is wanted that was kept */
    HttpResponse<String> ask(Question question, String token, boolean anew) throws IOException, InterruptedException {
        var body = JSON.writeValueAsString(Map.of("query", question.document(), "variables", question.variables()));
        var request = HttpRequest.newBuilder(address)
                .header("Content-Type", "application/json")
                .header("Accept", "application/graphql-response+json")
                .header("Authorization", "Bearer " + token)
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (anew) {
            request.header("Cache-Control", "no-cache");
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
