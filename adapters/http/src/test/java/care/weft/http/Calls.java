package care.weft.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import care.weft.spi.Deadline;
import care.weft.spi.Endpoint;
import care.weft.spi.Fault;
import care.weft.spi.HttpCall;
import care.weft.spi.HttpReply;
import care.weft.spi.PartnerException;
import care.weft.spi.PartnerHttp;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;

/** What the tests of this package call partners with. */
final class Calls {

    static final Instant NOW = Instant.parse("2026-03-02T09:30:00Z");
    static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    private static final Duration PLENTY = Duration.ofSeconds(5);

    private Calls() {}

    static PartnerHttpSettings settings(Endpoint endpoint) {
        return PartnerHttpSettings.of(endpoint, 4, 0);
    }

    /** Gives up connecting after a fifth of a second. */
    static PartnerHttpSettings impatient(Endpoint endpoint) {
        return settings(endpoint).withConnectTimeout(Duration.ofMillis(200)).withAnswerTimeout(Duration.ofSeconds(60));
    }

    static ReactorPartnerHttp client(ScriptedPartner partner) {
        return ReactorPartnerHttp.open(settings(partner.endpoint()), CLOCK);
    }

    /** A client whose second call goes out on the connection of the first, if that is still open. */
    static ReactorPartnerHttp oneConnection(ScriptedPartner partner) {
        return ReactorPartnerHttp.open(PartnerHttpSettings.of(partner.endpoint(), 1, 0), CLOCK);
    }

    static Deadline plenty() {
        return Deadline.in(PLENTY);
    }

    static Deadline in(long millis) {
        return Deadline.in(Duration.ofMillis(millis));
    }

    static HttpReply reply(PartnerHttp http, HttpCall call) {
        return Objects.requireNonNull(http.send(call, plenty()).block(PLENTY));
    }

    static PartnerException failure(PartnerHttp http, HttpCall call, Deadline deadline) {
        var failure = catchThrowableOfType(
                PartnerException.class, () -> http.send(call, deadline).block(PLENTY));
        assertThat(failure).as("the call was to fail").isNotNull();
        return failure;
    }

    static PartnerException failure(PartnerHttp http, HttpCall call) {
        return failure(http, call, plenty());
    }

    static String text(HttpReply reply) {
        return new String(reply.body(), StandardCharsets.UTF_8);
    }

    static void assertIs(PartnerException failure, Fault fault, String message) {
        assertThat(failure.fault()).as(failure.getMessage()).isEqualTo(fault);
        assertThat(failure).hasMessage(message).hasNoCause();
    }
}
