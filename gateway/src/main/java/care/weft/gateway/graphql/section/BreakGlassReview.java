package care.weft.gateway.graphql.section;

import care.weft.gateway.access.CallerRole;
import care.weft.gateway.person.ExceptionalAccess;
import care.weft.gateway.person.Opening;
import care.weft.gateway.person.ReviewOutcome;
import care.weft.spi.model.NhsNumber;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One opening to be looked at, in the words of the API. */
record BreakGlassReview(Opening opening) implements Page.Node {

    private static final String NHS = "nhs:";

    @Override
    public String cursor() {
        return String.valueOf(opening.place());
    }

    public String id() {
        return opening.id();
    }

    public ExceptionalAccess kind() {
        return opening.kind();
    }

    public @Nullable NhsNumber nhsNumber() {
        var key = opening.person().value();
        return key.startsWith(NHS)
                ? NhsNumber.parse(key.substring(NHS.length())).orElse(null)
                : null;
    }

    public String openedBy() {
        return opening.openedBy();
    }

    public List<CallerRole> roles() {
        return opening.roles();
    }

    public @Nullable String organisationCode() {
        return opening.organisation();
    }

    public String reason() {
        return opening.reason();
    }

    public Instant openedAt() {
        return opening.openedAt();
    }

    public Instant until() {
        return opening.until();
    }

    public @Nullable ReviewOutcome outcome() {
        return opening.outcome();
    }

    public List<Opening.Finding> findings() {
        return opening.findings();
    }
}
