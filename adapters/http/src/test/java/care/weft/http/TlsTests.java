package care.weft.http;

import static care.weft.http.Calls.CLOCK;
import static care.weft.http.Calls.assertIs;
import static care.weft.http.Calls.failure;
import static care.weft.http.Calls.impatient;
import static care.weft.http.Calls.in;
import static care.weft.http.Calls.reply;
import static care.weft.http.Calls.settings;
import static care.weft.http.Calls.text;
import static org.assertj.core.api.Assertions.assertThat;

import care.weft.spi.Fault;
import care.weft.spi.HttpCall;
import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TlsTests {

    private static final HttpCall CALL = HttpCall.get("Patient");

    /** For the host {@code localhost} alone. */
    private static SSLContext tls;

    private static SSLContext expired;
    private static SSLContext forged;
    private static SSLContext forCallers;

    /** Trusts the partner and has nothing to show for itself. */
    private static SSLContext nameless;

    @BeforeAll
    static void prepare() throws Exception {
        var authority = authority();
        var partner = new CertificateBuilder().subject("CN=partner").addSanDnsName("localhost");
        tls = context(partner.buildIssuedBy(authority), authority);
        forged = context(partner.buildIssuedBy(authority()), authority);
        forCallers = context(partner.copy().addExtendedKeyUsageClientAuth().buildIssuedBy(authority), authority);
        var yesterday = Instant.now().minus(Duration.ofDays(1));
        expired = context(
                partner.notBefore(yesterday.minus(Duration.ofDays(1)))
                        .notAfter(yesterday)
                        .buildIssuedBy(authority),
                authority);
        nameless = SSLContext.getInstance("TLS");
        nameless.init(null, authority.toTrustManagerFactory().getTrustManagers(), null);
    }

    @Test
    void aTrustedCertificateOfTheRightHost() throws Exception {
        try (var partner = partner(tls);
                var http = ReactorPartnerHttp.open(
                        settings(partner.endpoint("https", "localhost")).withTls(tls), CLOCK)) {
            assertThat(text(reply(http, CALL))).isEqualTo("{}");
        }
    }

    @Test
    void aPartnerThatLooksAtOurCertificate() throws Exception {
        try (var partner = partner(tls, true)) {
            var settings = settings(partner.endpoint("https", "localhost"));
            try (var http = ReactorPartnerHttp.open(settings.withTls(tls), CLOCK)) {
                assertThat(text(reply(http, CALL))).isEqualTo("{}");
            }
            try (var http = ReactorPartnerHttp.open(settings.withTls(nameless), CLOCK)) {
                assertThat(failure(http, CALL).fault()).isEqualTo(Fault.UNAVAILABLE);
            }
            assertThat(partner.requests()).hasSize(1);
        }
    }

    @Test
    void aCertificateOfAnotherHost() throws Exception {
        try (var partner = partner(tls)) {
            assertNoTls(
                    settings(partner.endpoint("https", "127.0.0.1")).withTls(tls), "the certificate is another host's");
            assertThat(partner.requests()).isEmpty();
        }
    }

    @Test
    void aCertificateOfAnAuthorityThatNobodyKnows() throws Exception {
        try (var partner = partner(tls)) {
            assertNoTls(
                    settings(partner.endpoint("https", "localhost")),
                    "the certificate is by an authority that is not trusted");
        }
    }

    @Test
    void aCertificateOfAnAuthorityThatTakesTheNameOfAnother() throws Exception {
        try (var partner = partner(forged)) {
            assertNoTls(
                    settings(partner.endpoint("https", "localhost")).withTls(tls),
                    "the certificate is by an authority that is not trusted");
        }
    }

    @Test
    void aCertificateThatIsForCallersAlone() throws Exception {
        try (var partner = partner(forCallers)) {
            assertNoTls(
                    settings(partner.endpoint("https", "localhost")).withTls(tls),
                    "the certificate is not to be trusted");
        }
    }

    @Test
    void aCertificateThatHasExpired() throws Exception {
        try (var partner = partner(expired)) {
            assertNoTls(
                    settings(partner.endpoint("https", "localhost")).withTls(expired), "the certificate has expired");
        }
    }

    @Test
    void aPartnerThatSpeaksNoTls() throws Exception {
        try (var partner = ScriptedPartner.playing(talk -> {
            talk.send("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n");
            talk.awaitClose();
        })) {
            assertNoTls(settings(partner.endpoint("https", "localhost")));
        }
    }

    @Test
    void aHandshakeThatHangs() throws Exception {
        try (var partner = ScriptedPartner.playing(ScriptedPartner.Talk::awaitClose);
                var http = ReactorPartnerHttp.open(settings(partner.endpoint("https", "localhost")), CLOCK)) {
            assertThat(failure(http, CALL, in(200)).fault()).isEqualTo(Fault.TIMED_OUT);
            try (var other = ReactorPartnerHttp.open(impatient(partner.endpoint("https", "localhost")), CLOCK)) {
                assertIs(failure(other, CALL), Fault.TIMED_OUT, "no TLS connection in time");
            }
        }
    }

    private static void assertNoTls(PartnerHttpSettings settings) {
        assertNoTls(settings, "no TLS connection");
    }

    private static void assertNoTls(PartnerHttpSettings settings, String message) {
        try (var http = ReactorPartnerHttp.open(settings, CLOCK)) {
            var failure = failure(http, CALL);
            assertThat(failure.fault()).isEqualTo(Fault.UNAVAILABLE);
            assertThat(failure).hasMessage(message);
        }
    }

    private static ScriptedPartner partner(SSLContext tls) throws IOException {
        return partner(tls, false);
    }

    private static ScriptedPartner partner(SSLContext tls, boolean wantsOurs) throws IOException {
        var server = (SSLServerSocket)
                tls.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        server.setNeedClientAuth(wantsOurs);
        return ScriptedPartner.over(server, talk -> {
            while (talk.request() != null) {
                talk.send("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}");
            }
        });
    }

    private static X509Bundle authority() throws Exception {
        return new CertificateBuilder()
                .subject("CN=authority")
                .setIsCertificateAuthority(true)
                .buildSelfSigned();
    }

    private static SSLContext context(X509Bundle presented, X509Bundle trusted) throws Exception {
        var context = SSLContext.getInstance("TLS");
        context.init(
                presented.toKeyManagerFactory().getKeyManagers(),
                trusted.toTrustManagerFactory().getTrustManagers(),
                null);
        return context;
    }
}
