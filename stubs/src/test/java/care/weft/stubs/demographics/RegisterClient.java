package care.weft.stubs.demographics;

import static org.assertj.core.api.Assertions.assertThat;

import care.weft.stubs.Http;
import care.weft.stubs.Stubs;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** Asks the register as an application does. */
final class RegisterClient {

    private final String baseUrl;
    private final String authorization;

    RegisterClient(Stubs stubs) {
        baseUrl = stubs.demographics().baseUrl();
        authorization = "Bearer " + stubs.identityProvider().partnerToken("demographics");
    }

    /** With all headers that are mandatory, and these further ones, names and values in turn. */
    HttpResponse<String> get(String path, String... headers) {
        var all = new ArrayList<>(
                List.of("X-Request-ID", UUID.randomUUID().toString(), "NHSD-End-User-Organisation-ODS", "R0A"));
        all.addAll(Arrays.asList(headers));
        return bare(path, all.toArray(new String[0]));
    }

    /** With a token and these headers only. */
    HttpResponse<String> bare(String path, String... headers) {
        var all = new ArrayList<>(List.of("Authorization", authorization));
        all.addAll(Arrays.asList(headers));
        return Http.get(baseUrl + "/" + path, all.toArray(new String[0]));
    }

    JsonNode patient(String nhsNumber) {
        var response = get("Patient/" + nhsNumber);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return Http.json(response);
    }

    JsonNode related(String nhsNumber) {
        var response = get("Patient/" + nhsNumber + "/RelatedPerson");
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return Http.json(response);
    }

    /** The code of Spine's, after checking that the answer is an outcome of this status. */
    static String error(HttpResponse<String> response, int status) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        var outcome = Http.json(response);
        assertThat(outcome.get("resourceType").asString()).isEqualTo("OperationOutcome");
        var coding = outcome.at("/issue/0/details/coding/0");
        assertThat(coding.get("system").asString())
                .isEqualTo("https://fhir.nhs.uk/R4/CodeSystem/Spine-ErrorOrWarningCode");
        return coding.get("code").asString();
    }
}
