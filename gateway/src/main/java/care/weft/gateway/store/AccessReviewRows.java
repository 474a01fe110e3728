package care.weft.gateway.store;

import java.util.Collection;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What was found of the stored openings. Every failure is a {@link StoreException}. */
public interface AccessReviewRows {

    /** Those that a store keeps. */
    static AccessReviewRows in(Store store) {
        return new SqlAccessReviewRows(store);
    }

    /** What was found of some openings, each opening's first the first. */
    Flux<AccessReviewRow> of(Collection<String> openings);

    /**
     * Adds one after those that are there, unless one of them settled it, or the latest says the same.
     *
     * @return all that are there then, the first the first
     */
    Mono<List<AccessReviewRow>> add(AccessReviewRow review);
}
