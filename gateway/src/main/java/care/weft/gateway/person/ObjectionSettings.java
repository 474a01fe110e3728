package care.weft.gateway.person;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code weft.objections.*}: what holds while it cannot be read who objects to sharing.
 *
 * @param lastKnownFor how long what was read last goes on holding; zero or more
 */
@ConfigurationProperties("weft.objections")
record ObjectionSettings(@DefaultValue("12h") Duration lastKnownFor) {

    ObjectionSettings {
        if (lastKnownFor.isNegative()) {
            throw new IllegalArgumentException(
                    "Setting weft.objections.last-known-for must be zero or more, such as 12h");
        }
    }
}
