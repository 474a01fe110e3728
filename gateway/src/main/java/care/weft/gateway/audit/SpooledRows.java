package care.weft.gateway.audit;

import care.weft.gateway.store.AuditRow;
import care.weft.gateway.store.AuditRows;
import care.weft.gateway.store.AuditSearch;
import care.weft.gateway.store.StoreException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * The stored trail, or a spool while the store is away: what is added is durable in one of the two.
 *
 * <p>From the first row that had to be spooled, all later ones go there too, until the spool has been stored in its order: so
 * the chain in the store never has a gap. The caller adds one group after another. Reading is from the store alone, but for
 * the chain's end.
 */
final class SpooledRows implements AuditRows, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SpooledRows.class);
    private static final int ENOUGH = 1000;
    private static final Duration LONGEST_STORING = Duration.ofSeconds(30);
    static final Duration BEFORE_THE_NEXT_TRY = Duration.ofSeconds(1);

    private final AuditRows store;
    private final Spool spool;
    private final Duration patience;
    private final Scheduler disk = Schedulers.newBoundedElastic(1, 100_000, "weft-audit-spool", 60, true);
    private final Disposable.Swap emptying = Disposables.swap();

    /** Set on the disk's thread alone. */
    private volatile boolean spooling;
    /** Present while the last of the spool is being stored; completes with whether it is empty then. */
    private volatile Sinks.@Nullable One<Boolean> nearlyEmpty;

    /**
     * Opens the spool; blocks for a moment.
     *
     * @param patience how long the store may take
     */
    SpooledRows(AuditRows store, Spool spool, Duration patience) throws IOException {
        this.store = store;
        this.spool = spool;
        this.patience = patience;
        spool.open();
        if (!spool.isEmpty()) {
            LOG.warn("Audit records that an earlier run could not store are in the spool, and will be stored now");
            begin(Duration.ZERO);
        }
    }

    @Override
    public Mono<Void> append(List<AuditRow> rows) {
        return Mono.defer(() -> {
            if (!spooling) {
                return directly(rows);
            }
            var ending = nearlyEmpty;
            return ending == null
                    ? add(rows)
                    : ending.asMono()
                            .timeout(patience)
                            .onErrorReturn(TimeoutException.class, false)
                            .flatMap(empty -> empty ? directly(rows) : add(rows));
        });
    }

    private Mono<Void> directly(List<AuditRow> rows) {
        return store.append(rows)
                .timeout(patience)
                .onErrorResume(
                        // At odds with what is stored: the spool would only put that off.
                        failure -> !(failure instanceof StoreException known && known.isConflict()),
                        failure -> {
                            LOG.error(
                                    "Audit records cannot be stored, and wait in the spool: {}",
                                    failure instanceof StoreException known
                                            ? known.getMessage()
                                            : failure.getClass().getName());
                            return add(rows);
                        });
    }

    private Mono<Void> add(List<AuditRow> rows) {
        return onDisk(() -> {
                    spool.add(rows);
                    if (!spooling) {
                        begin(BEFORE_THE_NEXT_TRY);
                    }
                    return rows;
                })
                .then();
    }

    private void begin(Duration delay) {
        spooling = true;
        emptying.update(Mono.delay(delay)
                .then(Mono.defer(this::storeSome))
                .onErrorResume(failure -> Mono.delay(BEFORE_THE_NEXT_TRY).thenReturn(false))
                .repeat()
                .takeUntil(empty -> empty)
                .subscribe());
    }

    /** Stores the oldest of the spool; gives whether it is empty then. */
    private Mono<Boolean> storeSome() {
        return onDisk(() -> {
                    var oldest = spool.oldest(ENOUGH);
                    nearlyEmpty = oldest.all() ? Sinks.one() : null;
                    return oldest;
                })
                .flatMap(oldest -> store(oldest.rows()).timeout(LONGEST_STORING).then(onDisk(() -> {
                    spool.stored(oldest.groups());
                    spooling = !spool.isEmpty();
                    if (!spooling) {
                        LOG.info("The audit's spool is empty: all of it is stored");
                    }
                    return !spooling;
                })))
                .doOnNext(this::tell)
                .doOnError(_ -> tell(false));
    }

    private void tell(boolean empty) {
        var waited = nearlyEmpty;
        nearlyEmpty = null;
        if (waited != null) {
            waited.tryEmitValue(empty);
        }
    }

    /** Stores what is not stored yet: of a write that failed, some database may have kept all the same. */
    private Mono<Void> store(List<AuditRow> rows) {
        var first = rows.getFirst();
        return store.after(first.node(), first.sequence() - 1, rows.size())
                .collectList()
                .zipWith(store.last(first.node())
                        .map(row -> new ChainEnd(row.sequence(), row.hash()))
                        .defaultIfEmpty(ChainEnd.START))
                .flatMap(stored -> {
                    var there = stored.getT1();
                    int same = 0;
                    while (same < there.size()
                            && there.get(same).hash().equals(rows.get(same).hash())) {
                        same++;
                    }
                    var rest = rows.subList(same, rows.size());
                    return rest.isEmpty() ? Mono.empty() : store.append(following(stored.getT2(), rest));
                });
    }

    /** The same rows, chained anew where the chain in the store ended otherwise than was thought. */
    private static List<AuditRow> following(ChainEnd end, List<AuditRow> rows) {
        if (rows.getFirst().previous().equals(end.hash())) {
            return rows;
        }
        var chained = new ArrayList<AuditRow>();
        var at = end;
        for (var row : rows) {
            var next = HashChain.following(at, row);
            chained.add(next);
            at = new ChainEnd(next.sequence(), next.hash());
        }
        return chained;
    }

    private <T> Mono<T> onDisk(Callable<T> work) {
        return Mono.fromCallable(work).subscribeOn(disk).publishOn(Schedulers.parallel());
    }

    @Override
    public Mono<AuditRow> last(String node) {
        return Mono.defer(() -> spooling
                ? onDisk(spool::last).filter(row -> row.node().equals(node)).switchIfEmpty(store.last(node))
                : store.last(node));
    }

    @Override
    public Flux<String> nodes() {
        return store.nodes();
    }

    @Override
    public Flux<AuditRow> after(String node, long sequence, int limit) {
        return store.after(node, sequence, limit);
    }

    @Override
    public Flux<AuditRow> ofRequest(String requestId) {
        return store.ofRequest(requestId);
    }

    @Override
    public Flux<AuditRow> find(AuditSearch search) {
        return store.find(search);
    }

    @Override
    public Flux<AuditRow> expired(String node, String kind, Instant before, int limit) {
        return store.expired(node, kind, before, limit);
    }

    @Override
    public Mono<Void> replace(List<AuditRow> rows) {
        return store.replace(rows);
    }

    /** What waits stays in the spool, for the next start. */
    @Override
    public void close() {
        emptying.dispose();
        disk.dispose();
    }
}
