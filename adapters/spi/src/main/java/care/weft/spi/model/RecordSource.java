package care.weft.spi.model;

import java.net.URI;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where one entry comes from, as the partner states it. The gateway adds the partner and when it was retrieved.
 *
 * @param recordId the partner's own identifier of the record, stable across reads, not blank
 * @param owner whose record the partner says it is, read from the record itself and never from the question asked: the
 *     gateway drops an entry whose owner is not the person asked for
 * @param version the partner's version of the record, when it has one
 * @param system the partner's system that holds it, when stated
 * @param recordedAt when the partner last recorded or changed it, when stated
 * @param openIn opens the record in the partner's own system
 * @param labels by which the partner says that fewer may see it; empty for a record like others. Of details of a person they
 *     say what {@link Demographics#restricted()} says
 */
public record RecordSource(
        String recordId,
        Owner owner,
        @Nullable String version,
        @Nullable String system,
        @Nullable Instant recordedAt,
        @Nullable URI openIn,
        Set<Confidentiality> labels) {

    public RecordSource {
        if (recordId.isBlank()) {
            throw new IllegalArgumentException("A record id must not be blank");
        }
        labels = Set.copyOf(labels);
    }

    /** One without labels. */
    public RecordSource(
            String recordId,
            Owner owner,
            @Nullable String version,
            @Nullable String system,
            @Nullable Instant recordedAt,
            @Nullable URI openIn) {
        this(recordId, owner, version, system, recordedAt, openIn, Set.of());
    }
}
