package care.weft.gateway.audit;

import care.weft.gateway.store.AuditRows;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Takes away what this node's events say once their time of keeping is over, every day and after each start. What is left of
 * a row keeps the chain whole, and the audit's signature says who took the rest.
 */
final class Retention implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);
    private static final Duration EVERY = Duration.ofDays(1);
    private static final Duration AFTER_THE_START = Duration.ofMinutes(1);
    private static final int AT_ONCE = 200;

    private final AuditRows rows;
    private final String node;
    private final HeadSignature signature;
    private final Map<AuditKind, Duration> kept;
    private final Clock clock;
    private final Disposable running;

    Retention(AuditRows rows, String node, HeadSignature signature, Map<AuditKind, Duration> kept, Clock clock) {
        this.rows = rows;
        this.node = node;
        this.signature = signature;
        this.kept = Map.copyOf(kept);
        this.clock = clock;
        running = Flux.interval(AFTER_THE_START, EVERY)
                .onBackpressureDrop()
                .concatMap(
                        _ -> purge().onErrorResume(failure -> {
                            LOG.error(
                                    "Audit events whose time is over could not be purged: {}",
                                    failure.getClass().getName());
                            return Mono.empty();
                        }),
                        1)
                .subscribe();
    }

    /**
     * Purges what is over now.
     *
     * @return how many events that was
     */
    Mono<Long> purge() {
        return Flux.fromIterable(kept.entrySet())
                .concatMap(each -> purge(each.getKey(), each.getValue()))
                .reduce(0L, Long::sum)
                .doOnNext(purged -> {
                    if (purged > 0) {
                        LOG.info("{} audit events were purged: their time of keeping is over", purged);
                    }
                });
    }

    private Mono<Long> purge(AuditKind kind, Duration keep) {
        return Mono.defer(() -> rows.expired(node, kind.name(), clock.instant().minus(keep), AT_ONCE)
                        .map(row -> PurgedRow.of(row, signature))
                        .collectList()
                        .flatMap(some -> some.isEmpty()
                                ? Mono.just(0L)
                                : rows.replace(some).thenReturn((long) some.size())))
                .repeat()
                .takeUntil(purged -> purged < AT_ONCE)
                .reduce(0L, Long::sum);
    }

    @Override
    public void close() {
        running.dispose();
    }
}
