package care.weft.gateway.advice;

import care.weft.gateway.store.FindingRow;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * What was found done twice.
 *
 * @param people whose records were looked at, each once a month
 * @param assessments that were looked at
 * @param inNinetyDays those of them that were done within ninety days before: how often people told their story
 * @param repeatedDomains how often a domain was asked about again
 * @param all repeats, of whatever kind
 * @param overlapStatutory repeated questions, not assessments that could have been spared
 */
public record FoundFigures(
        Figure people,
        Figure assessments,
        Figure inNinetyDays,
        Figure repeatedDomains,
        Figure all,
        Figure sameInstrument,
        Figure sameFamily,
        Figure overlap,
        Figure overlapStatutory) {

    static FoundFigures none() {
        var none = Figure.none();
        return new FoundFigures(none, none, none, none, none, none, none, none, none);
    }

    /** Of one month. Of too few people nothing is told. */
    static FoundFigures of(List<FindingRow> month) {
        var people = Figure.of(month.size());
        int repeats = sum(month, FindingRow::sameInstrument)
                + sum(month, FindingRow::sameFamily)
                + sum(month, FindingRow::overlap)
                + sum(month, FindingRow::overlapStatutory);
        var all = under(people, repeats);
        var kinds = Figure.parts(
                all,
                List.of(
                        sum(month, FindingRow::sameInstrument),
                        sum(month, FindingRow::sameFamily),
                        sum(month, FindingRow::overlap),
                        sum(month, FindingRow::overlapStatutory)));
        return new FoundFigures(
                people,
                under(people, sum(month, FindingRow::assessments)),
                under(people, sum(month, FindingRow::inNinetyDays)),
                under(all, sum(month, FindingRow::repeatedDomains)),
                all,
                kinds.get(0),
                kinds.get(1),
                kinds.get(2),
                kinds.get(3));
    }

    private static Figure under(Figure whole, int count) {
        return whole.isTold() ? Figure.of(count) : Figure.hidden();
    }

    private static int sum(List<FindingRow> month, ToIntFunction<FindingRow> count) {
        return month.stream().mapToInt(count).sum();
    }

    FoundFigures plus(FoundFigures other) {
        return new FoundFigures(
                people.plus(other.people),
                assessments.plus(other.assessments),
                inNinetyDays.plus(other.inNinetyDays),
                repeatedDomains.plus(other.repeatedDomains),
                all.plus(other.all),
                sameInstrument.plus(other.sameInstrument),
                sameFamily.plus(other.sameFamily),
                overlap.plus(other.overlap),
                overlapStatutory.plus(other.overlapStatutory));
    }
}
