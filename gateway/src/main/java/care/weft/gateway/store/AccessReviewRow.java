package care.weft.gateway.store;

import java.time.Instant;

/**
 * What one reviewer found of one opening. {@link #toString()} is redacted.
 *
 * @param opening id of the {@link ExceptionalAccessRow}
 * @param step its place among those of the opening, from 0; of no meaning before it is stored
 * @param outcome code
 * @param settled whether nothing may follow
 * @param issuer and
 * @param reviewer together, who
 */
public record AccessReviewRow(
        String opening,
        int step,
        String outcome,
        boolean settled,
        String note,
        String issuer,
        String reviewer,
        String reviewerName,
        Instant at) {

    /** Whether the same reviewer says the same. */
    public boolean saysAs(AccessReviewRow other) {
        return outcome.equals(other.outcome)
                && note.equals(other.note)
                && issuer.equals(other.issuer)
                && reviewer.equals(other.reviewer);
    }

    @Override
    public String toString() {
        return "AccessReviewRow[" + opening + ", " + step + "]";
    }
}
