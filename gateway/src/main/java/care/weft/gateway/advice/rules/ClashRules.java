package care.weft.gateway.advice.rules;

import care.weft.spi.model.Appointment;
import care.weft.spi.model.AppointmentStatus;
import care.weft.spi.model.Organisation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds appointments to come that the person cannot both keep, at one partner or at two.
 *
 * <p>How long one lasts is only known where its partner says so: one without an end clashes with what starts at the same time, or
 * during which it starts. Two that follow each other without a gap do not clash. One appointment that two partners record is none: the
 * same start at the same organisation, by its code.
 */
public final class ClashRules {

    private static final Comparator<HeldRecord<Appointment>> BY_START = Comparator.comparing(
                    (HeldRecord<Appointment> held) -> held.record().startsAt())
            .thenComparing(HeldRecord.BY_ID);

    private ClashRules() {}

    /**
     * Clashes, the earliest first.
     *
     * @param now what started before is left out
     */
    public static List<AppointmentClash> clashes(Collection<HeldRecord<Appointment>> records, Instant now) {
        var kept = records.stream()
                .filter(held -> held.confirmed() && isToCome(held.record(), now))
                .sorted(BY_START)
                .toList();
        var clashes = new ArrayList<AppointmentClash>();
        for (int place = 0; place < kept.size(); place++) {
            for (var second : kept.subList(place + 1, kept.size())) {
                var first = kept.get(place);
                rule(first.record(), second.record())
                        .filter(_ -> !areOne(first, second))
                        .ifPresent(rule -> clashes.add(new AppointmentClash(rule, first, second)));
            }
        }
        return List.copyOf(clashes);
    }

    private static boolean isToCome(Appointment appointment, Instant now) {
        var status = appointment.appointmentStatus();
        return (status == AppointmentStatus.BOOKED || status == AppointmentStatus.PENDING)
                && !appointment.startsAt().isBefore(now);
    }

    private static Optional<AppointmentClash.AppointmentClashRule> rule(Appointment first, Appointment second) {
        if (first.startsAt().equals(second.startsAt())) {
            return Optional.of(AppointmentClash.AppointmentClashRule.SAME_START);
        }
        return first.endsAt() != null && second.startsAt().isBefore(first.endsAt())
                ? Optional.of(AppointmentClash.AppointmentClashRule.TIMES_OVERLAP)
                : Optional.empty();
    }

    private static boolean areOne(HeldRecord<Appointment> one, HeldRecord<Appointment> other) {
        return !one.partner().equals(other.partner())
                && one.record().startsAt().equals(other.record().startsAt())
                && isSame(one.record().organisation(), other.record().organisation());
    }

    private static boolean isSame(@Nullable Organisation one, @Nullable Organisation other) {
        return one != null
                && other != null
                && one.odsCode() != null
                && one.odsCode().equals(other.odsCode());
    }
}
