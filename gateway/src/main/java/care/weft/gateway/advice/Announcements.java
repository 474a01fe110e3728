package care.weft.gateway.advice;

import care.weft.gateway.store.AnnouncementRows;
import care.weft.gateway.store.StoreException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Keeps and finds announcements. Asks nobody whether they may: the resolvers do, who know the caller. */
@Component
public final class Announcements {

    private static final Logger LOG = LoggerFactory.getLogger(Announcements.class);

    private final AnnouncementRows rows;
    private final AnnouncementSettings settings;
    private final Clock clock;

    Announcements(AnnouncementRows rows, AnnouncementSettings settings, Clock clock) {
        this.rows = rows;
        this.settings = settings;
        this.clock = clock;
    }

    /** The last moment for which an assessment may be announced now. */
    public Instant latest() {
        return clock.instant().plus(settings.ahead());
    }

    /**
     * Announces. The same again is the same announcement, whatever has become of it.
     *
     * <p>Two at the same moment for one person, at whatever nodes: both are kept, in one order that all nodes agree on, which is the
     * order of their commits. Whoever reads {@link #open} after this has completed reads all that come before in that order; so
     * the later of two always learns of the earlier, and the rules, which let only earlier ones be joined, tell
     * exactly the later to join. The earlier learns of the later if that is kept before {@code weft.announcements.settle} is over,
     * for which this waits; else when it asks again.
     *
     * @return what is kept, once it is durable; {@link KeyUsedException}, {@link AdviceStoreUnavailableException}
     */
    public Mono<AssessmentAnnouncement> announce(AnnouncedAssessment asked) {
        return Mono.defer(() -> rows.add(asked.row(clock.instant(), settings.keptAfter())))
                .flatMap(row -> row.content().equals(asked.digest())
                        ? Mono.just(AssessmentAnnouncement.of(row))
                        : Mono.error(new KeyUsedException()))
                .onErrorMap(StoreException.class, _ -> AdviceStoreUnavailableException.ofAnnouncements())
                .delayElement(settings.settle());
    }

    /** The one with this id; empty when there is none. */
    public Mono<AssessmentAnnouncement> find(String id) {
        return rows.find(id)
                .map(AssessmentAnnouncement::of)
                .onErrorMap(StoreException.class, _ -> AdviceStoreUnavailableException.ofAnnouncements());
    }

    /** Takes one back; again, it stays as it was. */
    public Mono<AssessmentAnnouncement> withdraw(String id, String reason) {
        return Mono.defer(() -> rows.withdraw(id, clock.instant(), reason))
                .onErrorMap(StoreException.class, _ -> AdviceStoreUnavailableException.ofAnnouncements())
                .then(find(id));
    }

    /**
     * The open announcements of some people, in the order in which they were announced.
     *
     * @param people sealed
     * @return one entry for each; {@link AdviceStoreUnavailableException} when they could not be read, never none instead
     */
    public Mono<Map<String, List<AssessmentAnnouncement>>> open(Set<String> people) {
        return Mono.defer(() -> rows.open(people, clock.instant())
                        .map(AssessmentAnnouncement::of)
                        .collectMultimap(AssessmentAnnouncement::person))
                .onErrorMap(StoreException.class, _ -> AdviceStoreUnavailableException.ofAnnouncements())
                .map(found -> {
                    var all = new HashMap<String, List<AssessmentAnnouncement>>();
                    people.forEach(person -> all.put(person, List.copyOf(found.getOrDefault(person, List.of()))));
                    return all;
                });
    }

    /**
     * Those of a caller or of organisations, whatever became of them, the earliest planned first.
     *
     * @param from the first moment
     * @param to the first moment that is too late
     */
    public Mono<List<AssessmentAnnouncement>> planned(
            String caller, Collection<String> organisations, Instant from, Instant to, int most) {
        return rows.planned(caller, organisations, from, to, most)
                .map(AssessmentAnnouncement::of)
                .collectList()
                .onErrorMap(StoreException.class, _ -> AdviceStoreUnavailableException.ofAnnouncements());
    }

    /** Remembers that it was done. Whoever saw it does not wait for that: should it fail, the next who sees it tells again. */
    void done(AssessmentAnnouncement announcement, LocalDate on) {
        var _ = rows.fulfil(announcement.id(), on)
                .doOnError(_ -> LOG.warn("That an announced assessment was done could not be stored"))
                .onErrorComplete()
                .subscribe();
    }
}
