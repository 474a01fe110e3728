package care.weft.gateway.graphql.section;

import care.weft.gateway.fanout.Freshness;
import care.weft.gateway.fanout.SourceAnswer;
import care.weft.gateway.partner.Partner;
import care.weft.spi.model.Confidentiality;
import care.weft.spi.model.RecordSource;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a record or a value is from, and how fresh it is. */
record Provenance(
        Partner partner,
        @Nullable String system,
        String recordId,
        @Nullable Instant recordedAt,
        Instant retrievedAt,
        Freshness freshness,
        int ageSeconds,
        @Nullable URI openIn,
        List<Confidentiality> labels) {

    static Provenance of(RecordSource record, SourceAnswer source, Instant now) {
        var retrievedAt = source.retrievedAt() == null ? now : source.retrievedAt();
        return new Provenance(
                source.partner(),
                record.system(),
                record.recordId(),
                record.recordedAt(),
                retrievedAt,
                source.freshness() == null ? Freshness.LIVE : source.freshness(),
                ageSeconds(retrievedAt, now),
                record.openIn(),
                record.labels().stream().sorted().toList());
    }

    static int ageSeconds(Instant retrievedAt, Instant now) {
        return Math.clamp(Duration.between(retrievedAt, now).toSeconds(), 0, Integer.MAX_VALUE);
    }
}
