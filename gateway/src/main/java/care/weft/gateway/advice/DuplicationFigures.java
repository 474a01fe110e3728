package care.weft.gateway.advice;

import java.time.LocalDate;
import java.util.Map;

/**
 * What a commissioner asks of one neighbourhood and some whole months.
 *
 * @param fewestMinutes that were saved for certain
 * @param mostMinutes that may have been saved
 * @param byInstrument what was offered, by the intended instrument
 * @param byPartners what was offered, by who would assess and, on the next line, whose record or plan it rests on
 */
public record DuplicationFigures(
        LocalDate from,
        LocalDate to,
        FoundFigures found,
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

    static DuplicationFigures of(LocalDate from, LocalDate to, FoundFigures found, MonthOfAdvice advice) {
        return new DuplicationFigures(
                from,
                to,
                found,
                advice.offered(),
                advice.reuse(),
                advice.join(),
                advice.topUp(),
                advice.afterReuse(),
                advice.unverifiable(),
                advice.fewestMinutes(),
                advice.mostMinutes(),
                advice.byInstrument(),
                advice.byPartners());
    }
}
