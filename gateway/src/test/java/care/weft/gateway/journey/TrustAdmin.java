package care.weft.gateway.journey;

import care.weft.stubs.population.Person;
import care.weft.stubs.trust.TrustStub;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** The stub trust in an operator's hands: plain HTTP to WireMock's admin API, and a look at what the trust really says. */
final class TrustAdmin {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final JsonMapper JSON = JsonMapper.shared();

    private final TrustStub trust;
    private final String token;

    TrustAdmin(TrustStub trust, String token) {
        this.trust = trust;
        this.token = token;
    }

    /** From now on searches for this type of resource, and no other calls, are answered so. */
    void answer(String type, Map<String, ?> response) {
        var mapping = Map.of("request", Map.of("urlPath", "/fhir/R4/" + type), "response", response);
        send(HttpRequest.newBuilder(URI.create(trust.adminUrl() + "/mappings"))
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(mapping))));
    }

    /** All is well again. */
    void mend() {
        send(HttpRequest.newBuilder(URI.create(trust.adminUrl() + "/mappings")).DELETE());
    }

    /** What the trust says of a person when it is searched for this type of resource, as text. */
    String search(String type, Person person) {
        var patient = "patient=" + trust.patientIds(person).getFirst();
        var query = switch (type) {
            case "Patient" -> "identifier=https%3A%2F%2Ffhir.nhs.uk%2FId%2Fnhs-number%7C" + person.nhsNumber();
            case "Observation" -> patient + "&category=survey";
            default -> patient;
        };
        return send(HttpRequest.newBuilder(URI.create(trust.baseUrl() + "/" + type + "?" + query))
                .header("Authorization", "Bearer " + token));
    }

    private static String send(HttpRequest.Builder request) {
        try {
            var response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() > 299) {
                throw new AssertionError("The stub answered " + response.statusCode());
            }
            return response.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted", e);
        }
    }
}
