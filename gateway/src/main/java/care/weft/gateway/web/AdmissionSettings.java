package care.weft.gateway.web;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code weft.web.admission.*}: how many operations may be under way at once. The limit adapts: it falls while this node is late,
 * which says that it has more to do than it can, and rises while it is used and the node is not.
 *
 * @param initial the limit at the start
 * @param least the limit never falls below it, 1 or more
 * @param most the limit never rises above it
 * @param lateness of the node above which it counts as overloaded, more than zero: how late an event loop is, or how long the
 *     processors, when they have no time left, need for what is under way
 * @param listWeight how many single-person views a list of people counts as, 1 up to {@code least}: near the limit there is room for
 *     a person and none for a list, so that lists are refused first
 */
@ConfigurationProperties("weft.web.admission")
record AdmissionSettings(
        @DefaultValue("64") int initial,
        @DefaultValue("16") int least,
        @DefaultValue("1000") int most,
        @DefaultValue("300ms") Duration lateness,
        @DefaultValue("8") int listWeight) {

    AdmissionSettings {
        if (least < 1 || initial < least || most < initial) {
            throw new IllegalArgumentException(
                    "Settings weft.web.admission.least, initial and most must be 1 or more, and not fall in this order");
        }
        if (lateness.isNegative() || lateness.isZero()) {
            throw new IllegalArgumentException(
                    "Setting weft.web.admission.lateness must be longer than nothing, such as 300ms");
        }
        if (listWeight < 1 || listWeight > least) {
            throw new IllegalArgumentException(
                    "Setting weft.web.admission.list-weight must be 1 up to weft.web.admission.least");
        }
    }
}
