package care.weft.http;

import static care.weft.http.Calls.CLOCK;
import static care.weft.http.Calls.failure;
import static care.weft.http.Calls.in;
import static care.weft.http.Calls.plenty;
import static care.weft.http.Calls.reply;
import static care.weft.http.Calls.settings;
import static care.weft.http.ScriptedPartner.playing;
import static org.assertj.core.api.Assertions.assertThat;

import care.weft.spi.HttpCall;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class CallListenerTests {

    private final List<String> ended = new CopyOnWriteArrayList<>();

    @Test
    void everyCallIsToldOnceHoweverItEnded() throws Exception {
        try (var partner = slowFor("slow");
                var http = ReactorPartnerHttp.open(settings(partner.endpoint()), null, this::told, CLOCK)) {
            http.send(HttpCall.get("never-subscribed"), plenty());
            reply(http, HttpCall.get("Task"));
            reply(http, HttpCall.post("Task", "text/plain", new byte[0]));
            failure(http, HttpCall.get("slow"), in(100));
            failure(http, HttpCall.get("late"), in(0));
            failure(http, HttpCall.get("../up"));
            http.send(HttpCall.get("slow"), plenty()).subscribe().dispose();
            // Answered, and cancelled with the answer in hand.
            http.send(HttpCall.get("Task"), plenty()).flux().take(1).blockLast();

            assertThat(ended)
                    .containsExactly(
                            "scripted GET 404",
                            "scripted POST 404",
                            "scripted GET TIMED_OUT",
                            "scripted GET TIMED_OUT",
                            "scripted GET INVALID_ANSWER",
                            "scripted GET CANCELLED",
                            "scripted GET 404");
        }
    }

    @Test
    void aListenerThatFailsDoesNotFailTheCall() throws Exception {
        try (var partner = slowFor("slow");
                var http = ReactorPartnerHttp.open(
                        settings(partner.endpoint()),
                        null,
                        (endpoint, method, outcome, took) -> {
                            throw new IllegalStateException("broken listener");
                        },
                        CLOCK)) {
            assertThat(reply(http, HttpCall.get("Task")).status()).isEqualTo(404);
        }
    }

    private void told(String endpoint, String method, String outcome, Duration took) {
        assertThat(took).isPositive();
        ended.add(endpoint + " " + method + " " + outcome);
    }

    private static ScriptedPartner slowFor(String path) throws Exception {
        return playing(talk -> {
            for (var request = talk.request(); request != null; request = talk.request()) {
                if (request.contains(path)) {
                    talk.awaitClose();
                }
                talk.send("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n");
            }
        });
    }
}
