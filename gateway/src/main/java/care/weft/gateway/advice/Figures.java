package care.weft.gateway.advice;

import care.weft.gateway.advice.rules.Catalogue;
import care.weft.gateway.store.AdviceRow;
import care.weft.gateway.store.AdviceRows;
import care.weft.gateway.store.FindingRow;
import care.weft.gateway.store.StoreException;
import care.weft.spi.model.Moment;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Counts what was advised and what came of it, by whole months: days would tell single people apart. */
@Component
public final class Figures {

    private final AdviceRows rows;
    private final Catalogue catalogue;

    Figures(AdviceRows rows, Catalogue catalogue) {
        this.rows = rows;
        this.catalogue = catalogue;
    }

    /**
     * The figures of a neighbourhood.
     *
     * @param first the first month
     * @param last the last, included
     * @return {@link AdviceStoreUnavailableException} when they cannot be read
     */
    public Mono<DuplicationFigures> of(String neighbourhood, YearMonth first, YearMonth last) {
        var from = first.atDay(1);
        var advice = rows.given(
                        neighbourhood,
                        from.atStartOfDay(Moment.LONDON).toInstant(),
                        last.plusMonths(1).atDay(1).atStartOfDay(Moment.LONDON).toInstant())
                .collectList()
                .map(this::advice);
        var found = rows.found(neighbourhood, from, last.atDay(1)).collectList().map(Figures::found);
        return Mono.zip(found, advice)
                .map(both -> DuplicationFigures.of(from, last.atEndOfMonth(), both.getT1(), both.getT2()))
                .onErrorMap(StoreException.class, _ -> AdviceStoreUnavailableException.ofFigures());
    }

    private MonthOfAdvice advice(List<AdviceRow> all) {
        return all.stream()
                .collect(
                        Collectors.groupingBy(row -> YearMonth.from(LocalDate.ofInstant(row.givenAt(), Moment.LONDON))))
                .values()
                .stream()
                .map(month -> MonthOfAdvice.of(month, catalogue))
                .reduce(MonthOfAdvice.none(), MonthOfAdvice::plus);
    }

    private static FoundFigures found(List<FindingRow> all) {
        return all.stream().collect(Collectors.groupingBy(FindingRow::foundIn)).values().stream()
                .map(FoundFigures::of)
                .reduce(FoundFigures.none(), FoundFigures::plus);
    }
}
