package care.weft.gateway.person;

import care.weft.gateway.access.CallerRole;
import care.weft.gateway.audit.PersonSeal;
import care.weft.gateway.store.AccessReviewRow;
import care.weft.gateway.store.ExceptionalAccessRow;
import care.weft.spi.model.PersonKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One record that was opened without the caller's team being involved in the person's care.
 *
 * @param place later ones have higher places
 * @param openedBy name of who opened it
 * @param organisation ODS code of their employer; null when not known
 * @param until when it closes
 * @param findings what reviewers made of it, the first the first; empty when nobody has looked at it
 */
public record Opening(
        String id,
        long place,
        ExceptionalAccess kind,
        PersonKey person,
        String openedBy,
        List<CallerRole> roles,
        @Nullable String organisation,
        String reason,
        Instant openedAt,
        Instant until,
        List<Finding> findings) {

    public Opening {
        roles = List.copyOf(roles);
        findings = List.copyOf(findings);
    }

    static Opening of(ExceptionalAccessRow row, List<AccessReviewRow> reviews, PersonSeal seal) {
        var roles = Arrays.asList(row.roles().split(",", -1));
        return new Opening(
                row.id(),
                row.seq(),
                ExceptionalAccess.valueOf(row.kind()),
                seal.open(row.person()),
                row.callerName(),
                Arrays.stream(CallerRole.values())
                        .filter(role -> roles.contains(role.name()))
                        .toList(),
                row.organisation(),
                row.reason(),
                row.openedAt(),
                row.until(),
                reviews.stream().map(Finding::of).toList());
    }

    /** The latest finding's; null when nobody has looked at it. */
    public @Nullable ReviewOutcome outcome() {
        return findings.isEmpty() ? null : findings.getLast().outcome();
    }

    /**
     * What one reviewer made of it.
     *
     * @param by name of the reviewer
     */
    public record Finding(ReviewOutcome outcome, String note, String by, Instant at) {

        static Finding of(AccessReviewRow row) {
            return new Finding(ReviewOutcome.valueOf(row.outcome()), row.note(), row.reviewerName(), row.at());
        }
    }

    @Override
    public String toString() {
        return "Opening[" + id + "]";
    }
}
