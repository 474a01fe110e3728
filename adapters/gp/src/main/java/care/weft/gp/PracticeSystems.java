package care.weft.gp;

import care.weft.spi.Deadline;
import care.weft.spi.Fault;
import care.weft.spi.PartnerException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * What the directory said of practices, kept for a day; that it has no such practice, for an hour, and failures not at all. It
 * is about organisations alone. Those who ask for the same at the same time share one look-up, which ends with the last of them.
 */
final class PracticeSystems {

    static final Duration KEPT = Duration.ofDays(1);
    static final Duration ABSENCE_KEPT = Duration.ofHours(1);

    /** More than England has practices, three capabilities each. */
    private static final int MOST = 25_000;

    /** A look-up has its own time, so that the shortest of those who wait for it does not decide for the others. */
    private static final Duration LOOK_UP = Duration.ofSeconds(10);

    private final SpineDirectory directory;
    private final Clock clock;
    private final Map<Key, Known> known = new LinkedHashMap<>(16, 0.75f, true);
    private final ConcurrentMap<Key, Mono<Optional<PracticeSystem>>> underWay = new ConcurrentHashMap<>();

    PracticeSystems(SpineDirectory directory, Clock clock) {
        this.directory = directory;
        this.clock = clock;
    }

    private record Key(String practice, Capability capability) {}

    private record Known(Optional<PracticeSystem> system, Instant until) {}

    /** A practice's system; empty when it has none for this. */
    Mono<PracticeSystem> find(String practice, Capability capability, Deadline deadline) {
        return Mono.defer(() -> {
            var key = new Key(practice, capability);
            var kept = kept(key);
            return (kept == null ? asked(key, deadline) : Mono.just(kept.system())).flatMap(Mono::justOrEmpty);
        });
    }

    private Mono<Optional<PracticeSystem>> asked(Key key, Deadline deadline) {
        return underWay.computeIfAbsent(key, this::lookUp)
                .timeout(deadline.left(), Mono.error(() -> new PartnerException(Fault.TIMED_OUT, "directory")));
    }

    private Mono<Optional<PracticeSystem>> lookUp(Key key) {
        return Mono.defer(() -> directory.system(key.practice(), key.capability(), Deadline.in(LOOK_UP)))
                .doOnNext(found -> keep(key, found))
                .doFinally(end -> underWay.remove(key))
                .flux()
                .replay(1)
                .refCount(1)
                .single();
    }

    private synchronized @Nullable Known kept(Key key) {
        var kept = known.get(key);
        return kept == null || !clock.instant().isBefore(kept.until()) ? null : kept;
    }

    private synchronized void keep(Key key, Optional<PracticeSystem> found) {
        known.put(key, new Known(found, clock.instant().plus(found.isPresent() ? KEPT : ABSENCE_KEPT)));
        if (known.size() > MOST) {
            known.remove(known.keySet().iterator().next());
        }
    }
}
