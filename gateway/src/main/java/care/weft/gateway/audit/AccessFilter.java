package care.weft.gateway.audit;

import care.weft.gateway.store.AuditSearch;
import care.weft.spi.model.PersonKey;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which events are looked for; newest first. What is null or empty does not narrow the search. {@link #toString()} is redacted.
 *
 * @param person whose record it is
 * @param callerId who looked
 * @param organisation code of the organisation that they acted for
 * @param from the first moment, included
 * @param before the last moment, not included
 * @param past the event at which an earlier page ended
 */
public record AccessFilter(
        @Nullable PersonKey person,
        @Nullable String callerId,
        @Nullable String organisation,
        @Nullable String requestId,
        Set<AuditKind> kinds,
        @Nullable Instant from,
        @Nullable Instant before,
        @Nullable Place past) {

    /** Everything. */
    public static final AccessFilter ALL = new AccessFilter(null, null, null, null, Set.of(), null, null, null);

    public AccessFilter {
        kinds = Set.copyOf(kinds);
    }

    /** An event's place in the order of all events. */
    public record Place(Instant recordedAt, String node, long sequence) {

        public static Place of(AuditEvent event) {
            return new Place(event.recordedAt(), event.node(), event.sequence());
        }

        /** In the order of all events. */
        boolean isOlderThan(Place other) {
            int byTime = recordedAt.compareTo(other.recordedAt);
            int byNode = node.compareTo(other.node);
            return byTime != 0 ? byTime < 0 : byNode != 0 ? byNode < 0 : sequence < other.sequence;
        }
    }

    /** Of one person's record. */
    public static AccessFilter of(PersonKey person, Set<AuditKind> kinds) {
        return new AccessFilter(person, null, null, null, kinds, null, null, null);
    }

    /** Only what is older than an event. */
    public AccessFilter past(AuditEvent event) {
        return past(Place.of(event));
    }

    /** Only what is older than the event at a place. */
    public AccessFilter past(@Nullable Place place) {
        return new AccessFilter(person, callerId, organisation, requestId, kinds, from, before, place);
    }

    /** Only what was recorded before a moment. */
    public AccessFilter before(@Nullable Instant moment) {
        return new AccessFilter(person, callerId, organisation, requestId, kinds, from, moment, past);
    }

    AuditSearch search(AuditRowFormat format, int most) {
        return new AuditSearch(
                person == null ? null : format.seal(person),
                callerId == null ? null : AuditRowFormat.text(callerId),
                organisation == null ? null : AuditRowFormat.text(organisation),
                requestId == null ? null : AuditRowFormat.text(requestId),
                kinds.stream().map(AuditKind::name).collect(Collectors.toSet()),
                from,
                before,
                past == null ? null : new AuditSearch.Position(past.recordedAt(), past.node(), past.sequence()),
                most);
    }

    @Override
    public String toString() {
        return "AccessFilter[redacted]";
    }
}
