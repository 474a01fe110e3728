package care.weft.http;

import static care.weft.http.Calls.CLOCK;
import static care.weft.http.Calls.assertIs;
import static care.weft.http.Calls.client;
import static care.weft.http.Calls.failure;
import static care.weft.http.Calls.impatient;
import static care.weft.http.Calls.in;
import static care.weft.http.Calls.reply;
import static care.weft.http.Calls.settings;
import static care.weft.http.ScriptedPartner.answering;
import static care.weft.http.ScriptedPartner.happens;
import static care.weft.http.ScriptedPartner.playing;
import static org.assertj.core.api.Assertions.assertThat;

import care.weft.spi.Deadline;
import care.weft.spi.Endpoint;
import care.weft.spi.Fault;
import care.weft.spi.HttpCall;
import care.weft.spi.PartnerException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever a partner does, a call ends in time with a {@link PartnerException} that says what it was. */
@Timeout(10)
class FaultTests {

    private static final HttpCall CALL = HttpCall.get("Patient/9990000018");
    private static final Duration SHORT = Duration.ofMillis(300);

    @BeforeAll
    static void loadTheClasses() throws Exception {
        try (var partner = answering("HTTP/1.1 200 OK", "Content-Length: 0", "", "");
                var http = client(partner)) {
            reply(http, CALL);
        }
    }

    @Test
    void aRefusedConnection() throws Exception {
        // Bound, so that nobody else gets the port meanwhile, and not listening.
        try (var bound = SocketChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
            var port = ((InetSocketAddress) bound.getLocalAddress()).getPort();
            var nobody = new Endpoint("nobody", URI.create("http://127.0.0.1:" + port));
            try (var http = ReactorPartnerHttp.open(settings(nobody), CLOCK)) {
                assertIs(failure(http, CALL), Fault.UNAVAILABLE, "no connection");
            }
        }
    }

    @Test
    void aHostThatNobodyKnows() {
        var nowhere = new Endpoint("nowhere", URI.create("http://nowhere.invalid/base"));
        try (var http = ReactorPartnerHttp.open(settings(nowhere), CLOCK)) {
            var failure = failure(http, CALL, Deadline.in(Duration.ofSeconds(4)));
            assertThat(failure.fault()).isIn(Fault.UNAVAILABLE, Fault.TIMED_OUT);
            assertThat(failure).hasMessageNotContaining("nowhere");
        }
    }

    @Test
    void aNameServerThatSaysNothing() throws Exception {
        try (var silent = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            var settings = impatient(new Endpoint("asked-for", URI.create("http://partner.example/base")))
                    .withNameServers(List.of((InetSocketAddress) silent.getLocalSocketAddress()));
            try (var http = ReactorPartnerHttp.open(settings, CLOCK)) {
                assertIs(failure(http, CALL), Fault.TIMED_OUT, "no name server answered in time");
            }
        }
    }

    @Test
    void aConnectionThatIsNeverAccepted() throws Exception {
        // A backlog of one that two others fill: further connections hang.
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var first = new Socket(server.getInetAddress(), server.getLocalPort());
                var second = new Socket(server.getInetAddress(), server.getLocalPort())) {
            assertThat(first.isConnected() && second.isConnected()).isTrue();
            var hung = new Endpoint("hung", URI.create("http://127.0.0.1:" + server.getLocalPort()));
            try (var http = ReactorPartnerHttp.open(settings(hung), CLOCK);
                    var other = ReactorPartnerHttp.open(impatient(hung), CLOCK)) {
                assertTimesOut(http);
                assertIs(failure(other, CALL, in(3000)), Fault.TIMED_OUT, "no connection in time");
            }
        }
    }

    @Test
    void aConnectionThatIsAcceptedAndNothingMore() throws Exception {
        try (var partner = playing(ScriptedPartner.Talk::awaitClose);
                var http = client(partner)) {
            assertTimesOut(http);
        }
    }

    @Test
    void anAnswerThatNeverCame() throws Exception {
        var closed = new CountDownLatch(1);
        try (var partner = playing(talk -> {
                    talk.request();
                    talk.awaitClose();
                    closed.countDown();
                });
                var http = client(partner)) {
            assertTimesOut(http);
            assertThat(happens(closed)).as("the connection was closed").isTrue();
        }
    }

    @Test
    void headersThatTrickle() throws Exception {
        try (var partner = playing(talk -> {
                    talk.request();
                    trickle(talk, "HTTP/1.1 200 OK\r\n" + "X-Slow: yes\r\n".repeat(100) + "\r\n");
                });
                var http = client(partner)) {
            assertTimesOut(http);
        }
    }

    @Test
    void aBodyThatTrickles() throws Exception {
        try (var partner = playing(talk -> {
                    talk.request();
                    talk.send("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n");
                    trickle(talk, "x".repeat(1000));
                });
                var http = client(partner)) {
            assertTimesOut(http);
        }
    }

    @Test
    void aDeadlineThatHasPassedSendsNothing() throws Exception {
        try (var partner = answering("HTTP/1.1 200 OK", "Content-Length: 0", "", "");
                var http = client(partner)) {
            assertIs(failure(http, CALL, in(0)), Fault.TIMED_OUT, "no whole answer before the deadline");
            assertThat(partner.connections()).isZero();
        }
    }

    @Test
    void anEndBeforeTheAnswer() throws Exception {
        try (var partner = playing(ScriptedPartner.Talk::request);
                var http = client(partner)) {
            assertIs(failure(http, CALL), Fault.UNAVAILABLE, "the connection broke");
            assertThat(partner.requests()).hasSize(1);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "before,  ''",
        "headers, 'HTTP/1.1 200 OK\r\nContent-'",
        "body,    'HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nabc'",
        "chunks,  'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n'",
    })
    void aResetAndAnEndWithin(String where, String sent) throws Exception {
        for (boolean reset : new boolean[] {true, false}) {
            try (var partner = playing(talk -> {
                        talk.request();
                        talk.send(sent);
                        Thread.sleep(20);
                        if (reset) {
                            talk.reset();
                        }
                    });
                    var http = client(partner)) {
                assertIs(failure(http, CALL), Fault.UNAVAILABLE, "the connection broke");
                assertThat(partner.requests()).as(where).hasSize(1);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'SSH-2.0-OpenSSH_9.6\r\n\r\n'",
        "'HTTP/1.1 abc\r\n\r\n'",
        "'HTTP/1.1 200 OK\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\nabcd'",
        "'HTTP/1.1 200 OK\r\nContent-Length: x\r\n\r\nabcd'",
        "'HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\nabcd'",
        "'HTTP/1.1 200 OK\r\nContent-Length: 99999999999999999999\r\n\r\nabcd'",
        "'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzzz\r\nabc\r\n'",
        "'HTTP/1.1 200 OK\r\nContent-Encoding: gzip, gzip\r\nContent-Length: 2\r\n\r\n{}'",
        "'HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 20\r\n\r\nabcdefghijklmnopqrst'",
        "'HTTP/1.1 200 OK\r\nContent-Encoding: rot13\r\nContent-Length: 2\r\n\r\n{}'",
    })
    void bytesThatAreNotHttp(String sent) throws Exception {
        try (var partner = playing(talk -> {
                    talk.request();
                    talk.send(sent);
                    talk.awaitClose();
                });
                var http = client(partner)) {
            var failure = failure(http, CALL);
            assertThat(failure.fault()).as(failure.getMessage()).isEqualTo(Fault.INVALID_ANSWER);
        }
    }

    @Test
    void aBodyShorterThanDeclared() throws Exception {
        try (var partner = playing(talk -> {
                    talk.request();
                    talk.send("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc");
                });
                var http = client(partner)) {
            assertIs(failure(http, CALL), Fault.UNAVAILABLE, "the connection broke");
        }
    }

    @Test
    void aBodyThatStopsBeforeItsEnd() throws Exception {
        try (var partner = playing(talk -> {
                    talk.request();
                    talk.send("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc");
                    talk.awaitClose();
                });
                var http = client(partner)) {
            assertTimesOut(http);
        }
    }

    @Test
    void anIllegalHeaderOfTheAdapterItself() throws Exception {
        try (var partner = answering("HTTP/1.1 200 OK", "Content-Length: 0", "", "");
                var http = client(partner)) {
            var failure = failure(http, CALL.header("X-Id", "999\r\nX-Evil: 1"));
            assertThat(failure.fault()).isEqualTo(Fault.INVALID_ANSWER);
            assertThat(failure).hasMessageNotContaining("999");
            assertThat(partner.requests()).isEmpty();
            assertIs(
                    failure(http, new HttpCall("DELETE", "x", CALL.query(), CALL.headers(), new byte[0])),
                    Fault.INVALID_ANSWER,
                    "the method is neither GET nor POST");
        }
    }

    @Test
    void aClosedClient() throws Exception {
        try (var partner = answering("HTTP/1.1 200 OK", "Content-Length: 0", "", "")) {
            var http = client(partner);
            var kept = http.at(partner.endpoint());
            http.close();
            assertIs(failure(kept, CALL), Fault.UNAVAILABLE, "the client is closed");
            assertThat(partner.connections()).isZero();
        }
    }

    private static void assertTimesOut(ReactorPartnerHttp http) {
        long began = System.nanoTime();
        var failure = failure(http, CALL, Deadline.in(SHORT));
        assertIs(failure, Fault.TIMED_OUT, "no whole answer before the deadline");
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isBetween(SHORT, SHORT.plusMillis(700));
    }

    private static void trickle(ScriptedPartner.Talk talk, String text) throws Exception {
        for (int at = 0; at < text.length(); at++) {
            talk.send(text.substring(at, at + 1));
            Thread.sleep(100);
        }
    }
}
