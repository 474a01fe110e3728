package care.weft.gateway.audit;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * The facts of one operation that are not known to be durable yet. Safe to use from any thread.
 *
 * <p>{@link AuditLog#commit} takes what is here; later facts, of a deferred part or of the next event, are taken by the next
 * commit. Facts of a failed commit come back here and go with the next one, so a batch whose commits fail grows: end the
 * operation. Facts of a batch that is given up after a failure are lost with the answer that they stood for.
 */
public final class AuditBatch {

    private volatile AuditContext context;
    private final List<AuditFact> waiting = new ArrayList<>();
    private final List<Submission> underway = new ArrayList<>();

    private AuditBatch(AuditContext context) {
        this.context = context;
    }

    /** An empty batch for one operation. */
    public static AuditBatch open(AuditContext context) {
        return new AuditBatch(context);
    }

    public AuditContext context() {
        return context;
    }

    /** Says what the operation is called, when that is known only from its document. */
    public void named(String operationName) {
        context = context.named(operationName);
    }

    /** Says which fields the operation asks for: names of the schema only, in a few thousand characters at most. */
    public void asks(String fields) {
        context = context.asking(fields);
    }

    /** What waits for the next commit. */
    public synchronized List<AuditFact> waiting() {
        return List.copyOf(waiting);
    }

    /** Adds a fact that no answer stands for, such as a denial or a look-up. */
    public void record(AuditFact fact) {
        add(List.of(fact));
    }

    /**
     * Adds the facts of an answer, and gives the answer as one that may leave after the next commit.
     *
     * @param facts at least one
     */
    public <T> Released<T> release(List<? extends AuditFact> facts, T answer) {
        if (facts.isEmpty()) {
            throw new IllegalArgumentException("An answer is released with at least one fact");
        }
        add(facts);
        return new Released<>(answer);
    }

    public <T> Released<T> release(AuditFact fact, T answer) {
        return release(List.of(fact), answer);
    }

    /**
     * What a commit takes and awaits.
     *
     * @param fresh what waited until now; null when nothing did
     * @param outcomes of all that is under way, {@code fresh} included: a commit that runs at the same time may have taken
     *     the facts of this one's answer
     */
    record Taken(@Nullable Submission fresh, List<Mono<Void>> outcomes) {}

    /** Atomic, or a submission that fails just now would be awaited by nobody. */
    synchronized Taken take() {
        var fresh = waiting.isEmpty() ? null : new Submission(this, Disclosures.onePerPerson(waiting));
        if (fresh != null) {
            underway.add(fresh);
            waiting.clear();
        }
        return new Taken(fresh, underway.stream().map(Submission::outcome).toList());
    }

    synchronized void forget(Submission stored) {
        underway.remove(stored);
    }

    synchronized void takeBack(Submission failed) {
        underway.remove(failed);
        waiting.addAll(0, failed.facts());
    }

    private synchronized void add(List<? extends AuditFact> facts) {
        waiting.addAll(facts);
    }
}
