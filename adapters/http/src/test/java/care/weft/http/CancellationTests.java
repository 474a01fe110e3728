package care.weft.http;

import static care.weft.http.Calls.client;
import static care.weft.http.Calls.oneConnection;
import static care.weft.http.Calls.plenty;
import static care.weft.http.Calls.reply;
import static care.weft.http.ScriptedPartner.happens;
import static care.weft.http.ScriptedPartner.playing;
import static org.assertj.core.api.Assertions.assertThat;

import care.weft.spi.HttpCall;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CancellationTests {

    @ParameterizedTest
    @ValueSource(strings = {"", "HTTP/1.1 200 OK\r\n", "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nabc"})
    void thePartnerSeesTheConnectionClose(String soFar) throws Exception {
        var asked = new CountDownLatch(1);
        var closed = new CountDownLatch(1);
        try (var partner = playing(talk -> {
                    talk.request();
                    talk.send(soFar);
                    Thread.sleep(30);
                    asked.countDown();
                    talk.awaitClose();
                    closed.countDown();
                });
                var http = client(partner)) {
            var call = http.send(HttpCall.get("Task"), plenty()).subscribe();
            assertThat(happens(asked)).isTrue();
            assertThat(closed.getCount()).isEqualTo(1);

            call.dispose();
            assertThat(happens(closed)).isTrue();
        }
    }

    @Test
    void aCallThatWaitsLeavesTheQueueAndSendsNothing() throws Exception {
        var asked = new CountDownLatch(1);
        var answer = new CountDownLatch(1);
        try (var partner = playing(talk -> {
                    while (talk.request() != null) {
                        asked.countDown();
                        assertThat(happens(answer)).isTrue();
                        talk.send("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
                    }
                });
                var http = oneConnection(partner)) {
            var first = http.send(HttpCall.get("first"), plenty()).toFuture();
            assertThat(happens(asked)).isTrue();
            http.send(HttpCall.get("second"), plenty()).subscribe().dispose();
            answer.countDown();
            first.join();
            reply(http, HttpCall.get("third"));

            assertThat(partner.requests())
                    .extracting(request -> request.substring(0, request.indexOf(" HTTP")))
                    .containsExactly("GET /base/first", "GET /base/third");
        }
    }
}
