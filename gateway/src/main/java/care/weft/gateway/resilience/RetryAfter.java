package care.weft.gateway.resilience;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/** The header {@code Retry-After}: how long a partner asks to be left alone. */
final class RetryAfter {

    /** Longer than anybody waits: said by no partner, and meant by what cannot be read. */
    static final Duration FOR_EVER = Duration.ofDays(365_000);

    private static final int LONGEST_NUMBER = 9;

    private RetryAfter() {}

    /**
     * What it asks for.
     *
     * @param written seconds or an HTTP date
     * @param receivedAt what a date is measured from
     * @return zero for a date that has passed, {@link #FOR_EVER} for what cannot be read
     */
    static Duration read(String written, Instant receivedAt) {
        var value = written.strip();
        if (!value.isEmpty() && value.chars().allMatch(character -> character >= '0' && character <= '9')) {
            return value.length() > LONGEST_NUMBER ? FOR_EVER : Duration.ofSeconds(Long.parseLong(value));
        }
        try {
            var until = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return until.isBefore(receivedAt) ? Duration.ZERO : Duration.between(receivedAt, until);
        } catch (DateTimeException unreadable) {
            return FOR_EVER;
        }
    }
}
