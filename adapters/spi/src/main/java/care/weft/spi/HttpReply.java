package care.weft.spi;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A partner's answer. {@link #toString()} shows the status alone.
 *
 * @param status 100 to 599
 * @param headers by lower-case name, the first value of each
 * @param body whole, decompressed, within the limit; may be empty
 * @param receivedAt when its last byte came
 */
@SuppressWarnings("ArrayRecordComponent") // bodies can be megabytes: handed over, not copied, and never changed
public record HttpReply(int status, Map<String, String> headers, byte[] body, Instant receivedAt) {

    public HttpReply {
        headers = Map.copyOf(headers);
    }

    public @Nullable String header(String name) {
        return headers.get(name.toLowerCase(Locale.ROOT));
    }

    public boolean successful() {
        return status >= 200 && status < 300;
    }

    /**
     * This answer, if it is a success; for the rest, the failure that its status means: 401 and 403 a refusal, 429 a rate
     * limit, 408 and 504 a time-out, other 5xx unavailability, everything else an answer that cannot be used.
     *
     * @throws PartnerException for any status but 2xx
     */
    public HttpReply expect() {
        if (successful()) {
            return this;
        }
        throw new PartnerException(fault(), "HTTP " + status);
    }

    /** What a status other than 2xx means. */
    public Fault fault() {
        return switch (status) {
            case 401, 403 -> Fault.REFUSED;
            case 429 -> Fault.RATE_LIMITED;
            case 408, 504 -> Fault.TIMED_OUT;
            default -> status >= 500 ? Fault.UNAVAILABLE : Fault.INVALID_ANSWER;
        };
    }

    @Override
    public String toString() {
        return "HttpReply[" + status + "]";
    }
}
