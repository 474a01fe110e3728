package care.weft.gateway.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import care.weft.gateway.resilience.ResilienceSettings;
import care.weft.gateway.settings.SettingException;
import care.weft.spi.model.Contact;
import care.weft.spi.model.PartnerId;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.util.unit.DataSize;

class PartnersSettingsTests {

    /** By default. */
    static final ResilienceSettings RESILIENCE = new ResilienceSettings(
            true,
            20,
            10,
            50,
            Duration.ofSeconds(2),
            3,
            2,
            Duration.ofMillis(50),
            Duration.ofMillis(500),
            Duration.ofSeconds(1),
            20,
            3,
            0);

    private static final String LEAST = """
            weft.partners.trust:
              kind: trust
              name: A trust
              base-url: https://trust.example/fhir
            """;

    @Test
    void whatIsNotSaidHasItsDefault() {
        assertThat(read(LEAST))
                .containsExactly(Map.entry(
                        new PartnerId("trust"),
                        new PartnerSettings(
                                "trust",
                                "A trust",
                                null,
                                "https://trust.example/fhir",
                                List.of(),
                                null,
                                Duration.ofSeconds(2),
                                Duration.ofSeconds(1),
                                1000,
                                null,
                                DataSize.ofMegabytes(10),
                                DataSize.ofKilobytes(8),
                                100,
                                null,
                                null,
                                RESILIENCE,
                                Map.of())));
    }

    @Test
    void everythingCanBeSaid() {
        var settings = read("""
                weft:
                  place: elsewhere
                  partners:
                    mental-health:
                      kind: mental-health
                      name: A mental-health trust
                      ods-code: RXV
                      base-url: http://127.0.0.1:9104/api/
                      name-servers: ["192.0.2.53", "[2001:db8::53]:5353"]
                      ssl-bundle: hscn
                      timeout: 1500ms
                      connect-timeout: 300ms
                      max-waiting-calls: 20
                      max-body: 512KB
                      max-header-size: 16KB
                      max-headers: 50
                      contact:
                        phone: 0161 496 0000
                        email: desk@partner.example
                        hours: Monday to Friday, 9 to 5
                      oauth2:
                        token-uri: https://login.example/token
                        client-id: weft
                        client-secret: s3cret
                        scope: read search
                      token-exchange:
                        token-uri: https://login.example/exchange
                        client-id: weft-for-users
                        client-secret: s3cret-too
                        audience: https://trust.example
                        scope: patient.read
                      resilience:
                        enabled: false
                        window: 30
                        minimum-calls: 15
                        failure-percent: 60
                        open-for: 4s
                        probes: 5
                        retries: 1
                        retry-wait: 20ms
                        max-retry-wait: 200ms
                        max-retry-after: 3s
                        retry-percent: 10
                        retry-floor: 2
                        hedge-percent: 5
                      adapter:
                        page-size: 50
                        codes.local: "7"
                """);
        var partner = Objects.requireNonNull(settings.get(new PartnerId("mental-health")));
        assertThat(partner)
                .isEqualTo(new PartnerSettings(
                        "mental-health",
                        "A mental-health trust",
                        "RXV",
                        "http://127.0.0.1:9104/api/",
                        List.of("192.0.2.53", "[2001:db8::53]:5353"),
                        "hscn",
                        Duration.ofMillis(1500),
                        Duration.ofMillis(300),
                        20,
                        new Contact("0161 496 0000", "desk@partner.example", "Monday to Friday, 9 to 5"),
                        DataSize.ofKilobytes(512),
                        DataSize.ofKilobytes(16),
                        50,
                        new PartnerSettings.Oauth2("https://login.example/token", "weft", "s3cret", "read search"),
                        new PartnerSettings.TokenExchange(
                                "https://login.example/exchange",
                                "weft-for-users",
                                "s3cret-too",
                                "https://trust.example",
                                "patient.read"),
                        new ResilienceSettings(
                                false,
                                30,
                                15,
                                60,
                                Duration.ofSeconds(4),
                                5,
                                1,
                                Duration.ofMillis(20),
                                Duration.ofMillis(200),
                                Duration.ofSeconds(3),
                                10,
                                2,
                                5),
                        Map.of("page-size", "50", "codes.local", "7")));
        assertThat(partner.answerLimits().maxBodyBytes()).isEqualTo(512 * 1024);
        assertThat(partner.endpoint(new PartnerId("mental-health")).base())
                .isEqualTo(URI.create("http://127.0.0.1:9104/api/"));
        assertThat(partner.nameServerAddresses())
                .containsExactly(
                        new InetSocketAddress(InetAddress.ofLiteral("192.0.2.53"), 53),
                        new InetSocketAddress(InetAddress.ofLiteral("2001:db8::53"), 5353));
        assertThat(partner.adapterSettings().number("page-size", 1, 1)).isEqualTo(50);
        assertThat(partner.toString()).doesNotContain("s3cret");
    }

    @Test
    void partnersKeepTheirOrder() {
        var yaml = new StringBuilder("weft.partners:\n");
        for (var id : new String[] {"trust", "council", "gp", "a", "mental-health", "z", "b"}) {
            yaml.append("  ").append(id).append(": {kind: k, name: n, base-url: 'http://h.example'}\n");
        }
        assertThat(read(yaml.toString()).keySet())
                .extracting(PartnerId::value)
                .containsExactly("trust", "council", "gp", "a", "mental-health", "z", "b");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name: ' '                  | weft.partners.trust.name is missing",
                "base-url:                  | weft.partners.trust.base-url is missing",
                "base-url: /fhir            | weft.partners.trust.base-url is not an absolute http or https address",
                "base-url: trust.example:80 | weft.partners.trust.base-url is not an absolute http or https address",
                "base-url: ftp://x.example/ | weft.partners.trust.base-url is not an absolute http or https address",
                "base-url: 'http://a b'     | weft.partners.trust.base-url is not an address",
                "base-url: http://x/?a=b    | weft.partners.trust.base-url has a user, a query or a fragment",
                "base-url: http://u:p@x/    | weft.partners.trust.base-url has a user, a query or a fragment",
                "name-servers: dns.example  | weft.partners.trust.name-servers has one that is not an IP address",
                "name-servers: 192.0.2      | weft.partners.trust.name-servers has one that is not an IP address",
                "name-servers: '[::1]:99999' | weft.partners.trust.name-servers has one that is not an IP address",
                "timeout: 0s                | weft.partners.trust.timeout is not a positive time",
                "connect-timeout: 0s        | weft.partners.trust.connect-timeout is not a time of 1ms up to 24 days",
                "max-waiting-calls: 0       | weft.partners.trust.max-waiting-calls is less than 1",
                "max-body: 0B               | weft.partners.trust.max-body is not a size below 2GB",
                "max-header-size: 2MB       | weft.partners.trust.max-header-size is not a size up to 1MB",
                "max-headers: 0             | weft.partners.trust.max-headers is less than 1",
                "max-body: 2GB              | weft.partners.trust.max-body is not a size below 2GB",
                "resilience.window: 0          | weft.partners.trust.resilience.window is not a whole number from 1 to 10000",
                "resilience.window: 10001      | weft.partners.trust.resilience.window is not a whole number from 1 to 10000",
                "resilience.minimum-calls: 21  | weft.partners.trust.resilience.minimum-calls is not a whole number from 1 to 20",
                "resilience.failure-percent: 0 | weft.partners.trust.resilience.failure-percent is not a whole number from 1 to 100",
                "resilience.probes: 0          | weft.partners.trust.resilience.probes is not a whole number from 1 to 100",
                "resilience.retries: 6         | weft.partners.trust.resilience.retries is not a whole number from 0 to 5",
                "resilience.retry-percent: -1  | weft.partners.trust.resilience.retry-percent is not a whole number from 0 to 100",
                "resilience.retry-floor: 101   | weft.partners.trust.resilience.retry-floor is not a whole number from 0 to 100",
                "resilience.hedge-percent: 11  | weft.partners.trust.resilience.hedge-percent is not a whole number from 0 to 10",
                "resilience.open-for: 0s       | weft.partners.trust.resilience.open-for is not a positive time",
                "resilience.retry-wait: 0s     | weft.partners.trust.resilience.retry-wait is not a positive time",
                "resilience.max-retry-wait: 1ms  | weft.partners.trust.resilience.max-retry-wait is less than retry-wait",
                "resilience.max-retry-after: -1s | weft.partners.trust.resilience.max-retry-after is negative",
                "oauth2: {token-uri: 'http://login.example/', client-id: w, client-secret: s} | weft.partners.trust.oauth2.token-uri is not encrypted, and a secret is sent there",
                "token-exchange: {token-uri: 'http://10.0.0.7/', client-id: w, client-secret: s, audience: a} | weft.partners.trust.token-exchange.token-uri is not encrypted, and a secret is sent there",
                "oauth2.scope: read         | weft.partners.trust.oauth2.token-uri is missing",
                "oauth2: {token-uri: 'https://x/', client-secret: s} | weft.partners.trust.oauth2.client-id is missing",
                "oauth2: {token-uri: 'https://x/', client-id: w}     | weft.partners.trust.oauth2.client-secret is missing",
                "token-exchange.scope: read    | weft.partners.trust.token-exchange.token-uri is missing",
                "token-exchange: {token-uri: /token}                   | weft.partners.trust.token-exchange.token-uri is not an absolute http or https address",
                "token-exchange: {token-uri: 'https://x/', client-id: w} | weft.partners.trust.token-exchange.client-secret is missing",
                "token-exchange: {token-uri: 'https://x/', client-id: w, client-secret: s} | weft.partners.trust.token-exchange.audience is missing: the partner would be handed a token that is good elsewhere too",
            })
    void aWrongSettingIsNamedWithARemedy(String line, String message) {
        var key = "  " + line.substring(0, line.indexOf(':') + 1);
        var others = LEAST.lines().filter(each -> !each.startsWith(key)).collect(Collectors.joining("\n"));
        var analysis = failure(others + "\n  " + line + "\n");
        assertThat(analysis.getDescription()).isEqualTo(message);
        assertThat(analysis.getAction()).isNotBlank().doesNotContain("u:p");
    }

    @Test
    void aPartnerIdIsChecked() {
        assertThat(failure(LEAST.replace("partners.trust", "partners.The_Trust"))
                        .getDescription())
                .isEqualTo("weft.partners.The_Trust is not a partner's id");
    }

    @Test
    void aGatewayWithoutPartnersDoesNotStart() {
        assertThat(failure("weft.place: nowhere\n").getDescription())
                .isEqualTo("weft.partners has no partner: the gateway would answer that nothing is recorded");
    }

    private static FailureAnalysis failure(String yaml) {
        var failure = catchThrowableOfType(SettingException.class, () -> read(yaml));
        assertThat(failure).isNotNull();
        return failure.analysis();
    }

    private static Map<PartnerId, PartnerSettings> read(String yaml) {
        var environment = new StandardEnvironment();
        try {
            new YamlPropertySourceLoader()
                    .load("test.yml", new ByteArrayResource(yaml.getBytes(StandardCharsets.UTF_8), "test.yml"))
                    .forEach(environment.getPropertySources()::addFirst);
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
        return Binder.get(environment)
                .bindOrCreate("weft", PartnersSettings.class)
                .checked();
    }
}
