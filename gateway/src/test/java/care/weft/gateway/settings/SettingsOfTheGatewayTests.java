package care.weft.gateway.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import care.weft.gateway.Gateway;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

/** The gateway's own settings, all of them. */
@ExtendWith(OutputCaptureExtension.class)
class SettingsOfTheGatewayTests {

    @ParameterizedTest
    @CsvSource({
        "weft.caching,                 weft.place",
        "weft.web.deadlin,             weft.web.deadline",
        "weft.web.issuers[0].audience, weft.web.issuers[0].audiences",
        "weft.store.directry,          weft.store.directory",
        "weft.audit.commit-timout,     weft.audit.commit-timeout",
        "weft.partners.trust.base-ulr, weft.partners.trust.base-url",
        "weft.partners.trust.oauth2.clientt-id, weft.partners.trust.oauth2.client-id",
        "weft.partners.trust.contact.fone,      weft.partners.trust.contact.phone",
    })
    void everyPackagesSettingsAreKnown(String unknown, String nearest) {
        new ApplicationContextRunner()
                .withUserConfiguration(WrittenSettings.class, AllRecords.class)
                .withPropertyValues(unknown + "=x")
                .run(context -> assertThat(context.getStartupFailure())
                        .isInstanceOfSatisfying(
                                SettingException.class,
                                failure -> assertThat(failure.analysis().getAction())
                                        .isEqualTo("Did you mean " + nearest + "?")));
    }

    @Test
    void theGatewayDoesNotStartWithAnUnknownSettingAndSaysSoInPlainWords(CapturedOutput output) {
        assertThatExceptionOfType(SettingException.class)
                .isThrownBy(() -> SpringApplication.run(Gateway.class, "--weft.web.id-kye=s3cret")
                        .close());

        assertThat(output)
                .contains("APPLICATION FAILED TO START")
                .contains("weft.web.id-kye is not a setting")
                .contains("Did you mean weft.web.id-key?")
                .doesNotContain("s3cret")
                .doesNotContain("\tat ");
    }

    @Test
    void everySettingIsInTheOperatorsManual() throws IOException {
        var manual = Files.readString(Path.of("docs/operating.md"));

        assertThat(names())
                .hasSizeGreaterThan(20)
                .allSatisfy(name -> assertThat(manual).contains("| `" + name + "` |"));
    }

    /** Every key, with a name in the place of each partner's id and nothing in the place of an index. */
    private static List<String> names() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        var names = new ArrayList<>(List.of("weft.place"));
        for (var definition : scanner.findCandidateComponents("care.weft.gateway")) {
            var type = ClassUtils.resolveClassName(String.valueOf(definition.getBeanClassName()), null);
            var settings = type.getAnnotation(ConfigurationProperties.class);
            var written = ConfigurationPropertyName.of("weft.partners.id.x");
            new KnownKeys(written)
                    .of(ConfigurationPropertyName.of(settings.value()), type)
                    .forEach(key -> names.add(key.name()
                            .toString()
                            .replace("weft.partners.id.", "weft.partners.<id>.")
                            .replace("weft.neighbourhoods.id.", "weft.neighbourhoods.<id>.")
                            .replace("weft.advice.validity.x.", "weft.advice.validity.<instrument>.")
                            .replace("[0]", "[]")));
        }
        return names;
    }

    @ConfigurationPropertiesScan("care.weft.gateway")
    static class AllRecords {}
}
