package care.weft.gateway.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One announced assessment, as stored. {@link #toString()} is redacted.
 *
 * @param id of the caller and the idempotency key: the same for the same two
 * @param person sealed: no NHS number is stored
 * @param domains names; empty for all of the instrument
 * @param partner whose plan it is: a partner's id, or an organisation that is no partner
 * @param caller who announced it, as known to their issuer
 * @param announcedAt to the microsecond; no two of one person are the same, and their order is that of the commits
 * @param content digest of all that was announced
 * @param fulfilledOn when the announcer's own record was first seen to show it done
 */
public record AnnouncementRow(
        String id,
        String person,
        String instrument,
        String subject,
        @Nullable String carer,
        String setting,
        List<String> domains,
        String partner,
        @Nullable String organisation,
        @Nullable String organisationName,
        @Nullable String team,
        String caller,
        String who,
        Instant plannedAt,
        @Nullable String place,
        @Nullable String phone,
        @Nullable String email,
        @Nullable String hours,
        Instant announcedAt,
        Instant expiresAt,
        String idempotencyKey,
        String content,
        @Nullable Instant withdrawnAt,
        @Nullable String withdrawnBecause,
        @Nullable LocalDate fulfilledOn) {

    public AnnouncementRow {
        domains = List.copyOf(domains);
    }

    AnnouncementRow announcedAt(Instant at) {
        return new AnnouncementRow(
                id,
                person,
                instrument,
                subject,
                carer,
                setting,
                domains,
                partner,
                organisation,
                organisationName,
                team,
                caller,
                who,
                plannedAt,
                place,
                phone,
                email,
                hours,
                at,
                expiresAt,
                idempotencyKey,
                content,
                withdrawnAt,
                withdrawnBecause,
                fulfilledOn);
    }

    @Override
    public String toString() {
        return "AnnouncementRow[" + id + "]";
    }
}
