package care.weft.gateway.audit;

import care.weft.gateway.audit.AccessFilter.Place;
import care.weft.spi.model.Moment;
import care.weft.spi.model.PersonKey;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Who looked at a person's record, visit by visit: what one caller did on one day for one organisation and one purpose is one
 * visit, however many requests it took. What the gateway looked up in its own name is left out, for none of it was shown.
 */
public final class AccessHistory {

    private static final Set<AuditKind> KINDS =
            Set.of(AuditKind.DISCLOSURE, AuditKind.DENIAL, AuditKind.ADVICE, AuditKind.WRITTEN);
    private static final int AT_ONCE = 500;

    private final AuditTrail trail;

    AccessHistory(AuditTrail trail) {
        this.trail = trail;
    }

    /**
     * Some visits, the latest first.
     *
     * @param more whether there are earlier ones
     */
    public record Page(List<Visit> visits, boolean more) {

        public Page {
            visits = List.copyOf(visits);
        }
    }

    /** What belongs together. */
    private record Key(
            LocalDate day,
            AuditKind kind,
            String caller,
            String issuer,
            @Nullable String organisation,
            String purpose) {

        static Key of(AuditEvent event) {
            var context = event.context();
            return new Key(
                    dayOf(event.recordedAt()),
                    event.kind(),
                    context.callerId(),
                    context.issuer(),
                    context.organisation(),
                    context.purpose());
        }
    }

    /**
     * Visits to one person's record.
     *
     * @param first how many at most, 1 or more
     * @param after where the last page ended: the newest event of its last visit; null for the newest
     */
    public Mono<Page> of(PersonKey person, int first, @Nullable Place after) {
        var filter = AccessFilter.of(person, KINDS);
        // Whole days are read, for visits of one day may lie between each other.
        var begin = after == null
                ? filter
                : filter.before(dayOf(after.recordedAt())
                        .plusDays(1)
                        .atStartOfDay(Moment.LONDON)
                        .toInstant());
        return Mono.just(new Read(begin, List.of(), false))
                .expand(read -> read.ended() || whole(read, after).size() > first ? Mono.empty() : next(read))
                .last()
                .map(read -> {
                    var visits = whole(read, after);
                    return new Page(visits.subList(0, Math.min(first, visits.size())), visits.size() > first);
                });
    }

    private record Read(AccessFilter filter, List<AuditEvent> events, boolean ended) {}

    private Mono<Read> next(Read read) {
        return trail.find(read.filter(), AT_ONCE).collectList().map(page -> {
            var all = new ArrayList<>(read.events());
            all.addAll(page);
            return new Read(
                    page.isEmpty() ? read.filter() : read.filter().past(page.getLast()), all, page.size() < AT_ONCE);
        });
    }

    /** The visits of the days that were read to their end, older than a place, the latest first. */
    private static List<Visit> whole(Read read, @Nullable Place after) {
        if (read.events().isEmpty()) {
            return List.of();
        }
        var unfinished = read.ended() ? null : dayOf(read.events().getLast().recordedAt());
        var visits = new LinkedHashMap<Key, List<AuditEvent>>();
        for (var event : read.events()) {
            if (!dayOf(event.recordedAt()).equals(unfinished)) {
                visits.computeIfAbsent(Key.of(event), _ -> new ArrayList<>()).add(event);
            }
        }
        return visits.values().stream()
                .map(Visit::new)
                .filter(visit -> after == null || visit.place().isOlderThan(after))
                .toList();
    }

    private static LocalDate dayOf(Instant moment) {
        return LocalDate.ofInstant(moment, Moment.LONDON);
    }
}
