package care.weft.gateway.audit;

import care.weft.gateway.store.AuditRow;
import care.weft.gateway.store.AuditRows;
import care.weft.gateway.store.StoreException;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Makes facts durable, in groups: while one group is being stored the next gathers, so that one disk write serves all who
 * wait, and nobody waits for a timer.
 *
 * <p>Groups run one after another, which is what lets them extend this node's chain. A group lives on when those who wait for
 * it have gone. A fact may be in the trail twice, when a write failed that was stored after all; one whose commit
 * completed is never missing.
 */
public final class AuditLog {

    private static final Logger LOG = LoggerFactory.getLogger(AuditLog.class);

    private final AuditRows rows;
    private final String node;
    private final AuditRowFormat format;
    private final Duration commitTimeout;
    private final int capacity;
    private final Clock clock;

    private final Object lock = new Object();
    // Guarded by the lock.
    private final Queue<Submission> queue = new ArrayDeque<>();
    private int queuedFacts;
    private boolean running;

    // Used by the one running group; the lock that it starts and ends with makes them visible to the next.
    // Null: not known, ask the store.
    private @Nullable ChainEnd tail;
    private boolean failing;

    AuditLog(AuditRows rows, String node, AuditRowFormat format, AuditSettings settings, Clock clock) {
        this.rows = rows;
        this.node = node;
        this.format = format;
        this.commitTimeout = settings.commitTimeout();
        this.capacity = settings.queue();
        this.clock = clock;
    }

    /**
     * Makes everything that a batch holds by now durable. Lazy, and may be subscribed to again.
     *
     * @param within how long the answer can wait; never longer than {@code weft.audit.commit-timeout}
     * @return empty once every fact is durable, at once for a batch that holds none; otherwise an
     *     {@link AuditUnavailableException}, and nothing released from this batch may leave
     */
    public Mono<Void> commit(AuditBatch batch, Duration within) {
        return Mono.defer(() -> {
            var taken = batch.take();
            if (taken.fresh() != null) {
                enqueue(taken.fresh());
            }
            if (taken.outcomes().isEmpty()) {
                return Mono.empty();
            }
            var longest = within.compareTo(commitTimeout) < 0 ? within : commitTimeout;
            return Mono.when(taken.outcomes())
                    .timeout(longest)
                    .onErrorMap(TimeoutException.class, late -> tooLate(longest))
                    // What comes after the commit must not hold up the next group.
                    .publishOn(Schedulers.parallel());
        });
    }

    private void enqueue(Submission submission) {
        boolean full;
        boolean start = false;
        synchronized (lock) {
            full = queuedFacts + submission.facts().size() > capacity;
            if (!full) {
                queue.add(submission);
                queuedFacts += submission.facts().size();
                start = !running;
                running = true;
            }
        }
        if (full) {
            submission.failed(new AuditUnavailableException(
                    "The answer was withheld: too many audit records are waiting to be stored."));
        } else if (start) {
            Mono.defer(this::storeGroup)
                    .repeat(this::moreQueued)
                    .subscribeOn(Schedulers.parallel())
                    .subscribe();
        }
    }

    private boolean moreQueued() {
        synchronized (lock) {
            running = !queue.isEmpty();
            return running;
        }
    }

    private List<Submission> takeGroup() {
        synchronized (lock) {
            var group = List.copyOf(queue);
            queue.clear();
            queuedFacts = 0;
            return group;
        }
    }

    /** Never fails: the members of the group do. */
    private Mono<Void> storeGroup() {
        var group = takeGroup();
        return tail().flatMap(end -> append(group, end))
                .doOnSuccess(stored -> succeeded(group))
                .onErrorResume(failure -> {
                    failed(group, failure);
                    return Mono.empty();
                });
    }

    private Mono<ChainEnd> tail() {
        return tail != null
                ? Mono.just(tail)
                : rows.last(node)
                        .map(row -> new ChainEnd(row.sequence(), row.hash()))
                        .defaultIfEmpty(ChainEnd.START);
    }

    private Mono<Void> append(List<Submission> group, ChainEnd end) {
        var at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var chained = new ArrayList<AuditRow>();
        var next = end;
        for (var submission : group) {
            // Which fields were asked for is said once for each kind: events of one kind are kept for the same time.
            var told = EnumSet.of(AuditKind.LOOKUP);
            for (var fact : submission.facts()) {
                var context = submission.context();
                var row = format.write(
                        node,
                        next.sequence() + 1,
                        at,
                        told.add(AuditKind.of(fact)) ? context : context.asking(null),
                        fact,
                        next.hash());
                chained.add(row);
                next = new ChainEnd(row.sequence(), row.hash());
            }
        }
        // Until it is known to be stored, only the store knows where the chain ends.
        tail = null;
        var newTail = next;
        return rows.append(chained).doOnSuccess(stored -> tail = newTail);
    }

    private void succeeded(List<Submission> group) {
        group.forEach(Submission::stored);
        if (failing) {
            failing = false;
            LOG.info("Audit records are stored again");
        }
    }

    private void failed(List<Submission> group, Throwable failure) {
        if (!failing) {
            failing = true;
            // Only the store's own messages are known to hold nothing personal.
            LOG.error(
                    "Audit records cannot be stored, so nothing is released: {}",
                    failure instanceof StoreException known
                            ? known.getMessage()
                            : failure.getClass().getName());
        }
        group.forEach(submission -> submission.failed(
                new AuditUnavailableException("The answer was withheld: its audit record could not be stored.")));
    }

    private static AuditUnavailableException tooLate(Duration longest) {
        return new AuditUnavailableException(
                "The answer was withheld: its audit record was not stored within " + longest.toMillis() + " ms.");
    }
}
