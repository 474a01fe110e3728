package care.weft.gateway.graphql.section;

import care.weft.gateway.audit.AuditKind;
import care.weft.spi.model.NhsNumber;
import care.weft.spi.model.Section;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A visit, or one event, in the words of the API. */
record AccessView(
        String id,
        AuditKind kind,
        Instant from,
        Instant to,
        int requests,
        String who,
        @Nullable String callerId,
        List<String> roles,
        @Nullable String organisation,
        String purpose,
        List<Section> sections,
        List<String> partners,
        @Nullable String outcome,
        @Nullable String requestId,
        @Nullable NhsNumber nhsNumber,
        String summary)
        implements Page.Node {

    /** Its id says where it is in the list. */
    @Override
    public String cursor() {
        return id;
    }
}
