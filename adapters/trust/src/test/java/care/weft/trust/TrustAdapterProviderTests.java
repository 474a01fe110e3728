package care.weft.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import care.weft.spi.AdapterSettings;
import care.weft.spi.DataSource;
import care.weft.spi.Locates;
import care.weft.spi.LookupKey;
import care.weft.spi.PartnerAdapterProvider;
import care.weft.spi.PresentedIdentity;
import care.weft.spi.StandardWindow;
import care.weft.spi.model.Section;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrustAdapterProviderTests {

    private final TrustAdapterProvider provider = new TrustAdapterProvider();

    @Test
    void isFoundByTheServiceLoader() {
        assertThat(ServiceLoader.load(PartnerAdapterProvider.class))
                .singleElement()
                .isInstanceOf(TrustAdapterProvider.class)
                .extracting(PartnerAdapterProvider::kind)
                .isEqualTo("trust");
    }

    @Test
    void profileSaysWhatATrustOffersAndHowItIsAsked() {
        var profile = provider.profile(AdapterSettings.NONE);

        assertThat(profile.sections())
                .containsOnlyKeys(
                        Section.DEMOGRAPHICS,
                        Section.APPOINTMENTS,
                        Section.REFERRALS,
                        Section.ASSESSMENTS,
                        Section.STAYS)
                .containsEntry(Section.DEMOGRAPHICS, StandardWindow.EVERYTHING)
                .containsEntry(Section.STAYS, StandardWindow.TWO_YEARS_BACK);
        assertThat(profile.lookup()).isEqualTo(LookupKey.LOCAL_ID);
        assertThat(profile.maxPeoplePerCall()).isEqualTo(1);
        assertThat(profile.maxConcurrentCalls()).isEqualTo(8);
        assertThat(profile.maxCallsPerSecond()).isZero();
        assertThat(profile.source()).isEqualTo(DataSource.LIVE);
        assertThat(profile.identity()).isEqualTo(PresentedIdentity.SERVICE);
        assertThat(Asking.adapter(new FakeTrust())).isInstanceOf(Locates.class);
    }

    @Test
    void settingsHaveDefaults() {
        assertThat(TrustSettings.of(AdapterSettings.NONE)).isEqualTo(new TrustSettings(50, 20, 8, OpenIn.NOWHERE));
    }

    @Test
    void everySettingCanBeSet() {
        var settings = TrustSettings.of(new AdapterSettings(Map.of(
                "page-size", "10",
                "max-pages", "3",
                "max-concurrent-calls", "2",
                "open-in", "https://viewer.example/{type}/{id}")));

        assertThat(settings).isEqualTo(new TrustSettings(10, 3, 2, new OpenIn("https://viewer.example/{type}/{id}")));
        assertThat(settings.paging().maxPages()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({
        "page-size, 0",
        "page-size, many",
        "max-pages, -1",
        "max-concurrent-calls, ''",
        "open-in, https://viewer.example/secret",
        "open-in, 'https://viewer.example/se cret/{id}'",
        "open-in, javascript:secret({id})",
        "open-in, /secret/{id}",
        "page-sise, 10"
    })
    void wrongSettingIsNamedWithoutItsValue(String key, String value) {
        var settings = new AdapterSettings(Map.of(key, value));

        assertThatThrownBy(() -> provider.profile(settings))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + key + "'")
                .hasMessageNotContaining("many")
                .hasMessageNotContaining("ecret");
    }
}
