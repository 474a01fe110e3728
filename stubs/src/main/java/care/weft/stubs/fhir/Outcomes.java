package care.weft.stubs.fhir;

import static care.weft.stubs.fhir.Json.array;
import static care.weft.stubs.fhir.Json.object;

import care.weft.stubs.partner.Answer;

/** Answers that hold an OperationOutcome. */
public final class Outcomes {

    public static final String FHIR_JSON = "application/fhir+json; fhirVersion=4.0";

    private Outcomes() {}

    public static Answer of(FhirProblem problem) {
        return of(problem.status(), problem.code(), String.valueOf(problem.getMessage()));
    }

    /**
     * An outcome of one error.
     *
     * @param code of FHIR's issue types
     */
    public static Answer of(int status, String code, String diagnostics) {
        var outcome = object(
                "resourceType",
                "OperationOutcome",
                "issue",
                array(object("severity", "error", "code", code, "diagnostics", diagnostics)));
        return Answer.of(status, FHIR_JSON, Json.text(outcome));
    }
}
