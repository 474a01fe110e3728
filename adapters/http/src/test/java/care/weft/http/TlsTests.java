package care.weft.http;

import static care.weft.http.Calls.CLOCK;
import static care.weft.http.Calls.failure;
import static care.weft.http.Calls.impatient;
import static care.weft.http.Calls.in;
import static care.weft.http.Calls.reply;
import static care.weft.http.Calls.settings;
import static care.weft.http.Calls.text;
import static org.assertj.core.api.Assertions.assertThat;

import care.weft.spi.Fault;
import care.weft.spi.HttpCall;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsTests {

    private static final char[] PASSWORD = "changeit".toCharArray();
    private static final HttpCall CALL = HttpCall.get("Patient");

    /** For the host {@code localhost} alone. */
    private static SSLContext tls;

    private static SSLContext expired;

    @BeforeAll
    static void prepare(@TempDir Path folder) throws Exception {
        tls = signed(folder.resolve("partner.p12"), "-0d");
        expired = signed(folder.resolve("expired.p12"), "-9d");
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
    void aCertificateOfAnotherHost() throws Exception {
        try (var partner = partner(tls)) {
            assertNoTls(settings(partner.endpoint("https", "127.0.0.1")).withTls(tls));
            assertThat(partner.requests()).isEmpty();
        }
    }

    @Test
    void aCertificateOfAnAuthorityThatNobodyKnows() throws Exception {
        try (var partner = partner(tls)) {
            assertNoTls(settings(partner.endpoint("https", "localhost")));
        }
    }

    @Test
    void aCertificateThatHasExpired() throws Exception {
        try (var partner = partner(expired)) {
            assertNoTls(settings(partner.endpoint("https", "localhost")).withTls(expired));
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
            assertNoTls(impatient(partner.endpoint("https", "localhost")));
        }
    }

    private static void assertNoTls(PartnerHttpSettings settings) {
        try (var http = ReactorPartnerHttp.open(settings, CLOCK)) {
            var failure = failure(http, CALL);
            assertThat(failure.fault()).isEqualTo(Fault.UNAVAILABLE);
            assertThat(failure).hasMessage("no TLS connection");
        }
    }

    private static ScriptedPartner partner(SSLContext tls) throws IOException {
        return ScriptedPartner.over(
                tls.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress()), talk -> {
                    while (talk.request() != null) {
                        talk.send("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}");
                    }
                });
    }

    /** A certificate for two days from then on, by an authority that is trusted. */
    private static SSLContext signed(Path store, String from) throws Exception {
        keytool(store, "-alias", "authority", "-dname", "CN=authority", "-ext", "bc:c");
        keytool(
                store,
                "-alias",
                "partner",
                "-dname",
                "CN=partner",
                "-signer",
                "authority",
                "-ext",
                "san=dns:localhost",
                "-startdate",
                from,
                "-validity",
                "2");
        return context(store);
    }

    private static void keytool(Path store, String... arguments) throws Exception {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keyalg",
                "EC",
                "-keystore",
                store.toString(),
                "-storetype",
                "PKCS12",
                "-storepass",
                new String(PASSWORD)));
        command.addAll(List.of(arguments));
        var keytool = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(keytool.waitFor(Duration.ofSeconds(60))).isTrue();
        assertThat(keytool.exitValue()).isZero();
    }

    private static SSLContext context(Path file) throws Exception {
        var store = KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(file)) {
            store.load(in, PASSWORD);
        }
        var trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("authority", store.getCertificate("authority"));
        // Not the partner's to present.
        store.deleteEntry("authority");
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD);
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        var context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }
}
