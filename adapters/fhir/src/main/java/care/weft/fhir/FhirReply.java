package care.weft.fhir;

import care.weft.spi.Fault;
import care.weft.spi.HttpReply;
import care.weft.spi.PartnerException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * A FHIR server's answer to one call, whatever its status. The stated content type is not looked at: a body is what it
 * parses as. {@link #toString()} shows the status alone.
 */
public final class FhirReply {

    private final HttpReply reply;
    private final Element resource;
    private final String defect;

    private FhirReply(HttpReply reply, Element resource, String defect) {
        this.reply = reply;
        this.resource = resource;
        this.defect = defect;
    }

    static FhirReply of(HttpReply reply) {
        var body = reply.body();
        if (body.length == 0) {
            return new FhirReply(reply, Element.ABSENT, "body is empty");
        }
        try {
            var read = Element.read(body);
            return read.text("resourceType") == null
                    ? new FhirReply(reply, Element.ABSENT, "body is not a FHIR resource")
                    : new FhirReply(reply, read, "");
        } catch (JacksonException notJson) {
            return new FhirReply(reply, Element.ABSENT, "body is " + (isMarkup(body) ? "HTML or XML" : "not JSON"));
        }
    }

    private static boolean isMarkup(byte[] body) {
        for (byte character : body) {
            if (character > ' ') {
                return character == '<';
            }
        }
        return false;
    }

    public int status() {
        return reply.status();
    }

    /** The body when it is an {@code OperationOutcome}; null when it is anything else. */
    public @Nullable OperationOutcome outcome() {
        return is("OperationOutcome") ? OperationOutcome.of(resource) : null;
    }

    /**
     * The outcomes among the entries of a bundle, whatever their severity: {@link Bundle#rejections()} tells of errors alone,
     * and some partners say in a warning that they left something out. Empty when the body is no bundle.
     */
    public List<OperationOutcome> outcomes() {
        return resource.each("entry").stream()
                .map(entry -> entry.at("resource").present() ? entry.at("resource") : entry)
                .filter(content -> "OperationOutcome".equals(content.text("resourceType")))
                .map(OperationOutcome::of)
                .toList();
    }

    /**
     * Whether the server says that what was asked for does not exist: 404 or 410 without a body or with an outcome that
     * tells of nothing else, such as a refusal; or 200 with an outcome that says so. An error page says nothing about a record.
     */
    public boolean notFound() {
        var outcome = outcome();
        boolean gone = reply.status() == 404 || reply.status() == 410;
        if (outcome == null) {
            return gone && reply.body().length == 0;
        }
        return gone
                ? outcome.errors().stream().allMatch(error -> error.fault() == null)
                : reply.successful() && (outcome.has("not-found") || outcome.has("deleted"));
    }

    /**
     * The body, if the call succeeded and the body is a resource of this kind.
     *
     * @throws PartnerException for everything else, by what the status and the outcome mean
     */
    public Element expect(String resourceType) {
        var outcome = outcome();
        var error =
                outcome == null ? null : outcome.errors().stream().findFirst().orElse(null);
        if (!reply.successful()) {
            var said = error == null ? "" : ", " + error.code();
            throw new PartnerException(fault(outcome), "HTTP " + reply.status() + said);
        }
        if (outcome != null && error != null) {
            throw new PartnerException(fault(outcome), "body is an OperationOutcome: " + error.code());
        }
        if (!resource.present()) {
            throw new PartnerException(Fault.INVALID_ANSWER, defect);
        }
        if (!is(resourceType)) {
            throw new PartnerException(Fault.INVALID_ANSWER, "body is not a " + resourceType);
        }
        return resource;
    }

    /** A refusal and a rate limit are what their status says; for the rest the outcome, where it has one, knows better. */
    private Fault fault(@Nullable OperationOutcome outcome) {
        var byStatus = reply.fault();
        if (!reply.successful() && (byStatus == Fault.REFUSED || byStatus == Fault.RATE_LIMITED)) {
            return byStatus;
        }
        if (outcome != null) {
            for (var issue : outcome.errors()) {
                var byIssue = issue.fault();
                if (byIssue != null) {
                    return byIssue;
                }
            }
        }
        return byStatus;
    }

    private boolean is(String resourceType) {
        return resourceType.equals(resource.text("resourceType"));
    }

    @Override
    public String toString() {
        return "FhirReply[" + reply.status() + "]";
    }
}
