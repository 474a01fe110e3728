package care.weft.stubs.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import care.weft.stubs.StubSettings;
import care.weft.stubs.Stubs;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.Hashtable;
import javax.naming.NameNotFoundException;
import javax.naming.NamingException;
import javax.naming.directory.InitialDirContext;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The same proxy for those who come by name and want TLS. */
class SecureFaultProxyTests {

    private static final Stubs STUBS = Stubs.start(StubSettings.onFreePorts().withPeople(20));
    private static final FaultProxy PROXY = STUBS.proxy("trust");
    private static final URI URL = URI.create(PROXY.secureBaseUrl());
    private static final int A_WHILE = 300;
    private static final String NOBODYS_ENDPOINT = "/Endpoint"
            + "?organization=https://fhir.nhs.uk/Id/ods-organization-code%7CNOBODY"
            + "&identifier=https://fhir.nhs.uk/Id/nhsServiceInteractionId%7CNOTHING";

    /** Trusts the one authority. */
    private static SSLContext tls;

    @BeforeAll
    static void trust() throws Exception {
        var pem = STUBS.certificates().authorityPem().getBytes(StandardCharsets.US_ASCII);
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setCertificateEntry(
                "authority",
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(pem)));
        var trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trusted.init(store);
        tls = SSLContext.getInstance("TLS");
        tls.init(null, trusted.getTrustManagers(), null);
    }

    @AfterEach
    void mend() {
        STUBS.reset();
    }

    @AfterAll
    static void close() {
        STUBS.close();
    }

    @Test
    void thePartnerAnswersAndWritesAddressesAsItsCallersKnowThem() throws IOException {
        var other = URI.create(STUBS.proxy("gp").secureBaseUrl());

        assertThat(get(URL, "/metadata")).startsWith("HTTP/1.1 200 ");
        assertThat(get(other, NOBODYS_ENDPOINT)).contains("\"https://gp.partner.example:" + other.getPort() + "/");
    }

    @ParameterizedTest
    @EnumSource(names = {"CERTIFICATE_OF_ANOTHER", "CERTIFICATE_EXPIRED", "CERTIFICATE_UNTRUSTED", "NO_TLS"})
    void aCallerTurnsAway(NetworkFault fault) {
        PROXY.begin(fault);

        assertThatExceptionOfType(SSLException.class).isThrownBy(() -> get(URL, "/metadata"));
    }

    @Test
    void theHandshakeHangs() {
        PROXY.begin(NetworkFault.HANDSHAKE_HANGS);

        assertThatExceptionOfType(SocketTimeoutException.class).isThrownBy(() -> get(URL, "/metadata"));
    }

    @ParameterizedTest
    @EnumSource(names = {"RESET", "RESET_IN_BODY"})
    void theConnectionBreaksBelowTls(NetworkFault fault) {
        PROXY.begin(fault);

        assertThatThrownBy(() -> get(URL, "/metadata"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("reset");
    }

    @Test
    void theHostIsKnown() throws NamingException {
        assertThat(addressOf("trust.partner.example", 2_000)).contains("127.0.0.1");
        assertThatExceptionOfType(NameNotFoundException.class)
                .isThrownBy(() -> addressOf("trust.elsewhere.example", 2_000));
    }

    @Test
    void nobodyKnowsTheHost() throws NamingException {
        PROXY.begin(NetworkFault.NAME_UNKNOWN);

        assertThatExceptionOfType(NameNotFoundException.class)
                .isThrownBy(() -> addressOf("trust.partner.example", 2_000));
        assertThat(addressOf("gp.partner.example", 2_000)).contains("127.0.0.1");

        PROXY.end();
        assertThat(addressOf("trust.partner.example", 2_000)).contains("127.0.0.1");
    }

    @Test
    void theNameServerIsSlow() throws NamingException {
        PROXY.begin(NetworkFault.NAME_SLOW);
        assertThatExceptionOfType(NamingException.class).isThrownBy(() -> addressOf("trust.partner.example", A_WHILE));

        PROXY.begin(NetworkFault.NAME_SLOW, A_WHILE);
        assertThat(addressOf("trust.partner.example", 2_000)).contains("127.0.0.1");
    }

    /** As the Java runtime's own client is told: of no name but those of the test. */
    @SuppressWarnings({"BanJNDI", "JdkObsolete"})
    private static String addressOf(String host, int timeoutMillis) throws NamingException {
        var server = STUBS.nameServer().address();
        var environment = new Hashtable<String, String>();
        environment.put("java.naming.factory.initial", "com.sun.jndi.dns.DnsContextFactory");
        environment.put("java.naming.provider.url", "dns://127.0.0.1:" + server.getPort());
        environment.put("com.sun.jndi.dns.timeout.initial", String.valueOf(timeoutMillis));
        environment.put("com.sun.jndi.dns.timeout.retries", "1");
        var context = new InitialDirContext(environment);
        try {
            return String.valueOf(
                    context.getAttributes(host, new String[] {"A"}).get("A"));
        } finally {
            context.close();
        }
    }

    private static String get(URI base, String path) throws IOException {
        try (var socket = (SSLSocket) tls.getSocketFactory()
                .createSocket(
                        new Socket(InetAddress.ofLiteral("127.0.0.1"), base.getPort()),
                        base.getHost(),
                        base.getPort(),
                        true)) {
            socket.setSoTimeout(A_WHILE * 5);
            var strict = socket.getSSLParameters();
            strict.setEndpointIdentificationAlgorithm("HTTPS");
            socket.setSSLParameters(strict);
            socket.getOutputStream()
                    .write(("GET " + base.getPath() + path + " HTTP/1.1\r\nHost: " + base.getAuthority()
                                    + "\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
