package care.weft.gateway.advice;

import care.weft.gateway.advice.rules.Change;
import care.weft.gateway.advice.rules.EventKind;
import care.weft.spi.model.Appointment;
import care.weft.spi.model.Assessment;
import care.weft.spi.model.CarePackage;
import care.weft.spi.model.Demographics;
import care.weft.spi.model.Entry;
import care.weft.spi.model.Involvement;
import care.weft.spi.model.Moment;
import care.weft.spi.model.PartnerId;
import care.weft.spi.model.Referral;
import care.weft.spi.model.Relationship;
import care.weft.spi.model.RelationshipKind;
import care.weft.spi.model.Stay;
import care.weft.spi.model.StayState;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What entries tell of events in a person's life. Only of records that are established to be theirs.
 *
 * <p>A stay does not say whether it began as an emergency: each counts as one, so that nothing is thought unchanged that may have
 * changed. A carer whose beginning or end is dated is a change of carer; as most are not dated, the catalogue says that nobody
 * tells of those, and the person is asked as well.
 */
final class Changes {

    /** PDS: a death certificate was received. */
    private static final String FORMAL = "2";
    /** PDS: a notice that was taken back. */
    private static final String REMOVED = "U";

    private Changes() {}

    static List<Change> of(PartnerId partner, Entry entry) {
        return switch (entry) {
            case Stay stay -> ofStay(partner, stay);
            case Demographics demographics -> ofDeath(partner, demographics);
            case Relationship relationship -> ofCarer(partner, relationship);
            case Appointment _, Assessment _, CarePackage _, Referral _, Involvement _ -> List.of();
        };
    }

    private static List<Change> ofStay(PartnerId partner, Stay stay) {
        if (stay.stayState() == StayState.PLANNED || stay.stayState() == StayState.CANCELLED) {
            return List.of();
        }
        var admitted = stay.admittedOn();
        var discharged = stay.dischargedOn();
        boolean left = discharged != null || stay.stayState() == StayState.DISCHARGED;
        return Stream.of(
                        at(EventKind.EMERGENCY_ADMISSION, admitted, partner),
                        at(EventKind.ADMISSION, admitted, partner),
                        left ? at(EventKind.DISCHARGE, discharged, partner) : null)
                .filter(Objects::nonNull)
                .toList();
    }

    private static List<Change> ofDeath(PartnerId partner, Demographics demographics) {
        var death = demographics.death();
        if (death == null) {
            return List.of();
        }
        var code = death.status() == null ? null : death.status().code();
        if (REMOVED.equals(code)) {
            return List.of();
        }
        var when = at(EventKind.DEATH, death.on(), partner);
        return List.of(
                new Change(EventKind.DEATH, when.earliest(), when.latest(), partner.value(), FORMAL.equals(code)));
    }

    private static List<Change> ofCarer(PartnerId partner, Relationship relationship) {
        return relationship.kinds().contains(RelationshipKind.CARER)
                ? Stream.of(relationship.from(), relationship.until())
                        .filter(Objects::nonNull)
                        .map(day -> at(EventKind.CARER_CHANGE, Moment.of(day), partner))
                        .toList()
                : List.of();
    }

    /** @param when null where it is not known: it may have been on any day */
    private static Change at(EventKind kind, @Nullable Moment when, PartnerId partner) {
        return when == null
                ? new Change(kind, null, null, partner.value(), false)
                : new Change(kind, when.earliestDay(), when.latestDay(), partner.value(), false);
    }
}
