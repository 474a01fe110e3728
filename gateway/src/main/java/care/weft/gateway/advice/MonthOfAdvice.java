package care.weft.gateway.advice;

import care.weft.gateway.advice.rules.AdviceDecision;
import care.weft.gateway.advice.rules.AdviceReason;
import care.weft.gateway.advice.rules.Catalogue;
import care.weft.gateway.store.AdviceRow;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The figures of one month's advice, fit to be published: a tree of counts of which no hidden one can be reckoned from the others.
 * Figures of several months are sums of these and of nothing else, so that no two periods differ by a month that is hidden.
 *
 * @param unverifiable how often all was covered, and a silent partner stood against it
 * @param fewestMinutes that were saved for certain: of reuses that are known to have avoided an assessment
 * @param mostMinutes that may have been saved: of all that was followed
 */
record MonthOfAdvice(
        Figure offered,
        OfferFigures reuse,
        OfferFigures join,
        OfferFigures topUp,
        AfterReuse afterReuse,
        Figure unverifiable,
        double fewestMinutes,
        double mostMinutes,
        Map<String, Figure> byInstrument,
        Map<String, Figure> byPartners) {

    static MonthOfAdvice none() {
        return new MonthOfAdvice(
                Figure.none(),
                OfferFigures.none(),
                OfferFigures.none(),
                OfferFigures.none(),
                AfterReuse.none(),
                Figure.none(),
                0,
                0,
                Map.of(),
                Map.of());
    }

    static MonthOfAdvice of(List<AdviceRow> month, Catalogue catalogue) {
        var reuses = with(month, AdviceDecision.REUSE);
        var joins = with(month, AdviceDecision.JOIN);
        var topUps = with(month, AdviceDecision.TOP_UP);
        var offers = month.stream().filter(MonthOfAdvice::isOffer).toList();
        var offered = Figure.of(offers.size());
        var parts = Figure.parts(offered, List.of(reuses.size(), joins.size(), topUps.size()));
        var reuse = offers(parts.get(0), reuses);
        var topUp = offers(parts.get(2), topUps);
        var followed = with(reuses, AdviceOutcome.FOLLOWED);
        var after = afterReuse(reuse.followed(), followed);
        double avoided = after.avoided().isTold() ? minutes(avoided(followed), catalogue) : 0;
        double most = (reuse.followed().isTold() ? minutes(followed, catalogue) : 0)
                + (topUp.followed().isTold() ? minutes(with(topUps, AdviceOutcome.FOLLOWED), catalogue) : 0);
        return new MonthOfAdvice(
                offered,
                reuse,
                offers(parts.get(1), joins),
                topUp,
                after,
                Figure.of((int) month.stream()
                        .filter(row -> row.reason().equals(AdviceReason.CHANGE_UNVERIFIABLE.name()))
                        .count()),
                avoided,
                most,
                by(offered, offers, AdviceRow::instrument),
                by(offered, offers, row -> row.partner() + "\n" + (row.reliedOn() == null ? "" : row.reliedOn())));
    }

    private static boolean isOffer(AdviceRow row) {
        return switch (AdviceDecision.valueOf(row.decision())) {
            case REUSE, JOIN, TOP_UP -> true;
            case PROCEED, STOP -> false;
        };
    }

    private static List<AdviceRow> with(List<AdviceRow> rows, AdviceDecision decision) {
        return rows.stream()
                .filter(row -> row.decision().equals(decision.name()))
                .toList();
    }

    private static List<AdviceRow> with(List<AdviceRow> rows, @Nullable AdviceOutcome outcome) {
        return rows.stream()
                .filter(row ->
                        outcome == null ? row.outcome() == null : outcome.name().equals(row.outcome()))
                .toList();
    }

    private static OfferFigures offers(Figure offered, List<AdviceRow> rows) {
        return OfferFigures.of(
                offered,
                List.of(
                        with(rows, AdviceOutcome.FOLLOWED).size(),
                        with(rows, AdviceOutcome.OVERRIDDEN).size(),
                        with(rows, AdviceOutcome.NO_LONGER_NEEDED).size(),
                        with(rows, (AdviceOutcome) null).size()));
    }

    private static List<AdviceRow> avoided(List<AdviceRow> followed) {
        return followed.stream().filter(row -> row.checkedOn() != null).toList();
    }

    private static AfterReuse afterReuse(Figure followed, List<AdviceRow> rows) {
        int avoided = avoided(rows).size();
        int done = (int) rows.stream().filter(row -> row.doneOn() != null).count();
        int changed = (int) rows.stream()
                .filter(row -> Boolean.TRUE.equals(row.bandChanged()))
                .count();
        return AfterReuse.of(followed, avoided, done, changed, rows.size() - avoided - done);
    }

    /** The share of an assessment that was covered, of the minutes that the catalogue gives it. */
    private static double minutes(List<AdviceRow> rows, Catalogue catalogue) {
        return rows.stream()
                .filter(row -> row.required() > 0)
                .mapToDouble(row -> catalogue
                        .find(row.instrument())
                        .map(known -> known.typicalMinutes() * (double) row.covered() / row.required())
                        .orElse(0.0))
                .sum();
    }

    private static Map<String, Figure> by(Figure offered, List<AdviceRow> offers, Function<AdviceRow, String> what) {
        var counts = offers.stream().collect(Collectors.groupingBy(what, TreeMap::new, Collectors.counting()));
        var parts = Figure.parts(
                offered, counts.values().stream().map(Math::toIntExact).toList());
        var figures = new TreeMap<String, Figure>();
        var next = parts.iterator();
        counts.keySet().forEach(key -> figures.put(key, next.next()));
        return figures;
    }

    MonthOfAdvice plus(MonthOfAdvice other) {
        return new MonthOfAdvice(
                offered.plus(other.offered),
                reuse.plus(other.reuse),
                join.plus(other.join),
                topUp.plus(other.topUp),
                afterReuse.plus(other.afterReuse),
                unverifiable.plus(other.unverifiable),
                fewestMinutes + other.fewestMinutes,
                mostMinutes + other.mostMinutes,
                sum(byInstrument, other.byInstrument),
                sum(byPartners, other.byPartners));
    }

    private static Map<String, Figure> sum(Map<String, Figure> one, Map<String, Figure> other) {
        var sum = new TreeMap<>(one);
        other.forEach((key, figure) -> sum.merge(key, figure, Figure::plus));
        return sum;
    }
}
