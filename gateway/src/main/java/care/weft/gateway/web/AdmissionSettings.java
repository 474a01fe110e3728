package care.weft.gateway.web;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code weft.web.admission.*}: how many operations may be under way at once. The limit adapts: it falls when event loops are late,
 * which says that this node has more to do than it can, and rises when they are not.
 *
 * @param initial the limit at the start
 * @param least the limit never falls below it, 1 or more
 * @param most the limit never rises above it
 * @param lateness of an event loop above which the node counts as overloaded, more than zero
 * @param listWeight how many single-person views a list of people counts as, 1 up to {@code least}: near the limit there is room for
 *     a person and none for a list, so that lists are refused first
 */
@ConfigurationProperties("weft.web.admission")
record AdmissionSettings(
        @DefaultValue("256") int initial,
        @DefaultValue("128") int least,
        @DefaultValue("1000") int most,
        @DefaultValue("150ms") Duration lateness,
        @DefaultValue("8") int listWeight) {

    AdmissionSettings {
        if (least < 1 || initial < least || most < initial) {
            throw new IllegalArgumentException(
                    "Settings weft.web.admission.least, initial and most must be 1 or more, and not fall in this order");
        }
        if (lateness.isNegative() || lateness.isZero()) {
            throw new IllegalArgumentException(
                    "Setting weft.web.admission.lateness must be longer than nothing, such as 150ms");
        }
        if (listWeight < 1 || listWeight > least) {
            throw new IllegalArgumentException(
                    "Setting weft.web.admission.list-weight must be 1 up to weft.web.admission.least");
        }
    }
}
