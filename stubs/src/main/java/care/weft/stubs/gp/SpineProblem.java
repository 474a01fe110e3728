package care.weft.stubs.gp;

import static care.weft.stubs.fhir.Json.array;
import static care.weft.stubs.fhir.Json.object;

import care.weft.stubs.fhir.Elements;
import care.weft.stubs.fhir.Json;
import care.weft.stubs.partner.Answer;
import tools.jackson.databind.node.ObjectNode;

/** A call that a practice answers with one of the Spine's errors. */
final class SpineProblem extends RuntimeException {

    static final String FHIR_JSON = "application/fhir+json;charset=utf-8";

    private static final long serialVersionUID = 1;
    private static final String CODES = "https://fhir.nhs.uk/STU3/CodeSystem/Spine-ErrorOrWarningCode-1";

    /** The errors that occur here, with their status, FHIR issue type and words. */
    enum Code {
        BAD_REQUEST(400, "invalid", "Bad request"),
        INVALID_NHS_NUMBER(400, "value", "NHS number invalid"),
        INVALID_IDENTIFIER_SYSTEM(400, "value", "Invalid identifier system"),
        NO_PATIENT_CONSENT(403, "forbidden", "Patient has not provided consent to share data"),
        ACCESS_DENIED(403, "forbidden", "Access denied"),
        PATIENT_NOT_FOUND(404, "not-found", "Patient not found"),
        NO_RECORD_FOUND(404, "not-found", "No record found"),
        UNSUPPORTED_MEDIA_TYPE(415, "not-supported", "Unsupported media type"),
        INVALID_PARAMETER(422, "invalid", "Invalid parameter"),
        INVALID_RESOURCE(422, "invalid", "Invalid validation of resource");

        private final int status;
        private final String issue;
        private final String display;

        Code(int status, String issue, String display) {
            this.status = status;
            this.issue = issue;
            this.display = display;
        }
    }

    private final Code code;

    SpineProblem(Code code, String diagnostics) {
        super(diagnostics);
        this.code = code;
    }

    Answer answer() {
        var details = Elements.concept(Elements.coding(CODES, code.name(), code.display), null);
        var issue = object(
                "severity",
                "error",
                "code",
                code.issue,
                "details",
                details,
                "diagnostics",
                String.valueOf(getMessage()));
        return Answer.of(code.status, FHIR_JSON, Json.text(outcome(issue)));
    }

    /** What tells, within a record, that a part of the question was not answered. */
    static ObjectNode notImplemented(String parameter, String words) {
        var details = Elements.concept(Elements.coding(CODES, "NOT_IMPLEMENTED", "Not implemented"), words);
        return object("severity", "warning", "code", "not-supported", "details", details, "diagnostics", parameter);
    }

    static ObjectNode outcome(Object... issues) {
        return object(
                "resourceType",
                "OperationOutcome",
                "meta",
                object("profile", array("https://fhir.nhs.uk/STU3/StructureDefinition/GPConnect-OperationOutcome-1")),
                "issue",
                array(issues));
    }
}
