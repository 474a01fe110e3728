package care.weft.gateway.audit;

import care.weft.gateway.store.AuditRow;
import care.weft.gateway.store.AuditRows;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Reads the audit trail. */
public final class AuditTrail {

    private static final int PAGE = 1000;

    private final AuditRows rows;
    private final AuditRowFormat format;
    private final HeadFiles heads;
    private final HeadSignature signature;

    AuditTrail(AuditRows rows, AuditKeys keys, HeadFiles heads) {
        this.rows = rows;
        this.format = new AuditRowFormat(keys);
        this.heads = heads;
        this.signature = new HeadSignature(keys);
    }

    /** The facts of one request in the order they were recorded; empty for an unknown one. */
    public Flux<AuditEvent> findByRequest(String requestId) {
        return rows.ofRequest(AuditRowFormat.text(requestId)).map(format::read);
    }

    /** The newest events that a filter lets through, newest first. */
    public Flux<AuditEvent> find(AccessFilter filter, int most) {
        return rows.find(filter.search(format, most)).map(format::read);
    }

    /** Every event that a filter lets through, newest first, read page by page. */
    public Flux<AuditEvent> findAll(AccessFilter filter) {
        return page(filter)
                .expand(page -> page.size() < PAGE ? Mono.empty() : page(filter.past(page.getLast())))
                .flatMapIterable(page -> page);
    }

    private Mono<List<AuditEvent>> page(AccessFilter filter) {
        return find(filter, PAGE).collectList();
    }

    /**
     * Recomputes every chain, page by page, and holds it against the signed heads; ends at the first break, in the order of
     * node names.
     */
    public Mono<Verification> verify() {
        return Mono.fromCallable(heads::all)
                .subscribeOn(Schedulers.boundedElastic())
                .flatMap(signed -> rows.nodes().collectList().flatMap(stored -> {
                    var byNode = signed.stream().collect(Collectors.groupingBy(Head::node));
                    var nodes = new TreeSet<>(stored);
                    // A node of which all rows are gone has heads still.
                    nodes.addAll(byNode.keySet());
                    return Flux.fromIterable(nodes)
                            .concatMap(node -> verify(node, byNode.getOrDefault(node, List.of())))
                            .takeUntil(Verification.Broken.class::isInstance)
                            .reduce(new Verification.Intact(0), AuditTrail::sum);
                }));
    }

    private Mono<Verification> verify(String node, List<Head> signed) {
        var bySequence = new TreeMap<Long, Head>();
        for (var head : signed) {
            if (!head.isSignedBy(signature)) {
                return Mono.just(new Verification.Broken(
                        node, head.sequence(), "A head of the chain is not signed with this audit's key"));
            }
            var other = bySequence.put(head.sequence(), head);
            if (other != null && !other.hash().equals(head.hash())) {
                return Mono.just(new Verification.Broken(node, head.sequence(), "Two heads of the chain disagree"));
            }
        }
        return Mono.just(ChainCheck.begin(node, bySequence, signature))
                .expand(check -> check.ended()
                        ? Mono.empty()
                        : rows.after(node, check.sequence(), PAGE).collectList().map(page -> through(check, page)))
                .last()
                .map(ChainCheck::found);
    }

    private static ChainCheck through(ChainCheck check, List<AuditRow> page) {
        var at = check;
        for (var row : page) {
            at = at.past(row);
            if (at.ended()) {
                return at;
            }
        }
        return page.size() < PAGE ? at.end() : at;
    }

    private static Verification sum(Verification soFar, Verification next) {
        return switch (soFar) {
            case Verification.Broken broken -> broken;
            case Verification.Intact(var events, var compared) ->
                switch (next) {
                    case Verification.Broken broken -> broken;
                    case Verification.Intact(var more, var moreCompared) ->
                        new Verification.Intact(events + more, compared + moreCompared);
                };
        };
    }
}
