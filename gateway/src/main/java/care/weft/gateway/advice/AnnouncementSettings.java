package care.weft.gateway.advice;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code weft.announcements.*}: for how long announcements count.
 *
 * @param ahead how far ahead an assessment may be announced; more than zero
 * @param keptAfter how long after its time it still counts, when nobody says or records that it was done; zero or more
 */
@ConfigurationProperties("weft.announcements")
record AnnouncementSettings(
        @DefaultValue("90d") Duration ahead,
        @DefaultValue("2d") Duration keptAfter) {

    AnnouncementSettings {
        if (!ahead.isPositive()) {
            throw new IllegalArgumentException("Setting weft.announcements.ahead must be more than zero, such as 90d");
        }
        if (keptAfter.isNegative()) {
            throw new IllegalArgumentException(
                    "Setting weft.announcements.kept-after must be zero or more, such as 2d");
        }
    }
}
