package care.weft.spi.model;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A booked, kept, missed or cancelled contact.
 *
 * @param startsAt every appointment has a time: one without is not readable as an appointment
 * @param endsAt when stated
 * @param service what it is for, coded where the partner codes it
 * @param attendance null while nothing is known of it
 */
@RecordBuilder
public record Appointment(
        RecordSource source,
        String title,
        AppointmentStatus appointmentStatus,
        Instant startsAt,
        @Nullable Instant endsAt,
        @Nullable Coding service,
        @Nullable String description,
        @Nullable ContactChannel channel,
        @Nullable Location location,
        @Nullable Practitioner practitioner,
        @Nullable Attendance attendance,
        @Nullable Organisation organisation)
        implements CareRecord {

    @Override
    public Section section() {
        return Section.APPOINTMENTS;
    }

    @Override
    public Moment when() {
        return Moment.of(startsAt);
    }

    @Override
    public @Nullable Moment until() {
        return endsAt == null ? null : Moment.of(endsAt);
    }

    @Override
    public RecordState state() {
        return switch (appointmentStatus) {
            case PROPOSED, PENDING, BOOKED, WAITLISTED -> RecordState.PLANNED;
            case ARRIVED -> RecordState.ACTIVE;
            case FULFILLED, NO_SHOW -> RecordState.DONE;
            case CANCELLED, ENTERED_IN_ERROR -> RecordState.CANCELLED;
            case UNKNOWN -> RecordState.UNKNOWN;
        };
    }
}
