package care.weft.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import care.weft.spi.Deadline;
import care.weft.spi.HttpCall;
import care.weft.spi.HttpReply;
import care.weft.spi.PartnerHttp;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.regex.Pattern;
import reactor.core.publisher.Mono;

/**
 * A call that an adapter made, and the client for the address that it went to.
 *
 * @param http the client that it went out with
 */
record Sent(PartnerHttp http, HttpCall call) {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String AUTHORIZATION = "Authorization";
    private static final Pattern ISSUED = Pattern.compile("\"iat\":[0-9]+");
    private static final Pattern ENDS = Pattern.compile("\"exp\":[0-9]+");
    private static final int LIFETIME_SECONDS = 300;

    /** Sends it once more; the body of the answer. */
    Mono<byte[]> again() {
        return Mono.defer(() -> http.send(current(), deadline())).map(HttpReply::body);
    }

    static Deadline deadline() {
        return Deadline.in(PATIENCE);
    }

    /**
     * The same call as of now. A practice is shown a token that is made for each call and good for five minutes only; a recorded
     * one is therefore given new times, which it can be, for nobody signs it.
     */
    @SuppressWarnings("NullAway") // a call may have no body: read from a compiled record, that is not seen
    private HttpCall current() {
        return call.headers().stream().anyMatch(header -> header.name().equals(AUTHORIZATION))
                ? new HttpCall(
                        call.method(),
                        call.path(),
                        call.query(),
                        call.headers().stream()
                                .map(header -> header.name().equals(AUTHORIZATION)
                                        ? new HttpCall.Parameter(AUTHORIZATION, current(header.value()))
                                        : header)
                                .toList(),
                        call.body())
                : call;
    }

    private static String current(String token) {
        int begin = token.indexOf('.') + 1;
        int end = token.lastIndexOf('.');
        var claims = new String(Base64.getUrlDecoder().decode(token.substring(begin, end)), UTF_8);
        long now = Instant.now().getEpochSecond();
        var issued = ISSUED.matcher(claims).replaceFirst("\"iat\":" + now);
        var dated = ENDS.matcher(issued).replaceFirst("\"exp\":" + (now + LIFETIME_SECONDS));
        return token.substring(0, begin)
                + Base64.getUrlEncoder().withoutPadding().encodeToString(dated.getBytes(UTF_8))
                + token.substring(end);
    }
}
