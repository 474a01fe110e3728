package care.weft.fhir;

import care.weft.spi.Fault;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a server says of its own answer. The words in it ({@code diagnostics}, {@code details.text}) may hold personal data
 * and are never read.
 *
 * @param issues in the server's order
 */
public record OperationOutcome(List<Issue> issues) {

    /** FHIR's own issue codes: anything else in {@code code} is not repeated, for it is logged. */
    private static final Set<String> CODES = Set.of(
            "invalid",
            "structure",
            "required",
            "value",
            "invariant",
            "security",
            "login",
            "unknown",
            "expired",
            "forbidden",
            "suppressed",
            "processing",
            "not-supported",
            "duplicate",
            "multiple-matches",
            "not-found",
            "deleted",
            "too-long",
            "code-invalid",
            "extension",
            "too-costly",
            "business-rule",
            "conflict",
            "limited-filter",
            "transient",
            "lock-error",
            "no-store",
            "exception",
            "timeout",
            "incomplete",
            "throttled",
            "informational",
            "success");

    public OperationOutcome {
        issues = List.copyOf(issues);
    }

    /**
     * One issue.
     *
     * @param error whether it is an error or fatal; what states no severity, or one unknown, is taken for an error
     * @param code FHIR's issue code; {@code unknown} for anything that is none
     * @param details the codes of {@code details.coding}, such as Spine's, to compare with and not to log
     */
    public record Issue(boolean error, String code, List<String> details) {

        public Issue {
            details = List.copyOf(details);
        }

        /** What an error of this code means for the whole answer; null when the code alone does not tell. */
        @Nullable
        Fault fault() {
            return switch (code) {
                case "timeout" -> Fault.TIMED_OUT;
                case "throttled" -> Fault.RATE_LIMITED;
                case "forbidden", "security", "login", "suppressed", "expired" -> Fault.REFUSED;
                case "transient", "exception", "lock-error", "no-store", "incomplete" -> Fault.UNAVAILABLE;
                default -> null;
            };
        }
    }

    static OperationOutcome of(Element outcome) {
        return new OperationOutcome(
                outcome.each("issue").stream().map(OperationOutcome::issue).toList());
    }

    private static Issue issue(Element issue) {
        var severity = issue.text("severity");
        var code = issue.text("code");
        return new Issue(
                !"warning".equals(severity) && !"information".equals(severity) && !"success".equals(severity),
                code != null && CODES.contains(code) ? code : "unknown",
                issue.each("details").stream()
                        .flatMap(details -> details.each("coding").stream())
                        .map(coding -> coding.text("code"))
                        .filter(Objects::nonNull)
                        .toList());
    }

    /** The issues that are errors; what has no issue at all says nothing good, and counts as one error. */
    public List<Issue> errors() {
        return issues.isEmpty()
                ? List.of(new Issue(true, "unknown", List.of()))
                : issues.stream().filter(Issue::error).toList();
    }

    /** Whether an issue, of whatever severity, has this code, be it FHIR's or one of its details. */
    public boolean has(String code) {
        return issues.stream()
                .anyMatch(issue -> issue.code().equals(code) || issue.details().contains(code));
    }
}
