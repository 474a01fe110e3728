package care.weft.gateway.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The stored announcements of assessments. Every failure is a {@link StoreException}. */
public interface AnnouncementRows {

    /** The announcements that a store keeps. */
    static AnnouncementRows in(Store store) {
        return new SqlAnnouncementRows(store);
    }

    /**
     * Adds one, unless the caller has used its idempotency key before.
     *
     * <p>Announcements for one person are made one after another, at whatever node: the row of {@code announcement_turn} is locked
     * until the commit. So {@code announcedAt} is after that of every one committed before, and whoever reads after the own commit
     * reads every one that is earlier. Two at the same moment can never both overlook each other: the later sees the earlier.
     *
     * @param announcement its {@code announcedAt} is the earliest that it may be
     * @return what is stored under the key once it is durable, which may have other content
     */
    Mono<AnnouncementRow> add(AnnouncementRow announcement);

    /** The one with this id; empty when there is none. */
    Mono<AnnouncementRow> find(String id);

    /** Those of some people, sealed, that are neither withdrawn, fulfilled nor expired, in the order in which they were announced. */
    Flux<AnnouncementRow> open(Collection<String> people, Instant now);

    /**
     * Those of a caller or of organisations, whatever became of them, by the time for which they are planned.
     *
     * @param from the first moment
     * @param to the first moment that is too late
     */
    Flux<AnnouncementRow> planned(String caller, Collection<String> organisations, Instant from, Instant to, int limit);

    /** Withdraws one that is not withdrawn. */
    Mono<Void> withdraw(String id, Instant at, String reason);

    /** Marks one as done. */
    Mono<Void> fulfil(String id, LocalDate on);
}
