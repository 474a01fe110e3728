package care.weft.gateway.audit;

import java.util.List;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** What one commit took out of a batch, on its way through the log. Settled once. */
final class Submission {

    private final AuditBatch batch;
    private final List<AuditFact> facts;
    private final Sinks.Empty<Void> outcome = Sinks.empty();

    Submission(AuditBatch batch, List<AuditFact> facts) {
        this.batch = batch;
        this.facts = List.copyOf(facts);
    }

    AuditContext context() {
        return batch.context();
    }

    List<AuditFact> facts() {
        return facts;
    }

    /** Completes when the facts are durable; any number may wait, and any may cease to. */
    Mono<Void> outcome() {
        return outcome.asMono();
    }

    void stored() {
        batch.forget(this);
        outcome.tryEmitEmpty();
    }

    /** The facts go back to their batch. */
    void failed(AuditUnavailableException reason) {
        batch.takeBack(this);
        outcome.tryEmitError(reason);
    }
}
