package care.weft.stubs.fhir;

/** A call that is answered with an OperationOutcome. */
public final class FhirProblem extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int status;
    private final String code;

    public FhirProblem(int status, String code, String diagnostics) {
        super(diagnostics);
        this.status = status;
        this.code = code;
    }

    /** A call that cannot be understood: status 400. */
    static FhirProblem invalid(String code, String diagnostics) {
        return new FhirProblem(400, code, diagnostics);
    }

    int status() {
        return status;
    }

    /** Of FHIR's issue types. */
    String code() {
        return code;
    }
}
