package care.weft.gateway.advice;

import care.weft.gateway.advice.rules.AssessedSubject;
import care.weft.gateway.advice.rules.AssessmentInstrument;
import care.weft.gateway.store.AnnouncementRow;
import care.weft.spi.model.AssessmentSubject;
import care.weft.spi.model.CareSetting;
import care.weft.spi.model.Contact;
import care.weft.spi.model.Organisation;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * That somebody is about to assess a person, in their own words. {@link #toString()} is redacted.
 *
 * @param person sealed
 * @param instrument an id of the catalogue
 * @param domains what is asked; empty for all of the instrument
 * @param partner whose plan it is: a partner's id, or an organisation that is no partner
 * @param organisation null where the announcer has none
 * @param caller who announced it, as known to their issuer
 * @param where null where it may not be told where the person is
 * @param at when it was announced; no two of one person at the same moment
 * @param expires from when on it counts no more
 */
public record AssessmentAnnouncement(
        String id,
        String person,
        String instrument,
        AssessedSubject subject,
        CareSetting setting,
        List<String> domains,
        String partner,
        @Nullable Organisation organisation,
        @Nullable String team,
        String caller,
        String who,
        Instant when,
        @Nullable String where,
        Contact contact,
        Instant at,
        Instant expires,
        @Nullable Instant withdrawnAt,
        @Nullable LocalDate fulfilledOn) {

    public AssessmentAnnouncement {
        domains = List.copyOf(domains);
    }

    static AssessmentAnnouncement of(AnnouncementRow row) {
        var name = row.organisationName();
        return new AssessmentAnnouncement(
                row.id(),
                row.person(),
                row.instrument(),
                new AssessedSubject(AssessmentSubject.valueOf(row.subject()), row.carer()),
                CareSetting.valueOf(row.setting()),
                row.domains(),
                row.partner(),
                name == null ? null : new Organisation(row.organisation(), name),
                row.team(),
                row.caller(),
                row.who(),
                row.plannedAt(),
                row.place(),
                new Contact(row.phone(), row.email(), row.hours()),
                row.announcedAt(),
                row.expiresAt(),
                row.withdrawnAt(),
                row.fulfilledOn());
    }

    /** What has become of it by now. */
    public AnnouncementState state(Instant now) {
        if (withdrawnAt != null) {
            return AnnouncementState.WITHDRAWN;
        }
        if (fulfilledOn != null) {
            return AnnouncementState.FULFILLED;
        }
        return expires.isAfter(now) ? AnnouncementState.OPEN : AnnouncementState.EXPIRED;
    }

    /** Whether it is of the same instrument and the same subject. */
    public boolean isOf(AssessmentInstrument other, AssessedSubject asked) {
        return instrument.equals(other.id()) && subject.equals(asked);
    }

    /** Whether this caller made it. */
    public boolean isBy(String other) {
        return caller.equals(other);
    }

    /** Whether somebody of this organisation made it. */
    public boolean isOfOrganisation(String odsCode) {
        return organisation != null && Objects.equals(organisation.odsCode(), odsCode);
    }

    AssessmentAnnouncement withoutPlace() {
        return new AssessmentAnnouncement(
                id,
                person,
                instrument,
                subject,
                setting,
                domains,
                partner,
                organisation,
                team,
                caller,
                who,
                when,
                null,
                contact,
                at,
                expires,
                withdrawnAt,
                fulfilledOn);
    }

    @Override
    public String toString() {
        return "AssessmentAnnouncement[" + id + "]";
    }
}
