package care.weft.stubs.gp;

import static care.weft.stubs.fhir.Json.array;
import static care.weft.stubs.fhir.Json.object;
import static org.assertj.core.api.Assertions.assertThat;

import care.weft.stubs.Http;
import care.weft.stubs.fhir.Json;
import care.weft.stubs.population.Person;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Asks practices as a GP Connect consumer does. */
final class GpClient {

    static final String STRUCTURED = "structured/fhir/Patient/$gpc.getstructuredrecord";

    private static final String INTERACTION = "urn:nhs:names:services:gpconnect:fhir:";

    private final GpStub stub;

    GpClient(GpStub stub) {
        this.stub = stub;
    }

    /** Headers that a practice accepts. */
    static Map<String, String> headers(String ods, String interaction) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("Ssp-TraceID", "09a01679-2564-0fb4-5129-aecc81ea2706");
        headers.put("Ssp-From", "200000000359");
        headers.put("Ssp-To", "2000000" + ods.substring(1));
        headers.put("Ssp-InteractionID", INTERACTION + interaction);
        headers.put("Accept", "application/fhir+json");
        headers.put("Content-Type", "application/fhir+json");
        headers.put("Authorization", "Bearer " + token(claims(ods)));
        return headers;
    }

    /** Claims that this practice accepts. */
    static ObjectNode claims(String ods) {
        long now = Instant.now().getEpochSecond();
        var user = object("system", "https://weft.example/user", "value", "u1");
        return object(
                        "iss",
                        "https://weft.example",
                        "sub",
                        "u1",
                        "aud",
                        "https://practice.example" + GpStub.path(ods) + "fhir",
                        "reason_for_request",
                        "directcare",
                        "requested_scope",
                        "patient/*.read",
                        "requesting_device",
                        object(
                                "resourceType",
                                "Device",
                                "identifier",
                                array(object("system", "https://weft.example/device", "value", "1")),
                                "model",
                                "Weft",
                                "version",
                                "1"),
                        "requesting_organization",
                        object(
                                "resourceType",
                                "Organization",
                                "identifier",
                                array(object("system", "https://fhir.nhs.uk/Id/ods-organization-code", "value", "R0A")),
                                "name",
                                "A trust"),
                        "requesting_practitioner",
                        object(
                                "resourceType",
                                "Practitioner",
                                "id",
                                "u1",
                                "identifier",
                                array(
                                        object("system", "https://fhir.nhs.uk/Id/sds-user-id", "value", "UNK"),
                                        object("system", "https://fhir.nhs.uk/Id/sds-role-profile-id", "value", "UNK"),
                                        user),
                                "name",
                                array(object("family", "User"))))
                .put("iat", now)
                .put("exp", now + 300);
    }

    static String token(ObjectNode claims) {
        return encoded("{\"alg\":\"none\",\"typ\":\"JWT\"}") + "." + encoded(Json.text(claims)) + ".";
    }

    static String encoded(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    HttpResponse<String> get(String ods, String path, Map<String, String> headers) {
        return Http.get(url(ods, path), flat(headers));
    }

    HttpResponse<String> findPatient(String ods, String nhsNumber) {
        var identifier = URLEncoder.encode("https://fhir.nhs.uk/Id/nhs-number|" + nhsNumber, StandardCharsets.UTF_8);
        return get(ods, "fhir/Patient?identifier=" + identifier, headers(ods, "rest:search:patient-1"));
    }

    HttpResponse<String> appointments(String ods, String patientId, String query) {
        return get(
                ods,
                "fhir/Patient/" + patientId + "/Appointment?" + query,
                headers(ods, "rest:search:patient_appointments-1"));
    }

    HttpResponse<String> structured(String ods, String body) {
        return structured(ods, body, headers(ods, "operation:gpc.getstructuredrecord-1"));
    }

    HttpResponse<String> structured(String ods, String body, Map<String, String> headers) {
        return Http.post(url(ods, STRUCTURED), body, flat(headers));
    }

    /** A request for one area of the record, from a day on. */
    static String request(@Nullable String nhsNumber, String area, String part, String from) {
        return """
                {"resourceType": "Parameters", "parameter": [
                  {"name": "patientNHSNumber",
                   "valueIdentifier": {"system": "https://fhir.nhs.uk/Id/nhs-number", "value": "%s"}},
                  {"name": "%s", "part": [{"name": "%s", "valuePeriod": {"start": "%s"}}]}]}""".formatted(nhsNumber, area, part, from);
    }

    /** All that a practice answers of a kind to one request for a record. */
    List<JsonNode> record(Person person, String area, String part, String type, String from) {
        var response = structured(person.practice().ods(), request(person.nhsNumber(), area, part, from));
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return resources(Http.json(response), type);
    }

    static List<JsonNode> resources(JsonNode bundle, String type) {
        var found = new ArrayList<JsonNode>();
        for (var entry : bundle.path("entry")) {
            if (entry.at("/resource/resourceType").asString().equals(type)) {
                found.add(entry.get("resource"));
            }
        }
        return found;
    }

    static String spineCode(HttpResponse<String> response) {
        var outcome = Http.json(response);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/fhir+json;charset=utf-8");
        assertThat(outcome.at("/issue/0/details/coding/0/system").asString())
                .isEqualTo("https://fhir.nhs.uk/STU3/CodeSystem/Spine-ErrorOrWarningCode-1");
        return response.statusCode() + " "
                + outcome.at("/issue/0/details/coding/0/code").asString();
    }

    private String url(String ods, String path) {
        return stub.adminUrl().replace("/__admin", "") + GpStub.path(ods) + path;
    }

    private static String[] flat(Map<String, String> headers) {
        return headers.entrySet().stream()
                .flatMap(header -> List.of(header.getKey(), header.getValue()).stream())
                .toArray(String[]::new);
    }
}
