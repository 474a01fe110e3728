package care.weft.gateway.store;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the latest look of a month found twice in one person's record, as stored. The person is a pseudonym.
 *
 * @param foundIn the first day of the month
 * @param assessments how many were looked at
 * @param inNinetyDays how many of them were done within the last ninety days
 * @param repeatedDomains how many domains were asked about again
 */
public record FindingRow(
        String person,
        LocalDate foundIn,
        @Nullable String neighbourhood,
        int assessments,
        int sameInstrument,
        int sameFamily,
        int overlap,
        int overlapStatutory,
        int inNinetyDays,
        int repeatedDomains) {}
