package care.weft.stubs.trust;

import static org.assertj.core.api.Assertions.assertThat;

import care.weft.stubs.Http;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Asks the trust as a FHIR client does. */
final class TrustClient {

    private final String baseUrl;
    private final String token;

    TrustClient(String baseUrl, String token) {
        this.baseUrl = baseUrl;
        this.token = token;
    }

    /** Asks for a path below the base. */
    HttpResponse<String> get(String path) {
        return fetch(baseUrl + "/" + path);
    }

    HttpResponse<String> fetch(String url) {
        return Http.get(url, "Authorization", "Bearer " + token, "Accept", "application/fhir+json");
    }

    JsonNode patients(String system, String value) {
        var response = get("Patient?identifier=" + encoded(system + "|" + value));
        assertThat(response.statusCode()).isEqualTo(200);
        return Http.json(response);
    }

    /** The logical ids of the Patients with this NHS number. */
    List<String> patientIds(String nhsNumber) {
        return resources(patients("https://fhir.nhs.uk/Id/nhs-number", nhsNumber)).stream()
                .map(patient -> patient.get("id").asString())
                .toList();
    }

    /** Every resource that a search finds, from all pages. */
    List<JsonNode> all(String search) {
        var found = new ArrayList<JsonNode>();
        var url = baseUrl + "/" + search;
        while (url != null) {
            var response = fetch(url);
            assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
            var bundle = Http.json(response);
            found.addAll(resources(bundle));
            url = link(bundle, "next");
        }
        return found;
    }

    static List<JsonNode> resources(JsonNode bundle) {
        var resources = new ArrayList<JsonNode>();
        bundle.path("entry").forEach(entry -> resources.add(entry.get("resource")));
        return resources;
    }

    static @Nullable String link(JsonNode bundle, String relation) {
        for (var link : bundle.get("link")) {
            if (link.get("relation").asString().equals(relation)) {
                return link.get("url").asString();
            }
        }
        return null;
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
