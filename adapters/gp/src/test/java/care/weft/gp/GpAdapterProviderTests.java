package care.weft.gp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import care.weft.spi.AdapterSettings;
import care.weft.spi.DataSource;
import care.weft.spi.DateWindow;
import care.weft.spi.LookupKey;
import care.weft.spi.PartnerAdapterProvider;
import care.weft.spi.PresentedIdentity;
import care.weft.spi.Routes;
import care.weft.spi.StandardWindow;
import care.weft.spi.model.Section;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GpAdapterProviderTests {

    private final GpAdapterProvider provider = new GpAdapterProvider();

    @Test
    void isFoundByTheServiceLoader() {
        assertThat(ServiceLoader.load(PartnerAdapterProvider.class))
                .singleElement()
                .isInstanceOf(GpAdapterProvider.class)
                .extracting(PartnerAdapterProvider::kind)
                .isEqualTo("gp");
    }

    @Test
    void profileSaysWhatPracticesOfferAndHowTheyAreAsked() {
        var profile = provider.profile(new AdapterSettings(Asking.SETTINGS));

        assertThat(profile.sections())
                .containsOnlyKeys(Section.DEMOGRAPHICS, Section.APPOINTMENTS, Section.REFERRALS, Section.ASSESSMENTS)
                .containsEntry(Section.DEMOGRAPHICS, StandardWindow.EVERYTHING)
                .containsEntry(Section.REFERRALS, StandardWindow.TWO_YEARS_BACK)
                .containsEntry(Section.ASSESSMENTS, StandardWindow.TWO_YEARS_BACK);
        assertThat(Objects.requireNonNull(profile.sections().get(Section.APPOINTMENTS))
                        .on(Asking.TODAY))
                .isEqualTo(new DateWindow(Asking.TODAY, LocalDate.of(2027, 4, 10)));
        assertThat(profile.lookup()).isEqualTo(LookupKey.NHS_NUMBER);
        assertThat(profile.maxPeoplePerCall()).isEqualTo(1);
        assertThat(profile.maxConcurrentCalls()).isEqualTo(4);
        assertThat(profile.maxCallsPerSecond()).isZero();
        assertThat(profile.source()).isEqualTo(DataSource.LIVE);
        assertThat(profile.identity()).isEqualTo(PresentedIdentity.USER);
        assertThat(Asking.adapter(new FakePractices())).isInstanceOf(Routes.class);
    }

    @Test
    void settingsHaveDefaultsButForTheAsid() {
        assertThat(GpSettings.of(new AdapterSettings(Asking.SETTINGS)))
                .isEqualTo(new GpSettings("200000000115", "https://weft.example", null, null, "", "", 4));
        assertThatThrownBy(() -> provider.profile(AdapterSettings.NONE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Setting 'asid' must be the gateway's own ASID on the Spine, twelve digits");
    }

    @Test
    void everySettingCanBeSet() {
        assertThat(GpSettings.of(new AdapterSettings(Map.of(
                        "asid", "200000000115",
                        "issuer", "https://gateway.example.nhs.uk/",
                        "organisation", "QOP",
                        "organisation-name", "Example Board",
                        "proxy", "https://proxy.example.nhs.uk",
                        "directory-key", "k",
                        "max-concurrent-calls", "2"))))
                .isEqualTo(new GpSettings(
                        "200000000115",
                        "https://gateway.example.nhs.uk",
                        "QOP",
                        "Example Board",
                        "https://proxy.example.nhs.uk",
                        "k",
                        2));
    }

    @ParameterizedTest
    @CsvSource({
        "asid, secret",
        "asid, 2000000001155",
        "issuer, secret",
        "issuer, ''",
        "issuer, 'urn:secret'",
        "organisation, secret",
        "proxy, 'https://sec ret'",
        "max-concurrent-calls, 0",
        "max-concurrent-calls, secret",
        "asidd, secret"
    })
    void wrongSettingIsNamedWithoutItsValue(String key, String value) {
        var values = new HashMap<>(Asking.SETTINGS);
        values.put(key, value);

        assertThatThrownBy(() -> provider.profile(new AdapterSettings(values)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + key + "'")
                .hasMessageNotContaining("ecret");
    }
}
