package care.weft.gateway.person;

import care.weft.gateway.audit.AuditFact;
import care.weft.gateway.audit.AuditLog;
import care.weft.gateway.audit.PersonSeal;
import care.weft.gateway.fanout.Operation;
import care.weft.gateway.store.AccessReviewRow;
import care.weft.gateway.store.AccessReviewRows;
import care.weft.gateway.store.ExceptionalAccessRow;
import care.weft.gateway.store.ExceptionalAccessRows;
import care.weft.gateway.store.StoreException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The review of records that were opened without the caller's team being involved in the person's care. */
@Component
public final class BreakGlassReviews {

    private final ExceptionalAccessRows rows;
    private final AccessReviewRows reviews;
    private final AuditLog auditLog;
    private final PersonSeal seal;
    private final Clock clock;

    BreakGlassReviews(
            ExceptionalAccessRows rows, AccessReviewRows reviews, AuditLog auditLog, PersonSeal seal, Clock clock) {
        this.rows = rows;
        this.reviews = reviews;
        this.auditLog = auditLog;
        this.seal = seal;
        this.clock = clock;
    }

    /**
     * Those to be reviewed, the latest first.
     *
     * @param before only those whose place is lower
     * @param openOnly only those whose review is not closed
     */
    public Flux<Opening> toReview(long before, int most, boolean openOnly) {
        return rows.toReview(before, most, openOnly)
                .collectList()
                .flatMapMany(found -> reviews.of(
                                found.stream().map(ExceptionalAccessRow::id).toList())
                        .collect(Collectors.groupingBy(AccessReviewRow::opening))
                        .flatMapIterable(of -> found.stream()
                                .map(row -> Opening.of(row, of.getOrDefault(row.id(), List.of()), seal))
                                .toList()))
                .onErrorMap(StoreException.class, _ -> PersonRefused.storeUnavailable());
    }

    /** What came of reviewing. */
    public sealed interface Reviewed {

        /** It is kept, now or since the same reviewer said the same before. */
        record Kept(Opening opening) implements Reviewed {}

        /** There is none with this id to be reviewed. */
        record NotFound() implements Reviewed {}

        /** The caller opened it: somebody else must look at it. */
        record Own() implements Reviewed {}

        /** It was closed before. */
        record Closed() implements Reviewed {}
    }

    /** Adds what the caller found of one opening: in the audit first. The caller must be one who reviews. */
    public Mono<Reviewed> review(Operation operation, String id, ReviewOutcome outcome, String note) {
        return rows.toReview(id)
                .flatMap(row -> review(operation, row, outcome, note))
                .defaultIfEmpty(new Reviewed.NotFound())
                .onErrorMap(StoreException.class, _ -> PersonRefused.storeUnavailable());
    }

    private Mono<Reviewed> review(Operation operation, ExceptionalAccessRow row, ReviewOutcome outcome, String note) {
        var caller = operation.caller();
        if (row.issuer().equals(caller.issuer()) && row.caller().equals(caller.id())) {
            operation
                    .audit()
                    .record(new AuditFact.SecurityEvent(
                            "REVIEW_OF_OWN_OPENING_REFUSED", seal.open(row.person()), null));
            return Mono.just(new Reviewed.Own());
        }
        var review = new AccessReviewRow(
                row.id(),
                0,
                outcome.name(),
                outcome.closes(),
                note,
                caller.issuer(),
                caller.id(),
                caller.name(),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        return reviews.of(List.of(row.id()))
                .collectList()
                .flatMap(before -> before.stream().anyMatch(AccessReviewRow::settled)
                        ? Mono.just(before)
                        : write(operation, row, review))
                .map(all -> all.getLast().saysAs(review)
                        ? new Reviewed.Kept(Opening.of(row, all, seal))
                        : new Reviewed.Closed());
    }

    private Mono<List<AccessReviewRow>> write(Operation operation, ExceptionalAccessRow row, AccessReviewRow review) {
        operation
                .audit()
                .record(new AuditFact.Written(seal.open(row.person()), "REVIEW_" + review.outcome(), row.id()));
        return auditLog.commit(operation.audit(), operation.deadline().left())
                .then(Mono.defer(() -> reviews.add(review)));
    }
}
