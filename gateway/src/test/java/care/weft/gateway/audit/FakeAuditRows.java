package care.weft.gateway.audit;

import care.weft.gateway.store.AuditRow;
import care.weft.gateway.store.AuditRows;
import care.weft.gateway.store.AuditSearch;
import care.weft.gateway.store.StoreException;
import io.r2dbc.spi.R2dbcDataIntegrityViolationException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** Rows in memory; slow, broken, or broken after the fact when told so. Refuses a sequence that is taken, as the table does. */
final class FakeAuditRows implements AuditRows {

    final List<AuditRow> stored = new CopyOnWriteArrayList<>();
    final List<Integer> groups = new CopyOnWriteArrayList<>();
    volatile boolean broken;
    volatile boolean brokenAfterStoring;
    final AtomicInteger looksAtTheEnd = new AtomicInteger();
    private volatile Sinks.Empty<Void> gate = opened();

    /** From now on groups wait for {@link #resume()}. */
    FakeAuditRows pause() {
        gate = Sinks.empty();
        return this;
    }

    void resume() {
        gate.tryEmitEmpty();
    }

    @Override
    public Mono<Void> append(List<AuditRow> rows) {
        return Mono.defer(() -> {
            groups.add(rows.size());
            return gate.asMono().then(Mono.fromRunnable(() -> store(rows)));
        });
    }

    private void store(List<AuditRow> rows) {
        if (broken) {
            throw new IllegalStateException("The disk is full");
        }
        for (var row : rows) {
            if (stored.stream()
                    .anyMatch(other -> other.node().equals(row.node()) && other.sequence() == row.sequence())) {
                throw StoreException.of(new R2dbcDataIntegrityViolationException("The chain forks", "23505"));
            }
        }
        stored.addAll(rows);
        if (brokenAfterStoring) {
            throw new IllegalStateException("The connection was lost");
        }
    }

    @Override
    public Mono<AuditRow> last(String node) {
        return Mono.defer(() -> {
            looksAtTheEnd.incrementAndGet();
            return broken
                    ? Mono.error(new IllegalStateException("The disk is full"))
                    : Flux.fromIterable(chain(node).reversed()).next();
        });
    }

    @Override
    public Flux<String> nodes() {
        return Flux.fromStream(
                () -> stored.stream().map(AuditRow::node).distinct().sorted());
    }

    @Override
    public Flux<AuditRow> after(String node, long sequence, int limit) {
        return Flux.fromIterable(chain(node))
                .filter(row -> row.sequence() > sequence)
                .take(limit);
    }

    @Override
    public Flux<AuditRow> ofRequest(String requestId) {
        return Flux.fromIterable(stored).filter(row -> row.requestId().equals(requestId));
    }

    @Override
    public Flux<AuditRow> find(AuditSearch search) {
        throw new AssertionError("Nobody searches here");
    }

    @Override
    public Flux<AuditRow> expired(String node, String kind, Instant before, int limit) {
        return Flux.fromIterable(chain(node))
                .filter(row -> row.kind().equals(kind) && row.recordedAt().isBefore(before))
                .take(limit);
    }

    @Override
    public Mono<Void> replace(List<AuditRow> rows) {
        return Mono.fromRunnable(() -> rows.forEach(row -> stored.replaceAll(
                old -> old.node().equals(row.node()) && old.sequence() == row.sequence() ? row : old)));
    }

    private List<AuditRow> chain(String node) {
        var chain = new ArrayList<AuditRow>();
        stored.stream().filter(row -> row.node().equals(node)).forEach(chain::add);
        chain.sort(Comparator.comparingLong(AuditRow::sequence));
        return chain;
    }

    private static Sinks.Empty<Void> opened() {
        var gate = Sinks.<Void>empty();
        gate.tryEmitEmpty();
        return gate;
    }
}
