package care.weft.gateway.person;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Everybody who objected when the store last said so, sealed: asked only while the store says nothing. Read anew each half minute; what is
 * recorded or withdrawn here counts at once.
 */
final class LastObjections implements AutoCloseable {

    private static final Duration EVERY = Duration.ofSeconds(30);

    private record Objecting(Instant asked, Set<String> people) {}

    private final Supplier<Flux<String>> objecting;
    private final Clock clock;
    private final AtomicReference<Objecting> last = new AtomicReference<>(new Objecting(Instant.MIN, Set.of()));
    private final Disposable.Swap running = Disposables.swap();

    /** @param objecting reads everybody who objects now, sealed */
    LastObjections(Supplier<Flux<String>> objecting, Clock clock) {
        this.objecting = objecting;
        this.clock = clock;
    }

    /** From now on they are read again and again. */
    void start() {
        running.replace(Flux.interval(Duration.ZERO, EVERY)
                .onBackpressureDrop()
                .concatMap(_ -> read(), 1)
                .subscribe());
    }

    /** Reads them anew. Never fails: what was known before stays. */
    Mono<Void> read() {
        return Mono.defer(() -> {
            var asked = clock.instant();
            return objecting
                    .get()
                    .collect(Collectors.toUnmodifiableSet())
                    .timeout(EVERY)
                    .doOnNext(people -> last.accumulateAndGet(new Objecting(asked, people), LastObjections::later))
                    .onErrorComplete()
                    .then();
        });
    }

    /** Somebody objects from now on. */
    void add(String person) {
        change(people -> people.add(person));
    }

    /** Somebody objects no more. */
    void remove(String person) {
        change(people -> people.remove(person));
    }

    private void change(Consumer<Set<String>> change) {
        last.updateAndGet(known -> {
            var people = new HashSet<>(known.people());
            change.accept(people);
            // A reading that began before this must not undo it. As long as nothing was read, the list is not whole.
            return new Objecting(known.asked().equals(Instant.MIN) ? Instant.MIN : clock.instant(), Set.copyOf(people));
        });
    }

    /** Two that overlap may end in the other order. */
    private static Objecting later(Objecting one, Objecting other) {
        return one.asked().isAfter(other.asked()) ? one : other;
    }

    /**
     * Whether one of these keys was among them.
     *
     * @param people sealed, all of one person
     * @return empty when it was not read for longer than this
     */
    Optional<Boolean> stood(Collection<String> people, Duration within) {
        var known = last.get();
        return known.asked().isBefore(clock.instant().minus(within))
                ? Optional.empty()
                : Optional.of(!Collections.disjoint(known.people(), people));
    }

    @Override
    public void close() {
        running.dispose();
    }
}
