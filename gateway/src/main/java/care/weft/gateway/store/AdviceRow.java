package care.weft.gateway.store;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Advice that was given to one reader, and what came of it, as stored. People and readers are pseudonyms.
 *
 * @param partner the organisation that would assess
 * @param reliedOn whose record or plan the advice rests on; null for none
 * @param required how many domains are required
 * @param covered how many of them are covered
 * @param silent how many partners were not heard
 * @param riskBand the one band of what is relied on; null where there is none, or several
 * @param checkedOn when all was looked at and no such assessment was found done within the time
 * @param doneOn when such an assessment was done after all
 * @param bandChanged whether that one arrived at another band; null where that is not known
 */
public record AdviceRow(
        String adviceId,
        String reader,
        String person,
        @Nullable String neighbourhood,
        String instrument,
        String partner,
        @Nullable String reliedOn,
        String decision,
        String reason,
        int required,
        int covered,
        int silent,
        @Nullable String riskBand,
        Instant givenAt,
        @Nullable String outcome,
        @Nullable Instant outcomeAt,
        @Nullable LocalDate checkedOn,
        @Nullable LocalDate doneOn,
        @Nullable Boolean bandChanged) {

    @Override
    public String toString() {
        return "AdviceRow[" + adviceId + "]";
    }
}
