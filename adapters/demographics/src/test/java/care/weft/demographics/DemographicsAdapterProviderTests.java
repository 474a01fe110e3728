package care.weft.demographics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import care.weft.spi.AdapterSettings;
import care.weft.spi.DataSource;
import care.weft.spi.LookupKey;
import care.weft.spi.PartnerAdapterProvider;
import care.weft.spi.PresentedIdentity;
import care.weft.spi.StandardWindow;
import care.weft.spi.Traces;
import care.weft.spi.model.Section;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DemographicsAdapterProviderTests {

    private final DemographicsAdapterProvider provider = new DemographicsAdapterProvider();

    @Test
    void isFoundByTheServiceLoader() {
        assertThat(ServiceLoader.load(PartnerAdapterProvider.class))
                .singleElement()
                .isInstanceOf(DemographicsAdapterProvider.class)
                .extracting(PartnerAdapterProvider::kind)
                .isEqualTo("demographics");
    }

    @Test
    void profileSaysWhatARegisterOffersAndHowItIsAsked() {
        var profile = provider.profile(AdapterSettings.NONE);

        assertThat(profile.sections())
                .containsOnly(
                        Map.entry(Section.DEMOGRAPHICS, StandardWindow.EVERYTHING),
                        Map.entry(Section.RELATIONSHIPS, StandardWindow.EVERYTHING));
        assertThat(profile.lookup()).isEqualTo(LookupKey.NHS_NUMBER);
        assertThat(profile.maxPeoplePerCall()).isEqualTo(1);
        assertThat(profile.maxConcurrentCalls()).isEqualTo(4);
        assertThat(profile.maxCallsPerSecond()).isEqualTo(5);
        assertThat(profile.source()).isEqualTo(DataSource.LIVE);
        assertThat(profile.identity()).isEqualTo(PresentedIdentity.SERVICE);
        assertThat(Asking.adapter(new FakeRegister(), Map.of())).isInstanceOf(Traces.class);
    }

    @Test
    void settingsHaveDefaults() {
        assertThat(DemographicsSettings.of(AdapterSettings.NONE)).isEqualTo(new DemographicsSettings(5, 4, null));
    }

    @Test
    void everySettingCanBeSet() {
        var settings = new AdapterSettings(
                Map.of("calls-per-second", "0", "max-concurrent-calls", "16", "organisation", "QOP"));

        assertThat(DemographicsSettings.of(settings)).isEqualTo(new DemographicsSettings(0, 16, "QOP"));
        assertThat(provider.profile(settings).maxCallsPerSecond()).isZero();
        assertThat(provider.profile(settings).maxConcurrentCalls()).isEqualTo(16);
    }

    @ParameterizedTest
    @CsvSource({
        "calls-per-second, -1",
        "calls-per-second, many",
        "max-concurrent-calls, 0",
        "organisation, 'Q O P'",
        "organisation, ''",
        "organization, QOP"
    })
    void settingsThatAreWrongOrUnknownAreNamedWithoutTheirValue(String key, String value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> provider.profile(new AdapterSettings(Map.of(key, value))))
                .withMessageContaining("'" + key + "'")
                .satisfies(thrown -> assertThat(value.isEmpty()
                                || !String.valueOf(thrown.getMessage()).contains("'" + value + "'"))
                        .isTrue());
    }
}
