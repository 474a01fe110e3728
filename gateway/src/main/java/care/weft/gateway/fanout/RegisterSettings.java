package care.weft.gateway.fanout;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code weft.register.*}: how the register of people is asked.
 *
 * @param keep how long its word on a number is kept in memory, restriction and practice among it; zero to ask for every
 *     operation anew. A restriction that is entered meanwhile takes effect when this time is over
 * @param keepAtMost the word on how many numbers is kept, 1 or more
 */
@ConfigurationProperties("weft.register")
record RegisterSettings(
        @DefaultValue("60s") Duration keep,
        @DefaultValue("20000") int keepAtMost) {

    RegisterSettings {
        if (keep.isNegative()) {
            throw new IllegalArgumentException("Setting weft.register.keep must not be negative; 0s keeps nothing");
        }
        if (keepAtMost < 1) {
            throw new IllegalArgumentException("Setting weft.register.keep-at-most must be 1 or more");
        }
    }
}
