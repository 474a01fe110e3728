package care.weft.stubs.council;

import static org.assertj.core.api.Assertions.assertThat;

import care.weft.stubs.Http;
import care.weft.stubs.Stubs;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Asks the council as a FHIR client does. */
final class CouncilClient {

    static final String NHS_NUMBER = "https://fhir.nhs.uk/Id/nhs-number";

    private final String baseUrl;
    private final String token;

    CouncilClient(Stubs stubs) {
        baseUrl = stubs.council().baseUrl();
        token = stubs.identityProvider().partnerToken("council");
    }

    /** Asks for a path below the base. */
    HttpResponse<String> get(String path) {
        return fetch(baseUrl + "/" + path);
    }

    private HttpResponse<String> fetch(String url) {
        return Http.get(url, "Authorization", "Bearer " + token, "Accept", "application/fhir+json");
    }

    JsonNode patient(String id) {
        return Http.json(get("Patient/" + id));
    }

    /** The Patients who have an identifier. */
    List<JsonNode> patients(String system, String value) {
        return all("Patient?identifier=" + URLEncoder.encode(system + "|" + value, StandardCharsets.UTF_8));
    }

    /** Every resource that a search finds, from all pages. */
    List<JsonNode> all(String search) {
        var found = new ArrayList<JsonNode>();
        var url = baseUrl + "/" + search;
        while (url != null) {
            var response = fetch(url);
            assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
            var bundle = Http.json(response);
            bundle.path("entry").forEach(entry -> found.add(entry.get("resource")));
            url = next(bundle);
        }
        return found;
    }

    private static @Nullable String next(JsonNode bundle) {
        for (var link : bundle.get("link")) {
            if (link.get("relation").asString().equals("next")) {
                return link.get("url").asString();
            }
        }
        return null;
    }
}
