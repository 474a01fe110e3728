package care.weft.gateway.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The stored advice, its outcomes and what was found twice. Every failure is a {@link StoreException}. */
public interface AdviceRows {

    /** The advice that a store keeps. */
    static AdviceRows in(Store store) {
        return new SqlAdviceRows(store);
    }

    /** What one reader was given before, of these. */
    Flux<AdviceRow> find(Collection<String> adviceIds, String reader);

    /** Adds what is not there yet. */
    Mono<Void> add(List<AdviceRow> given);

    /** Stores what came of it; the latest counts. False when the reader was given no such advice. */
    Mono<Boolean> record(String adviceId, String reader, String outcome, @Nullable String reason, Instant at);

    /** Reuses that some people's assessors followed, of which it is not known yet what came after. */
    Flux<AdviceRow> followedReuses(Collection<String> people);

    /** Stores what came after a reuse. */
    Mono<Void> followUp(AdviceRow seen);

    /** Stores what was found in the month, instead of what was found before. */
    Mono<Void> found(FindingRow finding);

    /** What was given in a neighbourhood. */
    Flux<AdviceRow> given(String neighbourhood, Instant from, Instant to);

    /** What was found in a neighbourhood, by the first days of months, both included. */
    Flux<FindingRow> found(String neighbourhood, LocalDate from, LocalDate to);
}
