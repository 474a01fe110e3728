package care.weft.gateway.graphql.section;

import care.weft.gateway.advice.Sourced;
import care.weft.gateway.advice.rules.HeldAssessment;
import care.weft.gateway.advice.rules.HeldRecord;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The records that the rules name, on their way out. */
final class NamedRecords {

    private final Map<String, Sourced<?>> records;
    private final RecordLists lists;
    private final Instant now;
    private final Map<String, ReleasedRecord> released = new HashMap<>();

    NamedRecords(Map<String, Sourced<?>> records, RecordLists lists, Instant now) {
        this.records = records;
        this.lists = lists;
        this.now = now;
    }

    ReleasedRecord of(HeldAssessment held) {
        return of(held.id());
    }

    ReleasedRecord of(HeldRecord<?> held) {
        return of(held.id());
    }

    @Nullable
    ReleasedRecord orNull(@Nullable HeldAssessment held) {
        return held == null ? null : of(held);
    }

    List<ReleasedRecord> all(List<HeldAssessment> held) {
        return held.stream().map(this::of).toList();
    }

    private ReleasedRecord of(String id) {
        return released.computeIfAbsent(id, _ -> {
            var sourced = Objects.requireNonNull(records.get(id), "the rules name only what they were given");
            return lists.release(sourced.record(), sourced.source(), now);
        });
    }
}
