package care.weft.gateway.audit;

import care.weft.gateway.store.AuditRow;
import care.weft.gateway.store.AuditRows;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads the audit trail. */
public final class AuditTrail {

    private static final int PAGE = 1000;

    private final AuditRows rows;

    AuditTrail(AuditRows rows) {
        this.rows = rows;
    }

    /** The facts of one request in the order they were recorded; empty for an unknown one. */
    public Flux<AuditEvent> findByRequest(String requestId) {
        return rows.ofRequest(AuditRowFormat.text(requestId)).map(AuditRowFormat::read);
    }

    /** Recomputes every chain, page by page; ends at the first break, in the order of node names. */
    public Mono<Verification> verify() {
        return rows.nodes()
                .concatMap(this::verify)
                .takeUntil(Verification.Broken.class::isInstance)
                .reduce(new Verification.Intact(0), AuditTrail::sum);
    }

    private Mono<Verification> verify(String node) {
        return Mono.just(new Progress(node, 0, HashChain.START, false, new Verification.Intact(0)))
                .expand(this::nextPage)
                .last()
                .map(Progress::found);
    }

    private Mono<Progress> nextPage(Progress progress) {
        return progress.ended()
                ? Mono.empty()
                : rows.after(progress.node(), progress.sequence(), PAGE)
                        .collectList()
                        .map(progress::through);
    }

    private static Verification sum(Verification soFar, Verification next) {
        return switch (soFar) {
            case Verification.Broken broken -> broken;
            case Verification.Intact(var events) ->
                switch (next) {
                    case Verification.Broken broken -> broken;
                    case Verification.Intact(var more) -> new Verification.Intact(events + more);
                };
        };
    }

    /** How far a chain has been checked. */
    private record Progress(String node, long sequence, String hash, boolean ended, Verification found) {

        Progress through(List<AuditRow> page) {
            var at = this;
            for (var row : page) {
                at = at.past(row);
                if (at.ended) {
                    return at;
                }
            }
            return new Progress(node, at.sequence, at.hash, page.size() < PAGE, at.found);
        }

        private Progress past(AuditRow row) {
            if (row.sequence() != sequence + 1) {
                return broken("The row is missing");
            }
            if (!row.previous().equals(hash)) {
                return broken("The row does not follow from the one before it");
            }
            if (!row.hash().equals(HashChain.hash(row))) {
                return broken("The row was changed");
            }
            return new Progress(node, row.sequence(), row.hash(), false, new Verification.Intact(row.sequence()));
        }

        private Progress broken(String reason) {
            return new Progress(node, sequence, hash, true, new Verification.Broken(node, sequence + 1, reason));
        }
    }
}
