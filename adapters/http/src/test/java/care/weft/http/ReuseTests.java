package care.weft.http;

import static care.weft.http.Calls.assertIs;
import static care.weft.http.Calls.failure;
import static care.weft.http.Calls.oneConnection;
import static care.weft.http.Calls.reply;
import static care.weft.http.Calls.text;
import static care.weft.http.ScriptedPartner.playing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import care.weft.spi.Fault;
import care.weft.spi.HttpCall;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What happens to the second call on a connection. */
class ReuseTests {

    private static final String FIRST = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nfirst";
    private static final String OTHER = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nother";

    @Test
    void aGetOnAConnectionThatThePartnerClosedIsSentOnceMore() throws Exception {
        try (var partner = closingAfterTheFirst();
                var http = oneConnection(partner)) {
            assertThat(text(reply(http, HttpCall.get("one")))).isEqualTo("first");
            beIdle();
            assertThat(text(reply(http, HttpCall.get("two")))).isEqualTo("first");
            assertThat(partner.requests()).hasSize(3);
        }
    }

    @Test
    void soIsAPostWithItsWholeBody() throws Exception {
        try (var partner = closingAfterTheFirst();
                var http = oneConnection(partner)) {
            assertThat(text(reply(http, HttpCall.get("one")))).isEqualTo("first");
            beIdle();
            assertThat(text(reply(http, post("two")))).isEqualTo("first");
            assertThat(partner.requests())
                    .hasSize(3)
                    .last(STRING)
                    .startsWith("POST /base/two HTTP/1.1\r\n")
                    .endsWith("\r\n\r\nthe body");
        }
    }

    /** Then it was not for being idle: the partner is in trouble, and whether it is asked again has a budget. */
    @Test
    void whatWasClosedAtOnceIsNot() throws Exception {
        try (var partner = closingAfterTheFirst();
                var http = oneConnection(partner)) {
            assertThat(text(reply(http, HttpCall.get("one")))).isEqualTo("first");
            assertThat(failure(http, HttpCall.get("two")).fault()).isEqualTo(Fault.UNAVAILABLE);
            assertThat(partner.requests()).hasSize(2);
        }
    }

    @Test
    void aGetOnAFreshConnectionIsNot() throws Exception {
        try (var partner = playing(ScriptedPartner.Talk::request);
                var http = oneConnection(partner)) {
            assertThat(failure(http, HttpCall.get("one")).fault()).isEqualTo(Fault.UNAVAILABLE);
            assertThat(partner.requests()).hasSize(1);
        }
    }

    @Test
    void aPostOnAFreshConnectionIsNot() throws Exception {
        try (var partner = playing(ScriptedPartner.Talk::request);
                var http = oneConnection(partner)) {
            assertThat(failure(http, post("one")).fault()).isEqualTo(Fault.UNAVAILABLE);
            assertThat(partner.requests()).hasSize(1);
        }
    }

    @Test
    void aGetIsNotOnceItsAnswerHasBegun() throws Exception {
        isSentOnceWhenItsAnswerHasBegun(HttpCall.get("two"));
    }

    @Test
    void aPostIsNotOnceItsAnswerHasBegun() throws Exception {
        isSentOnceWhenItsAnswerHasBegun(post("two"));
    }

    private static void isSentOnceWhenItsAnswerHasBegun(HttpCall call) throws Exception {
        try (var partner = playing(talk -> {
                    talk.request();
                    talk.send(FIRST);
                    talk.request();
                    talk.send("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nsec");
                });
                var http = oneConnection(partner)) {
            assertThat(text(reply(http, HttpCall.get("one")))).isEqualTo("first");
            assertThat(failure(http, call).fault()).isEqualTo(Fault.UNAVAILABLE);
            assertThat(partner.requests()).hasSize(2);
        }
    }

    @Test
    void aGetIsSentTwiceAtMost() throws Exception {
        try (var partner = playing(talk -> {
                    if (talk.request() != null && talk.number() == 1) {
                        talk.send(FIRST);
                        talk.request();
                    }
                });
                var http = oneConnection(partner)) {
            assertThat(text(reply(http, HttpCall.get("one")))).isEqualTo("first");
            beIdle();
            assertThat(failure(http, HttpCall.get("two")).fault()).isEqualTo(Fault.UNAVAILABLE);
            assertThat(partner.requests()).hasSize(3);
        }
    }

    /** Two answers at once to the first call: the second is about someone else, and nobody may get it. */
    @RepeatedTest(20)
    void anAnswerThatNobodyAskedForIsNeverTakenForTheNextOne() throws Exception {
        try (var partner = playing(talk -> {
                    talk.request();
                    talk.send(FIRST + OTHER);
                    talk.request();
                    talk.send(FIRST);
                    talk.awaitClose();
                });
                var http = oneConnection(partner)) {
            var both = http.send(HttpCall.get("one"), Calls.plenty())
                    .map(Calls::text)
                    .onErrorReturn("failed")
                    .zipWith(http.send(HttpCall.get("two"), Calls.plenty())
                            .map(Calls::text)
                            .onErrorReturn("failed"))
                    .block();
            assertThat(Objects.requireNonNull(both).toList()).doesNotContain("other");
        }
    }

    @Test
    void whatComesWhileNobodyAsksClosesTheConnection() throws Exception {
        try (var partner = playing(talk -> {
                    talk.request();
                    talk.send(FIRST);
                    if (talk.number() == 1) {
                        Thread.sleep(50);
                        talk.send(OTHER);
                    }
                    talk.awaitClose();
                });
                var http = oneConnection(partner)) {
            assertThat(text(reply(http, HttpCall.get("one")))).isEqualTo("first");
            Thread.sleep(150);
            assertThat(text(reply(http, HttpCall.get("two")))).isEqualTo("first");
            assertThat(partner.connections()).isEqualTo(2);
        }
    }

    /** Without an end of a line nothing tells that it begins no answer. */
    @ParameterizedTest
    @ValueSource(strings = {"and more", "HTTP/1.1 200 OK\r\nX: "})
    void aBodyLongerThanDeclaredIsNotTrustedAndTheNextCallIsWhole(String surplus) throws Exception {
        try (var partner = surplusOnTheFirst(surplus, 0, 0);
                var http = oneConnection(partner)) {
            assertIs(failure(http, HttpCall.get("one")), Fault.INVALID_ANSWER, "more than one answer to one call");
            assertThat(text(reply(http, HttpCall.get("two")))).isEqualTo("first");
            assertThat(partner.connections()).isEqualTo(2);
            assertThat(partner.requests()).hasSize(2);
        }
    }

    @Test
    void whatIsTooLongAndComesLateClosesTheConnectionBeforeTheNextCall() throws Exception {
        try (var partner = surplusOnTheFirst("and more", 50, 0);
                var http = oneConnection(partner)) {
            assertThat(text(reply(http, HttpCall.get("one")))).isEqualTo("first");
            Thread.sleep(150);
            assertThat(text(reply(http, HttpCall.get("two")))).isEqualTo("first");
            assertThat(partner.connections()).isEqualTo(2);
            assertThat(partner.requests()).hasSize(2);
        }
    }

    @Test
    void aCallThatTheRestOfAnEarlierAnswerSpoiltIsSentOnceMore() throws Exception {
        try (var partner = surplusOnTheFirst("and more", 0, 1);
                var http = oneConnection(partner)) {
            assertThat(text(reply(http, HttpCall.get("one")))).isEqualTo("first");
            assertThat(text(reply(http, HttpCall.get("two")))).isEqualTo("first");
            assertThat(partner.connections()).isEqualTo(2);
            assertThat(partner.requests()).hasSize(3);
        }
    }

    @Test
    void aLineEndTooManyIsPassedOver() throws Exception {
        try (var partner = surplusOnTheFirst("\r\n", 0, 0);
                var http = oneConnection(partner)) {
            assertThat(text(reply(http, HttpCall.get("one")))).isEqualTo("first");
            assertThat(text(reply(http, HttpCall.get("two")))).isEqualTo("first");
            assertThat(partner.connections()).isEqualTo(1);
        }
    }

    /**
     * Its first connection sends more than it declared, the others do not.
     *
     * @param delay milliseconds between the answer and the surplus; 0 for none: they come together
     * @param requests how many are awaited before the surplus, and answered after it
     */
    private static ScriptedPartner surplusOnTheFirst(String surplus, int delay, int requests) throws Exception {
        return playing(talk -> {
            talk.request();
            if (talk.number() == 1 && delay + requests == 0) {
                talk.send(FIRST + surplus);
            } else {
                talk.send(FIRST);
            }
            if (talk.number() == 1 && delay + requests > 0) {
                Thread.sleep(delay);
                for (int request = 0; request < requests; request++) {
                    talk.request();
                }
                talk.send(requests == 0 ? surplus : surplus + FIRST);
            }
            while (talk.request() != null) {
                talk.send(FIRST);
            }
        });
    }

    private static HttpCall post(String path) {
        return HttpCall.post(path, "text/plain", "the body".getBytes(StandardCharsets.UTF_8));
    }

    /** Its first connection answers once and closes when the second request comes. */
    private static ScriptedPartner closingAfterTheFirst() throws Exception {
        return playing(talk -> {
            talk.request();
            talk.send(FIRST);
            if (talk.number() > 1) {
                talk.awaitClose();
            }
            talk.request();
        });
    }

    private static void beIdle() throws InterruptedException {
        Thread.sleep(600);
    }
}
