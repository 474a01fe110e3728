package care.weft.http;

import care.weft.spi.Endpoint;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * How one partner is called. The limits of calls hold for each of its endpoints by itself.
 *
 * @param endpoint the partner's own address; {@link care.weft.spi.PartnerHttp#at} leads to others
 * @param maxConcurrentCalls how many calls may be under way at once, 1 or more; each has a connection to itself
 * @param maxCallsPerSecond how many calls may start within any second; 0 for no such limit
 * @param maxWaitingCalls how many calls may wait for one of those connections, 1 or more; further ones fail at once
 * @param limits how much of one answer is taken
 * @param connectTimeout for asking name servers, for connecting and for the TLS handshake; positive
 * @param answerTimeout for one request and its whole answer, from when it has its connection; positive. A call that waits for
 *     a connection is bounded by its deadline alone: a long list must not fail because it is long
 * @param tls keys and trusted certificates for {@code https}; null for those of the Java runtime
 * @param nameServers who are asked for the addresses of hosts, in this order, within one connectTimeout; empty for those of the operating system
 * @since 0.1.0
 */
public record PartnerHttpSettings(
        Endpoint endpoint,
        int maxConcurrentCalls,
        int maxCallsPerSecond,
        int maxWaitingCalls,
        AnswerLimits limits,
        Duration connectTimeout,
        Duration answerTimeout,
        @Nullable SSLContext tls,
        List<InetSocketAddress> nameServers) {

    public PartnerHttpSettings {
        if (maxConcurrentCalls < 1 || maxCallsPerSecond < 0 || maxWaitingCalls < 1) {
            throw new IllegalArgumentException(
                    "maxConcurrentCalls and maxWaitingCalls are 1 or more, maxCallsPerSecond 0 or more");
        }
        if (connectTimeout.toMillis() < 1 || answerTimeout.toMillis() < 1) {
            throw new IllegalArgumentException("connectTimeout and answerTimeout are a millisecond or more");
        }
        nameServers = List.copyOf(nameServers);
    }

    /** The standard limits, a second to connect, two for an answer, a thousand calls waiting. */
    public static PartnerHttpSettings of(Endpoint endpoint, int maxConcurrentCalls, int maxCallsPerSecond) {
        return new PartnerHttpSettings(
                endpoint,
                maxConcurrentCalls,
                maxCallsPerSecond,
                1000,
                AnswerLimits.STANDARD,
                Duration.ofSeconds(1),
                Duration.ofSeconds(2),
                null,
                List.of());
    }

    public PartnerHttpSettings with(AnswerLimits other) {
        return new PartnerHttpSettings(
                endpoint,
                maxConcurrentCalls,
                maxCallsPerSecond,
                maxWaitingCalls,
                other,
                connectTimeout,
                answerTimeout,
                tls,
                nameServers);
    }

    public PartnerHttpSettings withAnswerTimeout(Duration timeout) {
        return new PartnerHttpSettings(
                endpoint,
                maxConcurrentCalls,
                maxCallsPerSecond,
                maxWaitingCalls,
                limits,
                connectTimeout,
                timeout,
                tls,
                nameServers);
    }

    public PartnerHttpSettings withConnectTimeout(Duration timeout) {
        return new PartnerHttpSettings(
                endpoint,
                maxConcurrentCalls,
                maxCallsPerSecond,
                maxWaitingCalls,
                limits,
                timeout,
                answerTimeout,
                tls,
                nameServers);
    }

    public PartnerHttpSettings withMaxWaitingCalls(int calls) {
        return new PartnerHttpSettings(
                endpoint,
                maxConcurrentCalls,
                maxCallsPerSecond,
                calls,
                limits,
                connectTimeout,
                answerTimeout,
                tls,
                nameServers);
    }

    public PartnerHttpSettings withTls(SSLContext context) {
        return new PartnerHttpSettings(
                endpoint,
                maxConcurrentCalls,
                maxCallsPerSecond,
                maxWaitingCalls,
                limits,
                connectTimeout,
                answerTimeout,
                context,
                nameServers);
    }

    public PartnerHttpSettings withNameServers(List<InetSocketAddress> servers) {
        return new PartnerHttpSettings(
                endpoint,
                maxConcurrentCalls,
                maxCallsPerSecond,
                maxWaitingCalls,
                limits,
                connectTimeout,
                answerTimeout,
                tls,
                servers);
    }
}
