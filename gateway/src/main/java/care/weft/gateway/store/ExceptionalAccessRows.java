package care.weft.gateway.store;

import java.time.Instant;
import java.util.Collection;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The stored openings without a relationship. Every failure is a {@link StoreException}. */
public interface ExceptionalAccessRows {

    /** Those that a store keeps. */
    static ExceptionalAccessRows in(Store store) {
        return new SqlExceptionalAccessRows(store);
    }

    /** Adds one. */
    Mono<Void> add(ExceptionalAccessRow opened);

    /** What one caller has open now of one person, by whichever of the keys. */
    Flux<ExceptionalAccessRow> open(String issuer, String caller, Collection<String> personKeys, Instant now);

    /**
     * Those to be reviewed, the latest first.
     *
     * @param before only those opened before the one with this {@code seq}
     * @param openOnly only those whose review is not closed
     */
    Flux<ExceptionalAccessRow> toReview(long before, int most, boolean openOnly);

    /** One of those to be reviewed; empty when there is none with this id. */
    Mono<ExceptionalAccessRow> toReview(String id);
}
