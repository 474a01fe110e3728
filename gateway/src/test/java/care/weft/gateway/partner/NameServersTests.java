package care.weft.gateway.partner;

import static org.assertj.core.api.Assertions.assertThat;

import care.weft.http.PartnerHttpSettings;
import care.weft.http.ReactorPartnerHttp;
import care.weft.spi.Deadline;
import care.weft.spi.Endpoint;
import care.weft.spi.HttpCall;
import care.weft.spi.PartnerException;
import care.weft.stubs.fault.NameServer;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

/** Name servers of a partner's own network. */
class NameServersTests {

    private static final HttpCall CALL = HttpCall.get("Patient");

    private final NameServer names = new NameServer();
    private final DisposableServer partner = HttpServer.create()
            .port(0)
            .handle((_, response) -> response.status(200).sendString(Mono.just("{}")))
            .bindNow();

    @BeforeEach
    void start() {
        names.start();
    }

    @AfterEach
    void close() {
        names.close();
        partner.disposeNow();
    }

    @Test
    void theFirstThatIsSilentIsFollowedByTheNextWithinTheTimeToConnect() throws Exception {
        try (var silent = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            var servers = List.of((InetSocketAddress) silent.getLocalSocketAddress(), names.address());
            assertThat(call("council.partner.example", servers)).isEqualTo("200");
            assertThat(call("council.elsewhere.example", servers))
                    .isEqualTo("UNAVAILABLE the host's name is not known");
        }
    }

    private String call(String host, List<InetSocketAddress> servers) {
        var endpoint = new Endpoint("named", URI.create("http://" + host + ":" + partner.port()));
        var settings = PartnerHttpSettings.of(endpoint, 1, 0)
                .withConnectTimeout(Duration.ofSeconds(1))
                .withNameServers(servers);
        try (var http = ReactorPartnerHttp.open(settings, Clock.systemUTC())) {
            return String.valueOf(http.send(CALL, Deadline.in(Duration.ofSeconds(5)))
                    .map(reply -> String.valueOf(reply.status()))
                    .onErrorResume(
                            PartnerException.class, failed -> Mono.just(failed.fault() + " " + failed.getMessage()))
                    .block());
        }
    }
}
