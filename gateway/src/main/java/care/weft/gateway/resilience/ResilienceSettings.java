package care.weft.gateway.resilience;

import care.weft.gateway.settings.SettingException;
import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the gateway bears with one partner, as {@code weft.partners.<id>.resilience.*} says.
 *
 * @param enabled false for a partner that is called whatever it answers, and once
 * @param window by how many of the latest calls of an operation its circuit is judged, 1 to 10,000
 * @param minimumCalls how many there must be before it is judged, 1 to {@code window}
 * @param failurePercent at how many failures among a hundred it opens, 1 to 100
 * @param openFor how long it then stays open, before probes are let through; positive
 * @param probes how many calls are then let through to see whether it closes, 1 to 100
 * @param retries how often a call is sent again at most, 0 to 5
 * @param retryWait up to how long the first retry waits; for each further one twice as long; positive
 * @param maxRetryWait up to how long any retry waits that the partner did not ask to wait; {@code retryWait} or more
 * @param maxRetryAfter for how long the partner may ask to wait; asked for longer, the call is not sent again. 0 or more
 * @param retryPercent how many retries a hundred calls allow, 0 to 100
 * @param retryFloor how many retries are allowed in advance of the calls that earn them, 0 to 100
 * @param hedgePercent for how many calls among a hundred a second one may be sent when the answer is late, 0 to 10; 0 for none
 */
public record ResilienceSettings(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("20") int window,
        @DefaultValue("10") int minimumCalls,
        @DefaultValue("50") int failurePercent,
        @DefaultValue("2s") Duration openFor,
        @DefaultValue("3") int probes,
        @DefaultValue("2") int retries,
        @DefaultValue("50ms") Duration retryWait,
        @DefaultValue("500ms") Duration maxRetryWait,
        @DefaultValue("1s") Duration maxRetryAfter,
        @DefaultValue("20") int retryPercent,
        @DefaultValue("3") int retryFloor,
        @DefaultValue("0") int hedgePercent) {

    private static final int MAX_WINDOW = 10_000;

    /**
     * Checks them.
     *
     * @throws SettingException for the first setting that the gateway cannot start with
     */
    public void check(String prefix) {
        checkNumber(prefix + ".window", window, 1, MAX_WINDOW);
        checkNumber(prefix + ".minimum-calls", minimumCalls, 1, window);
        checkNumber(prefix + ".failure-percent", failurePercent, 1, 100);
        checkNumber(prefix + ".probes", probes, 1, 100);
        checkNumber(prefix + ".retries", retries, 0, 5);
        checkNumber(prefix + ".retry-percent", retryPercent, 0, 100);
        checkNumber(prefix + ".retry-floor", retryFloor, 0, 100);
        checkNumber(prefix + ".hedge-percent", hedgePercent, 0, 10);
        checkPositive(prefix + ".open-for", openFor);
        checkPositive(prefix + ".retry-wait", retryWait);
        if (maxRetryWait.compareTo(retryWait) < 0) {
            throw new SettingException(
                    prefix + ".max-retry-wait", "is less than retry-wait", "Set it to a time such as 500ms.");
        }
        if (maxRetryAfter.isNegative()) {
            throw new SettingException(prefix + ".max-retry-after", "is negative", "Set it to a time such as 1s.");
        }
    }

    private static void checkNumber(String key, int written, int least, int most) {
        if (written < least || written > most) {
            throw new SettingException(
                    key,
                    "is not a whole number from " + least + " to " + most,
                    "Set it to one, or leave it out for its default.");
        }
    }

    private static void checkPositive(String key, Duration written) {
        if (!written.isPositive()) {
            throw new SettingException(key, "is not a positive time", "Set it to a time such as 2s.");
        }
    }
}
