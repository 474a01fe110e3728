package care.weft.gateway.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class WebSettingsTests {

    private static final String KEY = "sixteen letters!";
    private static final Map<String, String> LEAST = Map.of(
            "weft.web.id-key", KEY,
            "weft.web.issuers[0].uri", "https://login.example",
            "weft.web.issuers[0].audiences", "weft");

    private static final List<String> TYPES = List.of("at+jwt", "application/at+jwt", "JWT");

    @Test
    void whatIsNotSaidHasItsDefault() {
        assertThat(bind(LEAST))
                .isEqualTo(new WebSettings(
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(5),
                        KEY,
                        List.of(new WebSettings.Issuer(
                                URI.create("https://login.example"),
                                null,
                                List.of("weft"),
                                List.of("ES256", "PS256", "RS256"),
                                TYPES,
                                Map.of(),
                                ClaimMapping.OWN))));
    }

    @Test
    void everythingCanBeSet() {
        var settings = bind(Map.ofEntries(
                Map.entry("weft.web.deadline", "1500ms"),
                Map.entry("weft.web.drain", "20s"),
                Map.entry("weft.web.id-key", KEY),
                Map.entry("weft.web.issuers[0].uri", "https://login.example"),
                Map.entry("weft.web.issuers[0].jwk-set-uri", "https://login.example/keys"),
                Map.entry("weft.web.issuers[0].audiences", "weft, weft-test"),
                Map.entry("weft.web.issuers[0].algorithms", "ES384"),
                Map.entry("weft.web.issuers[0].types", "JWT"),
                Map.entry("weft.web.issuers[0].assurance.idassurancelevel", "3"),
                Map.entry("weft.web.issuers[1].uri", "https://other.example"),
                Map.entry("weft.web.issuers[1].audiences[0]", "weft")));

        assertThat(settings.deadline()).isEqualTo(Duration.ofMillis(1500));
        assertThat(settings.drain()).isEqualTo(Duration.ofSeconds(20));
        assertThat(settings.issuers())
                .containsExactly(
                        new WebSettings.Issuer(
                                URI.create("https://login.example"),
                                URI.create("https://login.example/keys"),
                                List.of("weft", "weft-test"),
                                List.of("ES384"),
                                List.of("JWT"),
                                Map.of("idassurancelevel", List.of("3")),
                                ClaimMapping.OWN),
                        new WebSettings.Issuer(
                                URI.create("https://other.example"),
                                null,
                                List.of("weft"),
                                List.of("ES256", "PS256", "RS256"),
                                TYPES,
                                Map.of(),
                                ClaimMapping.OWN));
    }

    @Test
    void theKeyOfIdsIsNotShownAsText() {
        assertThat(bind(LEAST).toString()).contains("https://login.example").doesNotContain(KEY);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "weft.web.deadline                | 0s                    | longer than nothing",
                "weft.web.deadline                | -1s                   | longer than nothing",
                "weft.web.drain                   | -1s                   | zero or more",
                "weft.web.id-key                  | fifteen letters       | a secret of at least 16 characters",
                "weft.web.issuers[0].uri          | login                 | an absolute address, exactly as in the tokens' iss",
                "weft.web.issuers[0].audiences    | ''                    | at least one audience",
                "weft.web.issuers[0].jwk-set-uri  | /keys                 | an absolute address",
                "weft.web.issuers[0].algorithms   | HS256                 | one of RS256",
                "weft.web.issuers[0].algorithms   | none                  | one of RS256",
                "weft.web.issuers[0].algorithms   | ''                    | one of RS256",
                "weft.web.issuers[0].types        | ''                    | at least one type of token",
            })
    void aWrongValueIsNamedWithARemedy(String key, String value, String remedy) {
        assertRefused(Map.of(key, value), key.replaceAll("\\d", ""), remedy);
    }

    @Test
    void oneIssuerTwiceIsRefused() {
        assertRefused(
                Map.of("weft.web.issuers[1].uri", "https://login.example", "weft.web.issuers[1].audiences", "other"),
                "weft.web.issuers",
                "names one uri twice");
    }

    @Test
    void aGatewayWithoutIssuersOrKeyDoesNotStart() {
        assertThatThrownBy(() -> bind(Map.of("weft.web.id-key", KEY)))
                .rootCause()
                .hasMessageContainingAll("weft.web.issuers", "at least one trusted issuer");
        assertThatThrownBy(() -> bind(Map.of())).rootCause().hasMessageContaining("weft.web.id-key");
    }

    private static void assertRefused(Map<String, String> wrong, String key, String remedy) {
        var values = new LinkedHashMap<>(LEAST);
        values.putAll(wrong);
        assertThatThrownBy(() -> bind(values))
                .rootCause()
                .hasMessageContainingAll(key, remedy)
                .hasMessageNotContaining("fifteen letters");
    }

    private static WebSettings bind(Map<String, String> values) {
        return new Binder(new MapConfigurationPropertySource(values)).bindOrCreate("weft.web", WebSettings.class);
    }
}
