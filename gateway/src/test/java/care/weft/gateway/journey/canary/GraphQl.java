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

    HttpResponse<String> ask(Question question, String token) throws IOException, InterruptedException {
        var body = JSON.writeValueAsString(Map.of("query", question.document(), "variables", question.variables()));
        return http.send(
                HttpRequest.newBuilder(address)
                        .header("Content-Type", "application/json")
                        .header("Accept", "application/graphql-response+json")
                        .header("Authorization", "Bearer " + token)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
