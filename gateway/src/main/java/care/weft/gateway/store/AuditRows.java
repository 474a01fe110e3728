package care.weft.gateway.store;

import java.time.Instant;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The stored audit trail: rows are added and read, and changed only when their time of keeping is over. Every failure is a
 * {@link StoreException}.
 */
public interface AuditRows {

    /** The trail that a store keeps. */
    static AuditRows in(Store store) {
        return new SqlAuditRows(store);
    }

    /** Adds all or none; completes once they are durable. After a failure only {@link #last} tells which it was. */
    Mono<Void> append(List<AuditRow> rows);

    /** The newest row of a node; empty when it has none. */
    Mono<AuditRow> last(String node);

    /** Every node that has written a row, in the order of their names. */
    Flux<String> nodes();

    /** At most {@code limit} rows of a node, in sequence, that come after a sequence. */
    Flux<AuditRow> after(String node, long sequence, int limit);

    /** The rows of one request in the order they were added; empty for an unknown one. */
    Flux<AuditRow> ofRequest(String requestId);

    /** The newest rows that are looked for, newest first. */
    Flux<AuditRow> find(AuditSearch search);

    /** At most {@code limit} rows of a node and kind that were recorded before a moment, oldest first. */
    Flux<AuditRow> expired(String node, String kind, Instant before, int limit);

    /** Puts rows in the place of those with the same node and sequence, all or none. */
    Mono<Void> replace(List<AuditRow> rows);
}
