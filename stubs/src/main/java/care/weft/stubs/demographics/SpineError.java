package care.weft.stubs.demographics;

import static care.weft.stubs.fhir.Json.array;
import static care.weft.stubs.fhir.Json.object;

import care.weft.stubs.fhir.Json;
import care.weft.stubs.partner.Answer;
import org.jspecify.annotations.Nullable;

/** What the register answers when it does not answer: a status, and an outcome with a code of Spine's. */
enum SpineError {
    ACCESS_DENIED(401, "error", "forbidden", "Access Denied - Unauthorised"),
    INVALID_METHOD(405, "error", "not-supported", "Method not supported by service"),
    INVALID_RESOURCE_ID(400, "error", "value", "Resource Id is invalid"),
    INVALID_VALUE(400, "error", "value", "Provided value is invalid"),
    INVALIDATED_RESOURCE(
            404,
            "error",
            "processing",
            "Resource that has been marked as invalid was requested - invalid resources cannot be retrieved"),
    MISSING_VALUE(400, "error", "required", "Required value is missing"),
    /** Only informs: the register has searched and found nobody. */
    RESOURCE_NOT_FOUND(404, "information", "not-found", "Resource not found"),
    TOO_MANY_REQUESTS(429, "error", "throttled", "Too Many Requests"),
    UNSUPPORTED_SERVICE(400, "error", "processing", "Unsupported Service");

    static final String FHIR_JSON = "application/fhir+json";

    private static final String SYSTEM = "https://fhir.nhs.uk/R4/CodeSystem/Spine-ErrorOrWarningCode";

    private final int status;
    private final String severity;
    private final String issueCode;
    private final String display;

    SpineError(int status, String severity, String issueCode, String display) {
        this.status = status;
        this.severity = severity;
        this.issueCode = issueCode;
        this.display = display;
    }

    Answer answer(@Nullable String diagnostics) {
        var coding = object("system", SYSTEM, "version", "1", "code", name(), "display", display);
        var issue = object(
                "severity",
                severity,
                "code",
                issueCode,
                "details",
                object("coding", array(coding)),
                "diagnostics",
                diagnostics);
        return Answer.of(
                status, FHIR_JSON, Json.text(object("resourceType", "OperationOutcome", "issue", array(issue))));
    }
}
