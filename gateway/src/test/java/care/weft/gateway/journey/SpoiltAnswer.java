package care.weft.gateway.journey;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Answers as a partner should not give them, in the words of WireMock's admin API. */
final class SpoiltAnswer {

    private static final String BOMB = Base64.getEncoder().encodeToString(zippedBlanks(100));

    private SpoiltAnswer() {}

    static Map<String, ?> of(int status, String contentType, String body) {
        return Map.of("status", status, "headers", Map.of("Content-Type", contentType), "body", body);
    }

    static Map<String, ?> json(String body) {
        return of(200, "application/fhir+json", body);
    }

    static Map<String, ?> outcome(String severity, String code) {
        return json("""
                {"resourceType": "OperationOutcome", "issue": [{"severity": "%s", "code": "%s"}]}""".formatted(severity, code));
    }

    static Map<String, ?> retryAfter(int status, String value) {
        return Map.of("status", status, "headers", Map.of("Retry-After", value));
    }

    /** About 100 kB that become 100 MB. */
    static Map<String, ?> gzipBomb() {
        return Map.of(
                "status",
                200,
                "headers",
                Map.of("Content-Type", "application/fhir+json", "Content-Encoding", "gzip"),
                "base64Body",
                BOMB);
    }

    /** More headers than anyone means, none of them long. */
    static Map<String, ?> withManyHeaders(String body) {
        var headers = new LinkedHashMap<String, String>();
        for (int header = 0; header < 200; header++) {
            headers.put("X-" + header, "1");
        }
        return Map.of("status", 200, "headers", headers, "body", body);
    }

    /** Every record of a page twice. */
    static String twice(String page) {
        var json = read(page);
        for (var name : List.of("entry", "rows")) {
            if (json.get(name) instanceof ArrayNode records) {
                records.addAll(records.deepCopy());
            }
        }
        return json.toString();
    }

    /** The same page with another following it; what is no page stays as it is. */
    static Map<String, ?> followed(String page, String next) {
        return json(withNext(page, next));
    }

    /** A page after which another comes that has not been seen before, and so on. */
    static Map<String, ?> endless(KnownCall call) {
        var separator = call.url().contains("?") ? "&" : "?";
        var next = call.address() + separator + "round={{randomValue length=12 type='ALPHANUMERIC'}}";
        var response = new LinkedHashMap<String, Object>(followed(call.own(), next));
        response.put("transformers", List.of("response-template"));
        return response;
    }

    private static String withNext(String page, String next) {
        var json = read(page);
        if (json.has("rows")) {
            json.put("next", next);
        } else if (json.path("resourceType").asString("").equals("Bundle")) {
            json.putArray("link").addObject().put("relation", "next").put("url", next);
        }
        return json.toString();
    }

    private static ObjectNode read(String json) {
        return (ObjectNode) JsonMapper.shared().readTree(json);
    }

    private static byte[] zippedBlanks(int megabytes) {
        var zipped = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(zipped)) {
            var megabyte = " ".repeat(1_000_000).getBytes(StandardCharsets.US_ASCII);
            for (int written = 0; written < megabytes; written++) {
                out.write(megabyte);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return zipped.toByteArray();
    }
}
