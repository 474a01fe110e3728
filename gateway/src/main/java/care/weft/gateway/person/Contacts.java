package care.weft.gateway.person;

import care.weft.gateway.fanout.SourceAnswer;
import care.weft.gateway.partner.Partner;
import care.weft.spi.model.Appointment;
import care.weft.spi.model.AppointmentStatus;
import care.weft.spi.model.Attendance;
import care.weft.spi.model.Organisation;
import care.weft.spi.model.RecordState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** When a person last saw, and will next see, those who are involved: by the partners' appointments. */
final class Contacts {

    /** The role of a practice, at whatever partner its appointments are. */
    static final String GENERAL_PRACTICE = "General practice";

    /** A service that last saw the person before, and will not see them again, is no longer involved by that alone. */
    private static final Duration RECENT = Duration.ofDays(90);

    private static final Set<AppointmentStatus> KEPT = Set.of(AppointmentStatus.FULFILLED, AppointmentStatus.ARRIVED);

    private final Instant now;
    private final List<Seen> all = new ArrayList<>();

    Contacts(Instant now) {
        this.now = now;
    }

    private static final class Seen {

        private final Appointment appointment;
        private final SourceAnswer source;
        private boolean accounted;

        private Seen(Appointment appointment, SourceAnswer source) {
            this.appointment = appointment;
            this.source = source;
        }
    }

    /** One that took place, or is to come; others tell of no contact. */
    void add(Appointment appointment, SourceAnswer source) {
        if (wasKept(appointment) || isToCome(appointment)) {
            all.add(new Seen(appointment, source));
        }
    }

    /** The same with their latest and next appointment. */
    Involved seen(Involved involved) {
        var theirs = all.stream().filter(seen -> isWith(seen, involved)).toList();
        theirs.forEach(seen -> seen.accounted = true);
        return involved.seen(last(theirs), next(theirs));
    }

    /** Those whom nothing involves but recent or coming appointments, one for each service. */
    List<Involved> ofNobodyElse() {
        var byService = new LinkedHashMap<List<@Nullable String>, List<Seen>>();
        all.stream()
                .filter(seen -> !seen.accounted)
                .filter(seen -> seen.appointment.startsAt().isAfter(now.minus(RECENT)))
                .sorted(Comparator.comparing(seen -> seen.appointment.startsAt()))
                .forEach(seen -> byService
                        .computeIfAbsent(service(seen), _ -> new ArrayList<>())
                        .add(seen));
        return byService.values().stream().map(this::involved).toList();
    }

    private Involved involved(List<Seen> theirs) {
        var seen = theirs.getLast();
        var appointment = seen.appointment;
        return new Involved(
                appointment.organisation() == null ? own(seen.source.partner()) : appointment.organisation(),
                null,
                role(appointment),
                appointment.practitioner(),
                null,
                null,
                last(theirs),
                next(theirs),
                false,
                InvolvementBasis.INFERRED,
                appointment.source(),
                seen.source);
    }

    /** Whose appointment it is where the partner thinks that goes without saying. */
    private static Organisation own(Partner partner) {
        return new Organisation(partner.odsCode(), partner.name());
    }

    private static List<@Nullable String> service(Seen seen) {
        var key = new ArrayList<@Nullable String>();
        key.add(seen.source.partner().id().value());
        key.add(code(seen.appointment.organisation()));
        key.add(role(seen.appointment).toLowerCase(Locale.UK));
        return key;
    }

    private static String role(Appointment appointment) {
        return appointment.service() == null
                ? appointment.title()
                : appointment.service().display();
    }

    private static boolean isWith(Seen seen, Involved involved) {
        var appointment = seen.appointment;
        if (GENERAL_PRACTICE.equals(involved.role())) {
            var practice = code(involved.organisation());
            return practice != null && practice.equals(code(appointment.organisation()));
        }
        if (!seen.source.partner().id().equals(involved.source().partner().id())) {
            return false;
        }
        var practitioner = involved.practitioner();
        if (practitioner != null && appointment.practitioner() != null) {
            return practitioner
                    .name()
                    .equalsIgnoreCase(appointment.practitioner().name());
        }
        return Stream.of(involved.role(), involved.team())
                .filter(Objects::nonNull)
                .anyMatch(words -> words.equalsIgnoreCase(role(appointment)));
    }

    private @Nullable Instant last(List<Seen> theirs) {
        return theirs.stream()
                .filter(seen -> wasKept(seen.appointment))
                .map(seen -> seen.appointment.startsAt())
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    private @Nullable Instant next(List<Seen> theirs) {
        return theirs.stream()
                .filter(seen -> isToCome(seen.appointment))
                .map(seen -> seen.appointment.startsAt())
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private boolean wasKept(Appointment appointment) {
        return !appointment.startsAt().isAfter(now)
                && (KEPT.contains(appointment.appointmentStatus()) || appointment.attendance() == Attendance.ATTENDED);
    }

    private boolean isToCome(Appointment appointment) {
        return appointment.startsAt().isAfter(now) && appointment.state() == RecordState.PLANNED;
    }

    private static @Nullable String code(@Nullable Organisation organisation) {
        return organisation == null ? null : organisation.odsCode();
    }
}
