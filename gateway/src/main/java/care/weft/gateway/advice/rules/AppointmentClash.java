package care.weft.gateway.advice.rules;

import care.weft.spi.model.Appointment;

/**
 * Two appointments that the person cannot both keep.
 *
 * @param rule by which it was found
 * @param first the one that starts first; of two at the same time the one with the lower id
 */
public record AppointmentClash(
        AppointmentClashRule rule, HeldRecord<Appointment> first, HeldRecord<Appointment> second) {

    /** What makes appointments clash. */
    public enum AppointmentClashRule {
        /** Both start at the same time. */
        SAME_START,
        /** One starts before the other is to end. */
        TIMES_OVERLAP
    }
}
