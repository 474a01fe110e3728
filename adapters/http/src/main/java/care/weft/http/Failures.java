package care.weft.http;

import care.weft.spi.Fault;
import care.weft.spi.PartnerException;
import io.netty.channel.ConnectTimeoutException;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.codec.PrematureChannelClosureException;
import io.netty.handler.ssl.SslHandshakeTimeoutException;
import io.netty.resolver.dns.DnsNameResolverTimeoutException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.security.SignatureException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.concurrent.RejectedExecutionException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import reactor.netty.channel.AbortedException;
import reactor.netty.internal.shaded.reactor.pool.PoolAcquirePendingLimitException;
import reactor.netty.internal.shaded.reactor.pool.PoolShutdownException;

/** What the failures of the libraries below mean. Their messages are left behind: they can hold addresses and headers. */
final class Failures {

    private Failures() {}

    static PartnerException tooLate() {
        return timedOut("no whole answer before the deadline");
    }

    static PartnerException invalid(String why) {
        return new PartnerException(Fault.INVALID_ANSWER, why);
    }

    static PartnerException of(Throwable failure) {
        return switch (failure) {
            case PartnerException known -> known;
            case UnknownHostException unknown
            when unknown.getCause() instanceof DnsNameResolverTimeoutException ->
                timedOut("no name server answered in time");
            case UnknownHostException unknown -> unavailable("the host's name is not known");
            // Whoever has waited that long is not to wait once more: a time-out is not sent again.
            case SslHandshakeTimeoutException slow -> timedOut("no TLS connection in time");
            case ConnectTimeoutException slow -> timedOut("no connection in time");
            case SSLException tls -> unavailable(certificate(tls));
            case ConnectException refused -> unavailable("no connection");
            case PoolAcquirePendingLimitException full ->
                PartnerException.unasked(Fault.UNAVAILABLE, "too many calls wait for a connection");
            case PoolShutdownException shut -> closed();
            case RejectedExecutionException shut -> closed();
            case IOException broken -> broken();
            case AbortedException broken -> broken();
            case PrematureChannelClosureException broken -> broken();
            case DecoderException decoder when decoder.getCause() instanceof SSLException tls -> of(tls);
            default ->
                invalid("not a valid HTTP exchange: " + failure.getClass().getSimpleName());
        };
    }

    /** Which certificate is meant is the operator's to find out, and takes an hour if nothing is said of why it was turned away. */
    private static String certificate(@Nullable Throwable why) {
        return switch (why) {
            case null -> "no TLS connection";
            case CertificateExpiredException _ -> "the certificate has expired";
            case CertificateNotYetValidException _ -> "the certificate is not valid yet";
            // The second where the authority has the name of one that is.
            case CertPathBuilderException _, SignatureException _ ->
                "the certificate is by an authority that is not trusted";
            // Of one that is in order but for the host, nothing else is the cause; what else may be wrong has kinds of
            // its own.
            case CertificateException alone
            when alone.getClass() == CertificateException.class -> "the certificate is another host's";
            case CertificateException other when other.getCause() == null -> "the certificate is not to be trusted";
            default -> certificate(why.getCause());
        };
    }

    private static PartnerException broken() {
        return unavailable("the connection broke");
    }

    static PartnerException closed() {
        return unavailable("the client is closed");
    }

    private static PartnerException timedOut(String why) {
        return new PartnerException(Fault.TIMED_OUT, why);
    }

    private static PartnerException unavailable(String why) {
        return new PartnerException(Fault.UNAVAILABLE, why);
    }
}
