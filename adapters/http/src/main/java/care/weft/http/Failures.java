package care.weft.http;

import care.weft.spi.Fault;
import care.weft.spi.PartnerException;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.codec.PrematureChannelClosureException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.concurrent.RejectedExecutionException;
import javax.net.ssl.SSLException;
import reactor.netty.channel.AbortedException;
import reactor.netty.internal.shaded.reactor.pool.PoolAcquirePendingLimitException;
import reactor.netty.internal.shaded.reactor.pool.PoolShutdownException;

/** What the failures of the libraries below mean. Their messages are left behind: they can hold addresses and headers. */
final class Failures {

    private Failures() {}

    static PartnerException tooLate() {
        return new PartnerException(Fault.TIMED_OUT, "no whole answer before the deadline");
    }

    static PartnerException invalid(String why) {
        return new PartnerException(Fault.INVALID_ANSWER, why);
    }

    static PartnerException of(Throwable failure) {
        return switch (failure) {
            case PartnerException known -> known;
            case UnknownHostException unknown -> unavailable("the host's name is not known");
            case SSLException tls -> unavailable("no TLS connection");
            case ConnectException refused -> unavailable("no connection");
            // Our own doing: the partner was not asked, and may be well.
            case PoolAcquirePendingLimitException full ->
                new PartnerException(Fault.RATE_LIMITED, "too many calls wait for a connection");
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

    private static PartnerException broken() {
        return unavailable("the connection broke");
    }

    static PartnerException closed() {
        return unavailable("the client is closed");
    }

    private static PartnerException unavailable(String why) {
        return new PartnerException(Fault.UNAVAILABLE, why);
    }
}
