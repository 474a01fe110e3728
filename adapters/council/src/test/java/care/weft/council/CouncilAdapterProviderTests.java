package care.weft.council;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import care.weft.council.CouncilSettings.Terms;
import care.weft.fhir.Codes;
import care.weft.fhir.FhirSettings;
import care.weft.fhir.OpenIn;
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
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CouncilAdapterProviderTests {

    private final CouncilAdapterProvider provider = new CouncilAdapterProvider();

    @Test
    void isFoundByTheServiceLoader() {
        assertThat(ServiceLoader.load(PartnerAdapterProvider.class))
                .singleElement()
                .isInstanceOf(CouncilAdapterProvider.class)
                .extracting(PartnerAdapterProvider::kind)
                .isEqualTo("council");
    }

    @Test
    void profileSaysWhatACouncilOffersAndHowItIsAsked() {
        var profile = provider.profile(AdapterSettings.NONE);

        assertThat(profile.sections())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        Section.DEMOGRAPHICS, StandardWindow.EVERYTHING,
                        Section.CARE_PACKAGES, StandardWindow.TWO_YEARS_BACK,
                        Section.REFERRALS, StandardWindow.TWO_YEARS_BACK,
                        Section.ASSESSMENTS, StandardWindow.TWO_YEARS_BACK,
                        Section.RELATIONSHIPS, StandardWindow.EVERYTHING,
                        Section.INVOLVEMENTS, StandardWindow.EVERYTHING));
        assertThat(profile.lookup()).isEqualTo(LookupKey.LOCAL_ID);
        assertThat(profile.maxPeoplePerCall()).isEqualTo(1);
        assertThat(profile.maxConcurrentCalls()).isEqualTo(8);
        assertThat(profile.maxCallsPerSecond()).isZero();
        assertThat(profile.source()).isEqualTo(DataSource.LIVE);
        assertThat(profile.identity()).isEqualTo(PresentedIdentity.SERVICE);
        assertThat(Asking.adapter(new FakeCouncil())).isInstanceOf(Locates.class);
    }

    @Test
    void sectionOfWhichACouncilHasNothingIsNotOffered() {
        var settings = new AdapterSettings(Map.of("without", "CareTeam, RelatedPerson"));

        assertThat(provider.profile(settings).sections())
                .containsOnlyKeys(Section.DEMOGRAPHICS, Section.CARE_PACKAGES, Section.REFERRALS, Section.ASSESSMENTS);
    }

    @Test
    void settingsHaveDefaults() {
        assertThat(CouncilSettings.of(AdapterSettings.NONE))
                .isEqualTo(new CouncilSettings(
                        new FhirSettings(50, 20, 2000, 8, OpenIn.NOWHERE, Set.of(), CouncilSettings.MADE_OF),
                        new Terms("", "", "", "", ""),
                        Codes.NONE,
                        Codes.NONE));
    }

    @Test
    void everySettingCanBeSet() {
        var settings = CouncilSettings.of(new AdapterSettings(Map.ofEntries(
                Map.entry("page-size", "10"),
                Map.entry("max-pages", "3"),
                Map.entry("max-records", "40"),
                Map.entry("max-concurrent-calls", "2"),
                Map.entry("open-in", "https://records.example/{type}/{id}"),
                Map.entry("without", "CareTeam"),
                Map.entry("hours-per-week-extension", "https://council.example/hours"),
                Map.entry("visits-per-week-extension", "https://council.example/visits"),
                Map.entry("weekly-cost-extension", "https://council.example/cost"),
                Map.entry("review-due-extension", "https://council.example/review"),
                Map.entry("funding-extension", "https://council.example/funding"),
                Map.entry("carer-assessments", "https://council.example/kinds|CARER, Carer review"),
                Map.entry("key-worker-roles", "PRIMARY"))));

        assertThat(settings)
                .isEqualTo(new CouncilSettings(
                        new FhirSettings(
                                10,
                                3,
                                40,
                                2,
                                new OpenIn("https://records.example/{type}/{id}"),
                                Set.of("CareTeam"),
                                CouncilSettings.MADE_OF),
                        new Terms(
                                "https://council.example/hours",
                                "https://council.example/visits",
                                "https://council.example/cost",
                                "https://council.example/review",
                                "https://council.example/funding"),
                        Codes.of("https://council.example/kinds|CARER", "Carer review"),
                        Codes.of("PRIMARY")));
    }

    @ParameterizedTest
    @CsvSource({
        "page-size, 0",
        "page-size, many",
        "max-pages, -1",
        "max-records, 0",
        "max-concurrent-calls, ''",
        "open-in, https://viewer.example/secret",
        "open-in, /secret/{id}",
        "without, Secret",
        "without, Patient",
        "carer-assessments, 'https://council.example/secret|'",
        "key-worker-roles, 'a,|secret'",
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
