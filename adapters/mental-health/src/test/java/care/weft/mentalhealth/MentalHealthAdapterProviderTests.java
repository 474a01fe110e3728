package care.weft.mentalhealth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import care.weft.spi.AdapterSettings;
import care.weft.spi.DataSource;
import care.weft.spi.LookupKey;
import care.weft.spi.PartnerAdapterProvider;
import care.weft.spi.PresentedIdentity;
import care.weft.spi.StandardWindow;
import care.weft.spi.model.Section;
import java.time.Period;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MentalHealthAdapterProviderTests {

    private final MentalHealthAdapterProvider provider = new MentalHealthAdapterProvider();

    @Test
    void providerIsFoundByItsKind() {
        assertThat(ServiceLoader.load(PartnerAdapterProvider.class))
                .hasOnlyElementsOfType(MentalHealthAdapterProvider.class)
                .first()
                .extracting(PartnerAdapterProvider::kind)
                .isEqualTo("mental-health");
    }

    @Test
    void profileSaysHowTheTrustIsAsked() {
        var profile = provider.profile(AdapterSettings.NONE);

        assertThat(profile.lookup()).isEqualTo(LookupKey.LOCAL_ID);
        assertThat(profile.maxPeoplePerCall()).isEqualTo(1);
        assertThat(profile.maxConcurrentCalls()).isEqualTo(6);
        assertThat(profile.source()).isEqualTo(DataSource.LIVE);
        assertThat(profile.identity()).isEqualTo(PresentedIdentity.SERVICE);
        assertThat(profile.sections())
                .containsOnly(
                        Map.entry(Section.DEMOGRAPHICS, StandardWindow.EVERYTHING),
                        Map.entry(Section.APPOINTMENTS, StandardWindow.TWO_YEARS_BACK),
                        Map.entry(Section.CARE_PACKAGES, StandardWindow.TWO_YEARS_BACK),
                        Map.entry(Section.REFERRALS, StandardWindow.TWO_YEARS_BACK),
                        Map.entry(Section.ASSESSMENTS, StandardWindow.TWO_YEARS_BACK),
                        Map.entry(Section.STAYS, StandardWindow.TWO_YEARS_BACK),
                        Map.entry(Section.INVOLVEMENTS, StandardWindow.EVERYTHING));
    }

    @Test
    void extractKnowsNothingOfTheFuture() {
        var profile = provider.profile(new AdapterSettings(Map.of("source", "extract")));

        assertThat(profile.source()).isEqualTo(DataSource.EXTRACT);
        assertThat(profile.sections())
                .containsEntry(Section.APPOINTMENTS, new StandardWindow(Period.ofYears(2), Period.ZERO))
                .containsEntry(Section.INVOLVEMENTS, StandardWindow.EVERYTHING);
    }

    @Test
    void sectionIsOfferedWhileAnythingOfItIsServed() {
        assertThat(provider.profile(new AdapterSettings(Map.of("without", "MHS501HospProvSpell,MHS502WardStay")))
                        .sections())
                .doesNotContainKey(Section.STAYS)
                .hasSize(6);
        assertThat(provider.profile(new AdapterSettings(Map.of("without", "MHS607CodedScoreAssessmentAct")))
                        .sections())
                .hasSize(7);
    }

    @Test
    void settingsHaveDefaults() {
        assertThat(MentalHealthSettings.of(AdapterSettings.NONE))
                .isEqualTo(new MentalHealthSettings(100, 20, 2000, 6, DataSource.LIVE, Set.of()));
    }

    @Test
    void everySettingCanBeSet() {
        assertThat(MentalHealthSettings.of(new AdapterSettings(Map.of(
                        "page-size", "10",
                        "max-pages", "3",
                        "max-records", "40",
                        "max-concurrent-calls", "2",
                        "source", "extract",
                        "without", "MHS002GP, MHS105OnwardReferral"))))
                .isEqualTo(new MentalHealthSettings(
                        10, 3, 40, 2, DataSource.EXTRACT, Set.of("MHS002GP", "MHS105OnwardReferral")));
    }

    @ParameterizedTest
    @CsvSource({
        "page-size, 0",
        "page-size, secret",
        "max-pages, -1",
        "max-records, 0",
        "max-concurrent-calls, ''",
        "source, secret",
        "source, EXTRACT",
        "without, MHS001MPI",
        "without, secret",
        "pagesize, 10"
    })
    void wrongSettingIsNamedWithoutItsValue(String key, String value) {
        assertThatThrownBy(() -> provider.profile(new AdapterSettings(Map.of(key, value))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + key + "'")
                .hasMessageNotContaining("secret");
    }
}
