package care.weft.gateway.journey;

import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a trust may do instead of answering a search, and the outcome that must come of it. */
enum TrustFault {
    /** Nobody listens. */
    STOPPED("UNAVAILABLE"),
    ERROR_500("UNAVAILABLE"),
    ERROR_503("UNAVAILABLE"),
    TOO_MANY_REQUESTS("RATE_LIMITED"),
    UNAUTHORISED("REFUSED"),
    FORBIDDEN("REFUSED"),
    NO_SUCH_SEARCH("INVALID_ANSWER"),
    SILENCE("TIMED_OUT"),
    TRICKLE("TIMED_OUT"),
    RESET("UNAVAILABLE"),
    EMPTY_REPLY("UNAVAILABLE"),
    GARBAGE("UNAVAILABLE"),
    MALFORMED_CHUNK("UNAVAILABLE"),
    NO_BODY("INVALID_ANSWER"),
    BROKEN_JSON("INVALID_ANSWER"),
    TRUNCATED_JSON("INVALID_ANSWER"),
    HTML("INVALID_ANSWER"),
    OVER_THE_LIMIT("INVALID_ANSWER"),
    FATAL_OUTCOME("UNAVAILABLE"),
    UNCLEAR_OUTCOME("INVALID_ANSWER"),
    CIRCLE_OF_PAGES("INVALID_ANSWER"),
    MOVED_ELSEWHERE("INVALID_ANSWER"),
    /** Records that can be read are shown; who the person is must be beyond doubt. */
    ERROR_BESIDE_ENTRIES("PARTIAL", "INVALID_ANSWER"),
    SOMEBODY_ELSE("INVALID_ANSWER"),
    /** No fault to us: what can be read is read. */
    WRONG_CONTENT_TYPE("ANSWERED");

    private final String onSearches;
    private final String onIdentification;

    TrustFault(String outcome) {
        this(outcome, outcome);
    }

    TrustFault(String onSearches, String onIdentification) {
        this.onSearches = onSearches;
        this.onIdentification = onIdentification;
    }

    /** The outcome of a section whose searches go wrong. */
    String onSearches() {
        return onSearches;
    }

    /** The outcome of every section when the search for the person goes wrong. */
    String onIdentification() {
        return onIdentification;
    }

    /**
     * A search that is to go wrong.
     *
     * @param own what the trust truly answers about the person asked for
     * @param another what it truly answers about somebody else
     * @param address an absolute one that leads to this search again
     */
    record Search(String own, String another, String address) {}

    /** As WireMock's admin API takes it. */
    Map<String, ?> response(Search search) {
        return switch (this) {
            case STOPPED -> throw new IllegalArgumentException("Who is stopped does not respond");
            case ERROR_500 -> Map.of("status", 500);
            case ERROR_503 -> Map.of("status", 503);
            case TOO_MANY_REQUESTS -> Map.of("status", 429, "headers", Map.of("Retry-After", "120"));
            case UNAUTHORISED -> Map.of("status", 401);
            case FORBIDDEN -> Map.of("status", 403);
            case NO_SUCH_SEARCH -> Map.of("status", 404, "body", outcome("error", "not-found"));
            case SILENCE -> Map.of("status", 200, "fixedDelayMilliseconds", 120_000);
            case TRICKLE ->
                Map.of(
                        "status", 200,
                        "body", search.own(),
                        "chunkedDribbleDelay", Map.of("numberOfChunks", 100, "totalDuration", 60_000));
            case RESET -> Map.of("fault", "CONNECTION_RESET_BY_PEER");
            case EMPTY_REPLY -> Map.of("fault", "EMPTY_RESPONSE");
            case GARBAGE -> Map.of("fault", "RANDOM_DATA_THEN_CLOSE");
            case MALFORMED_CHUNK -> Map.of("fault", "MALFORMED_RESPONSE_CHUNK");
            case NO_BODY -> Map.of("status", 200);
            case BROKEN_JSON -> body("{\"resourceType\": \"Bundle\", \"entry\": [}]}");
            case TRUNCATED_JSON -> body(search.own().substring(0, search.own().length() / 2));
            case HTML -> body("<html><body><h1>Please sign in</h1></body></html>");
            case OVER_THE_LIMIT -> body(" ".repeat(11 * 1024 * 1024));
            case FATAL_OUTCOME -> body(outcome("fatal", "exception"));
            case UNCLEAR_OUTCOME -> body(outcome("error", "processing"));
            case CIRCLE_OF_PAGES -> body(followedByItself(search));
            case MOVED_ELSEWHERE -> Map.of("status", 301, "headers", Map.of("Location", "http://127.0.0.2:9/Bundle"));
            case ERROR_BESIDE_ENTRIES -> body(withAnError(search.own()));
            case SOMEBODY_ELSE -> body(search.another());
            case WRONG_CONTENT_TYPE ->
                Map.of("status", 200, "headers", Map.of("Content-Type", "text/plain"), "body", search.own());
        };
    }

    private static Map<String, ?> body(String body) {
        return Map.of("status", 200, "headers", Map.of("Content-Type", "application/fhir+json"), "body", body);
    }

    private static String outcome(String severity, String code) {
        return """
                {"resourceType": "OperationOutcome", "issue": [{"severity": "%s", "code": "%s"}]}""".formatted(severity, code);
    }

    private static String followedByItself(Search search) {
        var page = read(search.own());
        page.putArray("link").addObject().put("relation", "next").put("url", search.address());
        return page.toString();
    }

    private static String withAnError(String bundle) {
        var page = read(bundle);
        var entries = page.get("entry") instanceof ArrayNode some ? some : page.putArray("entry");
        var entry = entries.addObject();
        entry.putObject("search").put("mode", "outcome");
        entry.set("resource", read(outcome("error", "processing")));
        return page.toString();
    }

    private static ObjectNode read(String json) {
        return (ObjectNode) JsonMapper.shared().readTree(json);
    }
}
