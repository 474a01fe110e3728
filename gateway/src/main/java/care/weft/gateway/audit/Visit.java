package care.weft.gateway.audit;

import care.weft.gateway.audit.AccessFilter.Place;
import care.weft.spi.model.PartnerId;
import care.weft.spi.model.Section;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * Events that belong together: of one kind, by one caller.
 *
 * @param events the newest first, never empty
 */
public record Visit(List<AuditEvent> events) {

    public Visit {
        events = List.copyOf(events);
        if (events.isEmpty()) {
            throw new IllegalArgumentException("A visit is at least one event");
        }
    }

    /** The same for all of them, but for what the operation was called and asked for. */
    public AuditContext context() {
        return events.getFirst().context();
    }

    public AuditKind kind() {
        return events.getFirst().kind();
    }

    /** When it ended. */
    public Instant to() {
        return events.getFirst().recordedAt();
    }

    /** When it began. */
    public Instant from() {
        return events.getLast().recordedAt();
    }

    /** Its place among others: that of its newest event. */
    public Place place() {
        return Place.of(events.getFirst());
    }

    /** How many requests it took. */
    public int requests() {
        return Math.toIntExact(events.stream()
                .map(event -> event.context().requestId())
                .distinct()
                .count());
    }

    /** What was shown, or refused; empty for a whole record that was refused. */
    public List<Section> sections() {
        return events.stream()
                .flatMap(event -> switch (event.fact()) {
                    case AuditFact.Disclosure(var _, var shown) ->
                        shown.stream()
                                .filter(section -> !section.records().isEmpty())
                                .map(AuditFact.Shown::section);
                    case AuditFact.Denial denial -> Stream.ofNullable(denial.section());
                    case AuditFact.Lookup _,
                            AuditFact.Written _,
                            AuditFact.Advice _,
                            AuditFact.Search _,
                            AuditFact.SecurityEvent _,
                            AuditFact.Purged _ -> Stream.<Section>of();
                })
                .distinct()
                .sorted()
                .toList();
    }

    /** Whose records were shown, or who was asked. */
    public List<PartnerId> partners() {
        return events.stream()
                .flatMap(event -> switch (event.fact()) {
                    case AuditFact.Disclosure(var _, var shown) ->
                        shown.stream()
                                .filter(section -> !section.records().isEmpty())
                                .map(AuditFact.Shown::partner);
                    case AuditFact.Lookup lookup -> Stream.of(lookup.partner());
                    case AuditFact.SecurityEvent breach -> Stream.ofNullable(breach.partner());
                    case AuditFact.Denial _,
                            AuditFact.Written _,
                            AuditFact.Advice _,
                            AuditFact.Search _,
                            AuditFact.Purged _ -> Stream.<PartnerId>of();
                })
                .distinct()
                .toList();
    }
}
