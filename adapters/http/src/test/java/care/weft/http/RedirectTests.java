package care.weft.http;

import static care.weft.http.Calls.client;
import static care.weft.http.Calls.failure;
import static care.weft.http.Calls.reply;
import static care.weft.http.Calls.text;
import static care.weft.http.ScriptedPartner.playing;
import static org.assertj.core.api.Assertions.assertThat;

import care.weft.spi.Fault;
import care.weft.spi.HttpCall;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedirectTests {

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void aRedirectWithinTheOriginIsFollowed(int status) throws Exception {
        try (var partner = redirecting(status, "/there?x=1");
                var http = client(partner)) {
            assertThat(text(reply(http, HttpCall.get("here").header("X-Role", "nurse"))))
                    .isEqualTo("{}");
            assertThat(partner.requests().get(1))
                    .startsWith("GET /there?x=1 HTTP/1.1")
                    .contains("X-Role: nurse");
        }
    }

    @Test
    void anEndlessRedirectIsGivenUp() throws Exception {
        try (var partner = redirecting(302, "/base/here");
                var http = client(partner)) {
            var failure = failure(http, HttpCall.get("here"));
            assertThat(failure.fault()).isEqualTo(Fault.INVALID_ANSWER);
            assertThat(failure).hasMessage("redirected more than 3 times");
            assertThat(partner.requests()).hasSize(4);
        }
    }

    @Test
    void aRedirectToAnotherHostIsNotFollowed() throws Exception {
        try (var other = ScriptedPartner.answering("HTTP/1.1 200 OK", "Content-Length: 0", "", "");
                var partner = redirecting(302, other.endpoint().base() + "/9990000018");
                var http = client(partner)) {
            var failure = failure(http, HttpCall.get("here"));
            assertThat(failure.fault()).isEqualTo(Fault.INVALID_ANSWER);
            assertThat(failure).hasMessage("redirected to another host");
            assertThat(other.connections()).isZero();
        }
    }

    @Test
    void aRedirectedPostIsNotSentAgain() throws Exception {
        try (var partner = redirecting(307, "/there");
                var http = client(partner)) {
            var failure = failure(http, HttpCall.post("here", "application/json", new byte[] {'{', '}'}));
            assertThat(failure.fault()).isEqualTo(Fault.INVALID_ANSWER);
            assertThat(failure).hasMessage("redirected a POST");
            assertThat(partner.requests()).hasSize(1);
        }
    }

    @Test
    void aRedirectThatDoesNotSayWhereIsAnAnswer() throws Exception {
        try (var partner = ScriptedPartner.answering("HTTP/1.1 302 Found", "Content-Length: 0", "", "");
                var http = client(partner)) {
            assertThat(reply(http, HttpCall.get("here")).status()).isEqualTo(302);
        }
    }

    /** Every path but {@code /there} is redirected. */
    private static ScriptedPartner redirecting(int status, String location) throws Exception {
        return playing(talk -> {
            for (var request = talk.request(); request != null; request = talk.request()) {
                talk.send(
                        Objects.requireNonNull(request).startsWith("GET /there")
                                ? "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}"
                                : "HTTP/1.1 " + status + " Moved\r\nLocation: " + location
                                        + "\r\nContent-Length: 2\r\n\r\nno");
            }
        });
    }
}
