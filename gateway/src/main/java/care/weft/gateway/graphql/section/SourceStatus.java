package care.weft.gateway.graphql.section;

import care.weft.gateway.fanout.Freshness;
import care.weft.gateway.fanout.Limits;
import care.weft.gateway.fanout.Outcome;
import care.weft.gateway.fanout.SourceAnswer;
import care.weft.gateway.partner.Partner;
import care.weft.spi.DateWindow;
import care.weft.spi.model.Confidentiality;
import care.weft.spi.model.Section;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one partner said about one section, in the words of the API. */
record SourceStatus(
        Partner partner,
        Section section,
        Outcome outcome,
        @Nullable Coverage covers,
        @Nullable Instant asOf,
        @Nullable Freshness freshness,
        @Nullable Integer ageSeconds,
        int rejectedRecords,
        boolean retryable,
        List<String> withheldFields,
        List<Confidentiality> withheldLabels,
        String message) {

    /** What an answer covers. */
    record Coverage(
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable List<String> statuses) {}

    static SourceStatus of(SourceAnswer source, DateWindow asked, Instant now) {
        var retrievedAt = source.retrievedAt();
        return new SourceStatus(
                source.partner(),
                source.section(),
                source.outcome(),
                coverage(source),
                source.asOf(),
                source.freshness(),
                retrievedAt == null ? null : Provenance.ageSeconds(retrievedAt, now),
                source.rejected(),
                source.retryable(),
                withheldFields(source.limits()),
                source.limits().labels().stream().sorted().toList(),
                SourceMessage.of(source, asked));
    }

    private static List<String> withheldFields(Limits limits) {
        return limits.withheld().stream()
                .sorted()
                .flatMap(field -> field.fields().stream())
                .distinct()
                .toList();
    }

    private static @Nullable Coverage coverage(SourceAnswer source) {
        var extent = source.extent();
        if (extent == null) {
            return null;
        }
        var covered = extent.covered();
        return new Coverage(covered.from(), covered.to(), extent.statuses().isEmpty() ? null : extent.statuses());
    }
}
