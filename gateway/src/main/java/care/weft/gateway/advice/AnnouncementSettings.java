package care.weft.gateway.advice;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code weft.announcements.*}: for how long announcements count.
 *
 * @param ahead how far ahead an assessment may be announced; more than zero
 * @param keptAfter how long after its time it still counts, when nobody says or records that it was done; zero or more
 * @param settle how long an announcement that is durable waits before it is answered, so that whoever announces the same at the same
 *     moment, at whatever node, is in the answer; 0 to 2 s
 */
@ConfigurationProperties("weft.announcements")
record AnnouncementSettings(
        @DefaultValue("90d") Duration ahead,
        @DefaultValue("2d") Duration keptAfter,
        @DefaultValue("300ms") Duration settle) {

    private static final Duration LONGEST_TO_SETTLE = Duration.ofSeconds(2);

    AnnouncementSettings {
        if (!ahead.isPositive()) {
            throw new IllegalArgumentException("Setting weft.announcements.ahead must be more than zero, such as 90d");
        }
        if (keptAfter.isNegative()) {
            throw new IllegalArgumentException(
                    "Setting weft.announcements.kept-after must be zero or more, such as 2d");
        }
        if (settle.isNegative() || settle.compareTo(LONGEST_TO_SETTLE) > 0) {
            throw new IllegalArgumentException("Setting weft.announcements.settle must be 0 to 2s, such as 300ms");
        }
    }
}
