package care.weft.gateway.audit;

import care.weft.gateway.store.AuditRows;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Signs the end of this node's chain every minute, and when the gateway stops, wherever it has grown. */
final class HeadWriter implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(HeadWriter.class);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(5);

    private final AuditRows rows;
    private final String node;
    private final HeadFiles files;
    private final HeadSignature signature;
    private final Clock clock;
    private final Disposable running;
    private volatile long written;
    private volatile boolean failing;

    /** @param rows as stored: what waits in a spool is not yet in the chain */
    HeadWriter(AuditRows rows, String node, HeadFiles files, HeadSignature signature, Duration every, Clock clock) {
        this.rows = rows;
        this.node = node;
        this.files = files;
        this.signature = signature;
        this.clock = clock;
        running = Flux.interval(every)
                .onBackpressureDrop()
                .concatMap(_ -> write(), 1)
                .subscribe();
    }

    /** Never fails: what went wrong is in the log, once. */
    Mono<Void> write() {
        return rows.last(node)
                .filter(newest -> newest.sequence() != written)
                .publishOn(Schedulers.boundedElastic())
                .flatMap(newest -> Mono.<Void>fromCallable(() -> {
                    files.add(Head.of(newest, clock.instant().truncatedTo(ChronoUnit.MILLIS), signature));
                    written = newest.sequence();
                    failing = false;
                    return null;
                }))
                .onErrorResume(failure -> {
                    tell(failure);
                    return Mono.empty();
                });
    }

    private void tell(Throwable failure) {
        if (!failing) {
            failing = true;
            LOG.error(
                    "The end of the audit's chain could not be signed and kept, so rows dropped from it would not show: {}",
                    failure instanceof IOException
                            ? failure.toString()
                            : failure.getClass().getName());
        }
    }

    /** Signs the end once more. Blocks, for a few seconds at most. */
    @Override
    public void close() {
        running.dispose();
        write().timeout(LONGEST_STOP).onErrorComplete().block();
    }
}
