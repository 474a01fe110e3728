package care.weft.stubs.fault;

import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/** What partners show when they are called over TLS: a certificate that is in order, and some that are not. Made anew each time. */
public final class Certificates {

    private final X509Bundle authority = authority("Authority of the stub partners");
    private final SSLSocketFactory inOrder;
    private final Map<NetworkFault, SSLSocketFactory> flawed;

    /** @param partners their ids, the first labels of their hosts */
    public Certificates(Set<String> partners) {
        var hosts = partners.stream().map(id -> id + NameServer.DOMAIN).toList();
        inOrder = presenting(certificate(hosts), authority);
        flawed = Map.of(
                NetworkFault.CERTIFICATE_OF_ANOTHER,
                presenting(certificate(List.of("elsewhere.example")), authority),
                NetworkFault.CERTIFICATE_EXPIRED,
                presenting(certificate(hosts).notBefore(daysAgo(9)).notAfter(daysAgo(1)), authority),
                NetworkFault.CERTIFICATE_UNTRUSTED,
                presenting(certificate(hosts), authority("Somebody")));
    }

    /** The one authority to trust, as PEM. */
    public String authorityPem() {
        return authority.getCertificatePEM();
    }

    /** @param fault null for none */
    SSLSocketFactory shown(@Nullable NetworkFault fault) {
        return fault == null ? inOrder : flawed.getOrDefault(fault, inOrder);
    }

    private static X509Bundle authority(String name) {
        try {
            return new CertificateBuilder()
                    .subject("CN=" + name)
                    .setIsCertificateAuthority(true)
                    .buildSelfSigned();
        } catch (Exception e) {
            throw new IllegalStateException("No certificate can be made", e);
        }
    }

    private static CertificateBuilder certificate(List<String> hosts) {
        var certificate = new CertificateBuilder().subject("CN=Stub partners");
        hosts.forEach(certificate::addSanDnsName);
        return certificate;
    }

    private static Instant daysAgo(int days) {
        return Instant.now().minus(Duration.ofDays(days));
    }

    private static SSLSocketFactory presenting(CertificateBuilder certificate, X509Bundle authority) {
        try {
            var context = SSLContext.getInstance("TLS");
            context.init(
                    certificate.buildIssuedBy(authority).toKeyManagerFactory().getKeyManagers(), null, null);
            return context.getSocketFactory();
        } catch (Exception e) {
            throw new IllegalStateException("No certificate can be made", e);
        }
    }
}
