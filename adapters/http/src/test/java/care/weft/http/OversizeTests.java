package care.weft.http;

import static care.weft.http.Calls.CLOCK;
import static care.weft.http.Calls.assertIs;
import static care.weft.http.Calls.client;
import static care.weft.http.Calls.failure;
import static care.weft.http.Calls.reply;
import static care.weft.http.Calls.settings;
import static care.weft.http.ScriptedPartner.happens;
import static care.weft.http.ScriptedPartner.playing;
import static org.assertj.core.api.Assertions.assertThat;

import care.weft.spi.Fault;
import care.weft.spi.HttpCall;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A partner that sends more than it may is cut off, and not read to its end. */
@Timeout(10)
class OversizeTests {

    private static final HttpCall CALL = HttpCall.get("Patient/9990000018");

    @Test
    void headersWithoutEnd() throws Exception {
        try (var partner = playing(talk -> {
                    talk.request();
                    talk.send("HTTP/1.1 200 OK\r\n");
                    while (true) {
                        talk.send("X-More: yes\r\n".repeat(100));
                    }
                });
                var http = client(partner)) {
            assertThat(failure(http, CALL).fault()).isEqualTo(Fault.INVALID_ANSWER);
        }
    }

    @Test
    void headersThatAreTooLongTogether() throws Exception {
        var head = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nX-Long: " + "x".repeat(9_000) + "\r\n\r\n{}";
        try (var partner = ScriptedPartner.answering(head);
                var http = client(partner);
                var generous = limited(partner, new AnswerLimits(1000, 10_000, 100, 3))) {
            assertThat(failure(http, CALL).fault()).isEqualTo(Fault.INVALID_ANSWER);
            assertThat(reply(generous, CALL).successful()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\n%sContent-Length: 2\r\n\r\n{}",
                "HTTP/1.1 103 Early Hints\r\n%s\r\nHTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n%s\r\n"
            })
    void tooManyHeaders(String answer) throws Exception {
        var limits = new AnswerLimits(1000, 8_000, 20, 3);
        try (var some = ScriptedPartner.answering(answer.formatted("X-One: 1\r\n".repeat(19)));
                var many = ScriptedPartner.answering(answer.formatted("X-One: 1\r\n".repeat(21)));
                var askingSome = limited(some, limits);
                var askingMany = limited(many, limits)) {
            assertThat(reply(askingSome, CALL).successful()).isTrue();
            assertIs(failure(askingMany, CALL), Fault.INVALID_ANSWER, "more than 20 headers");
        }
    }

    @Test
    void interimAnswersWithoutEnd() throws Exception {
        try (var partner = playing(talk -> {
                    talk.request();
                    while (true) {
                        talk.send("HTTP/1.1 102 Processing\r\n\r\n");
                    }
                });
                var http = client(partner)) {
            assertIs(failure(http, CALL), Fault.INVALID_ANSWER, "more than 10 interim answers");
        }
    }

    @Test
    void aDeclaredLengthOverTheLimitIsNotRead() throws Exception {
        var sent = new AtomicLong();
        try (var partner = playing(talk -> {
                    talk.request();
                    talk.send("HTTP/1.1 200 OK\r\nContent-Length: 100000000\r\n\r\n");
                    flood(talk, sent, new byte[64 * 1024], 100_000_000);
                });
                var http = ReactorPartnerHttp.open(
                        settings(partner.endpoint()).with(AnswerLimits.STANDARD.withMaxBodyBytes(1_000_000)), CLOCK)) {
            assertIs(failure(http, CALL), Fault.INVALID_ANSWER, "body is larger than 1000000 bytes");
            assertThat(sent).as("of 100 MB").hasValueLessThan(20_000_000);
        }
    }

    @Test
    void aBodyWithoutEndIsCutOffAtTheLimit() throws Exception {
        var sent = new AtomicLong();
        var closed = new CountDownLatch(1);
        try (var partner = playing(talk -> {
                    talk.request();
                    talk.send("HTTP/1.1 200 OK\r\n\r\n");
                    try {
                        flood(talk, sent, new byte[64 * 1024], 100_000_000);
                    } finally {
                        closed.countDown();
                    }
                });
                var http = ReactorPartnerHttp.open(
                        settings(partner.endpoint()).with(AnswerLimits.STANDARD.withMaxBodyBytes(1_000_000)), CLOCK)) {
            assertIs(failure(http, CALL), Fault.INVALID_ANSWER, "body is larger than 1000000 bytes");
            assertThat(happens(closed)).isTrue();
            assertThat(sent).as("of 100 MB").hasValueLessThan(20_000_000);
        }
    }

    @Test
    void aGzipBombIsNotUnpacked() throws Exception {
        var bomb = ReplyTests.gzipped(new byte[50_000_000]);
        var sent = new AtomicLong();
        try (var partner = playing(talk -> {
                    talk.request();
                    talk.send("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: " + 10 * bomb.length
                            + "\r\n\r\n");
                    flood(talk, sent, bomb, 10L * bomb.length);
                });
                var http = ReactorPartnerHttp.open(
                        settings(partner.endpoint()).with(AnswerLimits.STANDARD.withMaxBodyBytes(1_000_000)), CLOCK)) {
            assertIs(failure(http, CALL), Fault.INVALID_ANSWER, "body is larger than 1000000 bytes");
        }
    }

    private static ReactorPartnerHttp limited(ScriptedPartner partner, AnswerLimits limits) {
        return ReactorPartnerHttp.open(settings(partner.endpoint()).with(limits), CLOCK);
    }

    private static void flood(ScriptedPartner.Talk talk, AtomicLong sent, byte[] part, long most) throws Exception {
        while (sent.get() < most) {
            talk.send(part);
            sent.addAndGet(part.length);
        }
    }
}
