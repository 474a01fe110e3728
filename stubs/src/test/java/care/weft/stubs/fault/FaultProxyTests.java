package care.weft.stubs.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import care.weft.stubs.Http;
import care.weft.stubs.StubSettings;
import care.weft.stubs.Stubs;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FaultProxyTests {

    private static final Stubs STUBS = Stubs.start(StubSettings.onFreePorts().withPeople(20));
    private static final FaultProxy PROXY = STUBS.proxy("trust");
    private static final String URL = PROXY.baseUrl() + "/metadata";
    private static final int A_WHILE = 300;

    @AfterEach
    void mend() {
        STUBS.reset();
    }

    @AfterAll
    static void close() {
        STUBS.close();
    }

    @Test
    void withoutAFaultAllIsPassedOn() {
        var direct = Http.get(STUBS.trust().baseUrl() + "/metadata");

        assertThat(URL).isNotEqualTo(direct.uri().toString());
        assertThat(Http.get(URL).body()).isEqualTo(direct.body());
    }

    @ParameterizedTest
    @EnumSource
    void aFaultEndsAndThePartnerAnswersAtTheSameAddress(NetworkFault fault) {
        assertThat(Http.get(URL).statusCode()).isEqualTo(200);
        PROXY.begin(fault);
        assertThat(PROXY.state()).startsWith(fault.id());

        PROXY.end();

        assertThat(Http.get(URL).statusCode()).isEqualTo(200);
        assertThat(PROXY.state()).isEqualTo("none");
    }

    @Test
    void nobodyListens() {
        PROXY.begin(NetworkFault.REFUSE);

        assertThatExceptionOfType(SocketException.class).isThrownBy(Caller::new);
    }

    @Test
    void connectionsAreNotTaken() {
        PROXY.begin(NetworkFault.NO_ACCEPT);

        assertThatExceptionOfType(SocketTimeoutException.class)
                .isThrownBy(Caller::new)
                .withMessageStartingWith("Connect");
    }

    @Test
    void nothingIsSaid() throws IOException {
        PROXY.begin(NetworkFault.HANG);

        try (var caller = new Caller()) {
            assertThatThrownBy(caller::next).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"EMPTY", "HALF_CLOSE"})
    void theConnectionEndsInPlaceOfAnAnswer(NetworkFault fault) throws IOException {
        PROXY.begin(fault);

        try (var caller = new Caller()) {
            assertThat(caller.all()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"RESET", "RESET_IN_HEAD", "RESET_IN_BODY"})
    void theConnectionIsReset(NetworkFault fault) throws IOException {
        PROXY.begin(fault);

        try (var caller = new Caller()) {
            assertThatThrownBy(caller::all).isInstanceOf(SocketException.class).hasMessageContaining("reset");
        }
    }

    @Test
    void theHeadersOrTheBodyBreakOff() throws IOException {
        PROXY.begin(NetworkFault.RESET_IN_HEAD);
        try (var caller = new Caller()) {
            assertThat(caller.next()).isEqualTo('H');
        }
        PROXY.begin(NetworkFault.CUT_SHORT);
        try (var caller = new Caller()) {
            var answer = caller.all();
            assertThat(bodyOf(answer)).hasSize(declaredLength(answer) / 2);
        }
    }

    @Test
    void moreComesThanWasDeclared() throws IOException {
        PROXY.begin(NetworkFault.TOO_LONG);

        try (var caller = new Caller()) {
            var answer = caller.untilSilence();
            assertThat(bodyOf(answer).length()).isGreaterThan(declaredLength(answer));
        }
    }

    @Test
    void aFloodHasTheLengthAskedFor() {
        PROXY.begin(NetworkFault.FLOOD, 2);

        assertThat(Http.get(URL).body()).isBlank().hasSize(2_000_000);
    }

    @Test
    void headersOrBodyTrickle() throws IOException {
        PROXY.begin(NetworkFault.TRICKLE);
        try (var caller = new Caller()) {
            assertThat(caller.untilSilence()).isEqualTo("H");
        }
        PROXY.begin(NetworkFault.TRICKLE_BODY);
        try (var caller = new Caller()) {
            assertThat(bodyOf(caller.untilSilence())).isEqualTo("{");
        }
    }

    @Test
    void theBandwidthIsLimited() {
        PROXY.begin(NetworkFault.TRICKLE, 2_000);

        assertThat(timeToAnswer()).isGreaterThan(Duration.ofMillis(100));
    }

    @Test
    void answersBeginLate() {
        PROXY.begin(NetworkFault.DELAY, A_WHILE);

        assertThat(timeToAnswer()).isGreaterThan(Duration.ofMillis(A_WHILE - 5));
    }

    @Test
    void oneInTenBeginsLate() throws IOException {
        PROXY.begin(NetworkFault.STRAGGLE, 10_000);

        for (int call = 1; call < 10; call++) {
            assertThat(Http.get(URL).statusCode()).isEqualTo(200);
        }
        try (var caller = new Caller()) {
            assertThatThrownBy(caller::next).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void everySecondAnswerFails() throws IOException {
        PROXY.begin(NetworkFault.FLAP);

        for (int pair = 0; pair < 2; pair++) {
            try (var well = new Caller()) {
                assertThat(well.next()).isEqualTo('H');
            }
            try (var ill = new Caller()) {
                assertThatThrownBy(ill::all).isInstanceOf(SocketException.class);
            }
        }
    }

    @Test
    void aStoppedPartnerIsGoneForCallersToo() {
        STUBS.trust().stop();
        try {
            assertThatThrownBy(() -> {
                        try (var caller = new Caller()) {
                            caller.all();
                        }
                    })
                    .isInstanceOf(SocketException.class);
        } finally {
            STUBS.trust().start();
        }
        assertThat(Http.get(URL).statusCode()).isEqualTo(200);
    }

    @Test
    void anAmountOfNothingIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> PROXY.begin(NetworkFault.TRICKLE, 0));
    }

    private static Duration timeToAnswer() {
        var begin = System.nanoTime();
        assertThat(Http.get(URL).statusCode()).isEqualTo(200);
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    private static String bodyOf(String answer) {
        return answer.substring(answer.indexOf("\r\n\r\n") + 4);
    }

    private static int declaredLength(String answer) {
        return Integer.parseInt(answer.replaceFirst("(?s).*Content-Length: (\\d+).*", "$1"));
    }

    /** Somebody who has asked once, and looks at the bytes that come. */
    private static final class Caller implements AutoCloseable {

        private final Socket socket = new Socket();

        Caller() throws IOException {
            socket.connect(
                    new InetSocketAddress(
                            InetAddress.ofLiteral("127.0.0.1"), URI.create(URL).getPort()),
                    A_WHILE);
            socket.setSoTimeout(A_WHILE);
            ask();
        }

        void ask() throws IOException {
            socket.getOutputStream()
                    .write(("GET " + URI.create(URL).getPath() + " HTTP/1.1\r\nHost: trust\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
        }

        int next() throws IOException {
            return socket.getInputStream().read();
        }

        String all() throws IOException {
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }

        String untilSilence() throws IOException {
            var all = new StringBuilder();
            try {
                for (int next = next(); next >= 0; next = next()) {
                    all.append((char) next);
                }
                return all.toString();
            } catch (SocketTimeoutException silence) {
                return all.toString();
            }
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
