package care.weft.http;

import static care.weft.http.Calls.NOW;
import static care.weft.http.Calls.client;
import static care.weft.http.Calls.oneConnection;
import static care.weft.http.Calls.plenty;
import static care.weft.http.Calls.reply;
import static care.weft.http.Calls.text;
import static care.weft.http.ScriptedPartner.answering;
import static care.weft.http.ScriptedPartner.header;
import static org.assertj.core.api.Assertions.assertThat;

import care.weft.spi.Deadline;
import care.weft.spi.HttpCall;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplyTests {

    @Test
    void aReplyHasStatusHeadersBodyAndTime() throws Exception {
        try (var partner =
                        answering("HTTP/1.1 200 OK", "X-Kind: first", "x-kind: second", "Content-Length: 2", "", "{}");
                var http = client(partner)) {
            var reply = reply(http, HttpCall.get("Patient").query("identifier", "a|b"));

            assertThat(reply.status()).isEqualTo(200);
            assertThat(reply.headers()).containsEntry("x-kind", "first").containsEntry("content-length", "2");
            assertThat(text(reply)).isEqualTo("{}");
            assertThat(reply.receivedAt()).isEqualTo(NOW);
            assertThat(partner.requests())
                    .hasSize(1)
                    .first()
                    .asString()
                    .startsWith("GET /base/Patient?identifier=a%7Cb HTTP/1.1\r\n");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 304, 400, 401, 404, 429, 500, 503})
    void noStatusIsAFailure(int status) throws Exception {
        try (var partner = answering("HTTP/1.1 " + status + " So", "Retry-After: 7", "Content-Length: 0", "", "");
                var http = client(partner)) {
            var reply = reply(http, HttpCall.get("Patient"));

            assertThat(reply.status()).isEqualTo(status);
            assertThat(reply.header("Retry-After")).isEqualTo("7");
            assertThat(reply.body()).isEmpty();
        }
    }

    @Test
    void theRequestCarriesWhatTheCallSaysAndTheTimeLeft() throws Exception {
        try (var partner = answering("HTTP/1.1 200 OK", "Content-Length: 0", "", "");
                var http = client(partner)) {
            var call = HttpCall.post("$search", "application/json", "{\"é\":1}".getBytes(StandardCharsets.UTF_8))
                    .header("X-Role", "nurse");
            http.send(call, Deadline.in(Duration.ofMillis(1500))).block();

            var request = partner.requests().getFirst();
            assertThat(request).startsWith("POST /base/$search HTTP/1.1\r\n").endsWith("\r\n\r\n{\"é\":1}");
            assertThat(header(request, "Content-Type")).isEqualTo("application/json");
            assertThat(header(request, "Content-Length")).isEqualTo("8");
            assertThat(header(request, "X-Role")).isEqualTo("nurse");
            assertThat(header(request, "Host"))
                    .isEqualTo("127.0.0.1:" + partner.endpoint().base().getPort());
            assertThat(header(request, "Authorization")).isNull();
            assertThat(Integer.valueOf(header(request, "Request-Timeout-Ms"))).isBetween(500, 1500);
        }
    }

    @Test
    void nothingIsSentBeforeSubscriptionAndEachSubscriptionSendsAfresh() throws Exception {
        try (var partner = answering("HTTP/1.1 200 OK", "Content-Length: 0", "", "");
                var http = oneConnection(partner)) {
            var call = http.send(HttpCall.get("Patient"), plenty());
            assertThat(partner.connections()).isZero();

            call.block();
            call.block();
            assertThat(partner.requests()).hasSize(2);
            assertThat(partner.connections()).isEqualTo(1);
        }
    }

    @Test
    void aGzippedBodyIsUnpacked() throws Exception {
        var packed = gzipped("{\"resourceType\":\"Bundle\"}".getBytes(StandardCharsets.UTF_8));
        try (var partner = ScriptedPartner.playing(talk -> {
                    talk.request();
                    talk.send("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: " + packed.length
                            + "\r\n\r\n");
                    talk.send(packed);
                });
                var http = client(partner)) {
            assertThat(text(reply(http, HttpCall.get("Task")))).isEqualTo("{\"resourceType\":\"Bundle\"}");
            assertThat(header(partner.requests().getFirst(), "Accept-Encoding")).isEqualTo("gzip");
        }
    }

    @Test
    void chunksAndABodyThatEndsWithTheConnectionAreWhole() throws Exception {
        try (var partner = ScriptedPartner.playing(talk -> {
                    talk.request();
                    talk.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n");
                    talk.send("3\r\ndef\r\n0\r\n\r\n");
                    talk.request();
                    talk.send("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\nghi");
                });
                var http = oneConnection(partner)) {
            assertThat(text(reply(http, HttpCall.get("one")))).isEqualTo("abcdef");
            assertThat(text(reply(http, HttpCall.get("two")))).isEqualTo("ghi");
        }
    }

    @Test
    void interimAnswersArePassedOver() throws Exception {
        try (var partner = answering(
                        "HTTP/1.1 100 Continue",
                        "",
                        "HTTP/1.1 103 Early Hints",
                        "Link: </x>",
                        "",
                        "HTTP/1.1 200 OK",
                        "Content-Length: 2",
                        "",
                        "{}");
                var http = client(partner)) {
            assertThat(text(reply(http, HttpCall.get("one")))).isEqualTo("{}");
            assertThat(text(reply(http, HttpCall.get("two")))).isEqualTo("{}");
        }
    }

    @Test
    void anInterimAnswerThatComesAloneIsPassedOverToo() throws Exception {
        try (var partner = ScriptedPartner.playing(talk -> {
                    talk.request();
                    talk.send("HTTP/1.1 103 Early Hints\r\n\r\n");
                    Thread.sleep(50);
                    talk.send("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}");
                    talk.awaitClose();
                });
                var http = client(partner)) {
            assertThat(text(reply(http, HttpCall.get("one")))).isEqualTo("{}");
        }
    }

    static byte[] gzipped(byte[] plain) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(plain);
        }
        return packed.toByteArray();
    }
}
