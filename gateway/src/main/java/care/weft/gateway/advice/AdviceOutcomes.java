package care.weft.gateway.advice;

import care.weft.gateway.advice.rules.HeldAssessment;
import care.weft.gateway.store.AdviceRow;
import care.weft.gateway.store.AdviceRows;
import care.weft.gateway.store.StoreException;
import care.weft.spi.model.AssessmentStatus;
import care.weft.spi.model.Moment;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Keeps what was advised, what its readers made of it, and what was found since: the least that it takes to show a card once and to
 * count. Advice never waits for more than this, and never fails because of it.
 */
@Component
public final class AdviceOutcomes {

    /** No such assessment within this time: it was avoided. */
    private static final int AVOIDED_DAYS = 30;

    /** One with another result within this time: the reuse may have been wrong. */
    private static final int WRONG_DAYS = 7;

    private static final Logger LOG = LoggerFactory.getLogger(AdviceOutcomes.class);

    /** For what an answer waits for. */
    private static final Duration LONGEST = Duration.ofSeconds(2);

    private final AdviceRows rows;
    private final Clock clock;

    AdviceOutcomes(AdviceRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /**
     * Advice that its reader was given before.
     *
     * @param outcome null where nothing was said of it
     */
    public record Earlier(Instant givenAt, @Nullable AdviceOutcome outcome) {}

    /**
     * Keeps what is being given to one reader.
     *
     * @return by id, those that the reader was given before; none where that cannot be told, so that a card is rather shown again
     */
    public Mono<Map<String, Earlier>> give(List<GivenAdvice> given) {
        if (given.isEmpty()) {
            return Mono.just(Map.of());
        }
        var ids = given.stream().map(GivenAdvice::id).distinct().toList();
        return rows.find(ids, given.getFirst().reader())
                .collectMap(AdviceRow::adviceId, AdviceOutcomes::earlier)
                .flatMap(earlier -> add(given, earlier).thenReturn(earlier))
                .timeout(LONGEST)
                .doOnError(failure -> LOG.warn(
                        "Advice that was given could not be stored ({}): figures will miss it",
                        failure.getClass().getSimpleName()))
                .onErrorReturn(Map.of());
    }

    private Mono<Void> add(List<GivenAdvice> given, Map<String, Earlier> earlier) {
        var now = clock.instant();
        var fresh = given.stream()
                .filter(each -> !earlier.containsKey(each.id()))
                .map(each -> each.row(now))
                .toList();
        return fresh.isEmpty() ? Mono.empty() : rows.add(fresh);
    }

    private static Earlier earlier(AdviceRow row) {
        var outcome = row.outcome();
        return new Earlier(row.givenAt(), outcome == null ? null : AdviceOutcome.valueOf(outcome));
    }

    /**
     * Keeps what a reader made of advice; the latest counts.
     *
     * @return when, or empty where the reader was given no such advice; {@link AdviceStoreUnavailableException}
     */
    public Mono<Instant> record(String adviceId, String reader, AdviceOutcome outcome, @Nullable String reason) {
        var now = clock.instant();
        return rows.record(adviceId, reader, outcome.name(), reason, now)
                .onErrorMap(StoreException.class, _ -> AdviceStoreUnavailableException.ofOutcomes())
                .flatMap(known -> known ? Mono.just(now) : Mono.empty());
    }

    /**
     * Takes a look at a person's record for what it tells of earlier advice and of what was done twice. Nobody waits for it.
     *
     * @param person pseudonym
     * @param whole whether everybody was heard
     */
    public void look(String person, @Nullable String neighbourhood, FoundTwice found, boolean whole) {
        var today = LocalDate.now(clock.withZone(Moment.LONDON));
        var _ = rows.found(found.row(person, neighbourhood, today))
                .thenMany(rows.followedReuses(Set.of(person)))
                .concatMap(reuse -> followUp(reuse, found.assessments(), whole, today))
                .doOnError(failure -> LOG.warn(
                        "What came of advice could not be stored ({})",
                        failure.getClass().getSimpleName()))
                .onErrorComplete()
                .subscribe();
    }

    private Mono<Void> followUp(AdviceRow reuse, List<HeldAssessment> seen, boolean whole, LocalDate today) {
        var from = LocalDate.ofInstant(Objects.requireNonNullElse(reuse.outcomeAt(), reuse.givenAt()), Moment.LONDON);
        var last = from.plusDays(AVOIDED_DAYS);
        var done = seen.stream()
                .filter(held -> held.status() == AssessmentStatus.COMPLETED
                        && reuse.instrument().equals(held.instrument())
                        && held.date() != null
                        && held.date().isAfter(from)
                        && !held.date().isAfter(last))
                .min(Comparator.comparing(held -> Objects.requireNonNull(held.date())));
        if (done.isPresent()) {
            return rows.followUp(seen(reuse, null, done.get().date(), isChanged(reuse, done.get(), from)));
        }
        return whole && today.isAfter(last) ? rows.followUp(seen(reuse, today, null, null)) : Mono.empty();
    }

    /** Null where either band is not known; one that came later says nothing of the reuse. */
    private static @Nullable Boolean isChanged(AdviceRow reuse, HeldAssessment done, LocalDate from) {
        if (done.date() == null || done.date().isAfter(from.plusDays(WRONG_DAYS))) {
            return false;
        }
        if (reuse.riskBand() == null || done.risk() == null) {
            return null;
        }
        boolean changed = !reuse.riskBand().equals(done.risk().name());
        if (changed) {
            LOG.warn(
                    "An assessment within {} days of a reuse arrived at another band: investigate advice {}",
                    WRONG_DAYS,
                    reuse.adviceId());
        }
        return changed;
    }

    private static AdviceRow seen(
            AdviceRow row, @Nullable LocalDate checkedOn, @Nullable LocalDate doneOn, @Nullable Boolean changed) {
        return new AdviceRow(
                row.adviceId(),
                row.reader(),
                row.person(),
                row.neighbourhood(),
                row.instrument(),
                row.partner(),
                row.reliedOn(),
                row.decision(),
                row.reason(),
                row.required(),
                row.covered(),
                row.silent(),
                row.riskBand(),
                row.givenAt(),
                row.outcome(),
                row.outcomeAt(),
                checkedOn,
                doneOn,
                changed);
    }
}
