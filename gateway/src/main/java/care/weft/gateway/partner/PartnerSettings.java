package care.weft.gateway.partner;

import care.weft.gateway.resilience.ResilienceSettings;
import care.weft.gateway.settings.SettingException;
import care.weft.http.AnswerLimits;
import care.weft.spi.AdapterSettings;
import care.weft.spi.Endpoint;
import care.weft.spi.model.Contact;
import care.weft.spi.model.PartnerId;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * One partner, as {@code weft.partners.<id>.*} describes it.
 *
 * @param kind of the adapter
 * @param name as people know the partner
 * @param baseUrl absolute, {@code http} or {@code https}; calls go below it
 * @param nameServers who knows the partner's hosts, each an IP address with or without a port; empty for those of the operating
 *     system
 * @param sslBundle the Spring SSL bundle with the authorities that are trusted at this partner, and with the gateway's own
 *     certificate where the partner wants one; null for the authorities of the Java runtime and no certificate
 * @param timeout how long one call and its whole answer may take, from when it has its connection; positive. A read of several
 *     calls is bounded by the operation's deadline
 * @param connectTimeout how long a name server, a connection and its TLS handshake may take each; a millisecond or more
 * @param maxWaitingCalls how many calls may wait for a connection at each endpoint, 1 or more; further ones are not made
 * @param contact whom to ring when the partner does not answer
 * @param maxBody how long the body of one answer may be
 * @param maxHeaderSize how long its headers may be together
 * @param maxHeaders how many headers it may have, 1 or more
 * @param oauth2 for calls under the gateway's own authority, and for all calls where there is no {@code tokenExchange}; null for a
 *     partner that wants no token of the gateway
 * @param tokenExchange for calls in a user's name; null for a partner that is not shown the user's token
 * @param resilience how the gateway bears with it
 * @param adapter the adapter's own settings
 */
record PartnerSettings(
        @DefaultValue("") String kind,
        @DefaultValue("") String name,
        @Nullable String odsCode,
        @DefaultValue("") String baseUrl,
        @DefaultValue List<String> nameServers,
        @Nullable String sslBundle,
        @DefaultValue("2s") Duration timeout,
        @DefaultValue("1s") Duration connectTimeout,
        @DefaultValue("1000") int maxWaitingCalls,
        @Nullable Contact contact,
        @DefaultValue("10MB") DataSize maxBody,
        @DefaultValue("8KB") DataSize maxHeaderSize,
        @DefaultValue("100") int maxHeaders,
        @Nullable Oauth2 oauth2,
        @Nullable TokenExchange tokenExchange,
        @DefaultValue ResilienceSettings resilience,
        @DefaultValue Map<String, String> adapter) {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final int DNS_PORT = 53;

    /** An IPv6 address is in brackets, as in addresses of the web. */
    private static final Pattern NAME_SERVER =
            Pattern.compile("(?<address>\\d{1,3}(\\.\\d{1,3}){3}|\\[[0-9a-fA-F:.]+])(:(?<port>\\d{1,5}))?");

    private static final DataSize MOST_OF_HEADERS = DataSize.ofMegabytes(1);

    /** The client credentials that the gateway gets its tokens for a partner with. Shows no secret as text. */
    record Oauth2(
            @DefaultValue("") String tokenUri,
            @DefaultValue("") String clientId,
            @DefaultValue("") String clientSecret,
            @Nullable String scope) {

        @Override
        public String toString() {
            return "Oauth2[" + tokenUri + ", " + clientId + "]";
        }
    }

    /**
     * How the token of the user for whom a partner is called is exchanged, by RFC 8693, for one that the partner accepts. Shows no
     * secret as text.
     *
     * @param audience for whom alone the token is to be good: the partner, by the name that its issuer has for it
     * @param scope null for what the issuer gives by itself
     */
    record TokenExchange(
            @DefaultValue("") String tokenUri,
            @DefaultValue("") String clientId,
            @DefaultValue("") String clientSecret,
            @DefaultValue("") String audience,
            @Nullable String scope) {

        @Override
        public String toString() {
            return "TokenExchange[" + tokenUri + ", " + clientId + ", " + audience + "]";
        }
    }

    Endpoint endpoint(PartnerId id) {
        return new Endpoint(id.value(), URI.create(baseUrl));
    }

    List<InetSocketAddress> nameServerAddresses() {
        return nameServers.stream().map(PartnerSettings::nameServer).toList();
    }

    /** @throws IllegalArgumentException when it is no IP address, or has no port after its colon */
    private static InetSocketAddress nameServer(String written) {
        var parts = NAME_SERVER.matcher(written.strip());
        if (!parts.matches()) {
            throw new IllegalArgumentException("not an address");
        }
        var port = parts.group("port");
        return new InetSocketAddress(
                InetAddress.ofLiteral(parts.group("address")), port == null ? DNS_PORT : Integer.parseInt(port));
    }

    AdapterSettings adapterSettings() {
        return new AdapterSettings(adapter);
    }

    AnswerLimits answerLimits() {
        return new AnswerLimits(
                Math.toIntExact(maxBody.toBytes()),
                Math.toIntExact(maxHeaderSize.toBytes()),
                maxHeaders,
                AnswerLimits.STANDARD.maxRedirects());
    }

    /** @throws SettingException for the first setting that the gateway cannot start with; not for an unknown kind */
    void check(String prefix) {
        if (name.isBlank()) {
            throw new SettingException(prefix + ".name", "is missing", "Set it to the name that people know it by.");
        }
        checkAddress(prefix + ".base-url", baseUrl);
        checkNameServers(prefix + ".name-servers");
        if (!timeout.isPositive()) {
            throw new SettingException(prefix + ".timeout", "is not a positive time", "Set it to a time such as 2s.");
        }
        if (connectTimeout.toMillis() < 1 || connectTimeout.toMillis() > Integer.MAX_VALUE) {
            throw new SettingException(
                    prefix + ".connect-timeout", "is not a time of 1ms up to 24 days", "Set it to a time such as 1s.");
        }
        if (maxWaitingCalls < 1) {
            throw new SettingException(
                    prefix + ".max-waiting-calls", "is less than 1", "Set it to a number such as 1000.");
        }
        if (maxBody.toBytes() < 1 || maxBody.toBytes() > Integer.MAX_VALUE - 8) {
            throw new SettingException(
                    prefix + ".max-body", "is not a size below 2GB", "Set it to a size such as 10MB.");
        }
        if (maxHeaderSize.toBytes() < 1 || maxHeaderSize.toBytes() > MOST_OF_HEADERS.toBytes()) {
            throw new SettingException(
                    prefix + ".max-header-size", "is not a size up to 1MB", "Set it to a size such as 8KB.");
        }
        if (maxHeaders < 1) {
            throw new SettingException(prefix + ".max-headers", "is less than 1", "Set it to a number such as 100.");
        }
        resilience.check(prefix + ".resilience");
        if (oauth2 != null) {
            checkIssuer(prefix + ".oauth2.token-uri", oauth2.tokenUri());
            checkCredential(prefix + ".oauth2.client-id", oauth2.clientId());
            checkCredential(prefix + ".oauth2.client-secret", oauth2.clientSecret());
        }
        if (tokenExchange != null) {
            checkIssuer(prefix + ".token-exchange.token-uri", tokenExchange.tokenUri());
            checkCredential(prefix + ".token-exchange.client-id", tokenExchange.clientId());
            checkCredential(prefix + ".token-exchange.client-secret", tokenExchange.clientSecret());
            if (tokenExchange.audience().isBlank()) {
                throw new SettingException(
                        prefix + ".token-exchange.audience",
                        "is missing: the partner would be handed a token that is good elsewhere too",
                        "Set it to the name that the issuer has for the partner.");
            }
        }
    }

    private void checkNameServers(String key) {
        try {
            nameServerAddresses();
        } catch (IllegalArgumentException wrong) {
            throw new SettingException(
                    key,
                    "has one that is not an IP address",
                    "List the servers by address, such as 192.0.2.53, [2001:db8::53] or 192.0.2.53:5353.");
        }
    }

    private static void checkAddress(String key, String written) {
        var remedy =
                "Set it to an absolute address such as https://partner.example/fhir, without user, query and fragment.";
        if (written.isBlank()) {
            throw new SettingException(key, "is missing", remedy);
        }
        URI address;
        try {
            address = URI.create(written);
        } catch (IllegalArgumentException notAnAddress) {
            throw new SettingException(key, "is not an address", remedy);
        }
        boolean web = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
        if (!web || address.getHost() == null) {
            throw new SettingException(key, "is not an absolute http or https address", remedy);
        }
        if (address.getRawUserInfo() != null || address.getRawQuery() != null || address.getRawFragment() != null) {
            throw new SettingException(key, "has a user, a query or a fragment", remedy);
        }
    }

    /** What opens records is sent there: nobody on the way may read it. */
    private static void checkIssuer(String key, String written) {
        checkAddress(key, written);
        var address = URI.create(written);
        if (!"https".equals(address.getScheme()) && !LOOPBACK.contains(address.getHost())) {
            throw new SettingException(
                    key,
                    "is not encrypted, and a secret is sent there",
                    "Set it to an https address; http is for this machine alone.");
        }
    }

    private static void checkCredential(String key, String written) {
        if (written.isBlank()) {
            throw new SettingException(
                    key, "is missing", "Set it to what the partner gave you, or remove the whole block.");
        }
    }
}
