package care.weft.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
                        Section.STAYS,
                        Section.RELATIONSHIPS)
                .containsEntry(Section.RELATIONSHIPS, StandardWindow.EVERYTHING)
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
    void sectionOfWhichATrustHasNothingIsNotOffered() {
        assertThat(sections("Task,EpisodeOfCare,QuestionnaireResponse")).hasSize(6);
        assertThat(sections("Task,Observation,QuestionnaireResponse,ServiceRequest"))
                .containsExactlyInAnyOrder(
                        Section.DEMOGRAPHICS, Section.APPOINTMENTS, Section.STAYS, Section.RELATIONSHIPS);
        assertThat(
                        sections(
                                "Appointment,Encounter,EpisodeOfCare,Task,Observation,QuestionnaireResponse,ServiceRequest,Patient.contact"))
                .containsExactly(Section.DEMOGRAPHICS);
    }

    private Set<Section> sections(String without) {
        return provider.profile(new AdapterSettings(Map.of("without", without)))
                .sections()
                .keySet();
    }

    @Test
    void settingsHaveDefaults() {
        assertThat(TrustSettings.of(AdapterSettings.NONE))
                .isEqualTo(new TrustSettings(
                        new FhirSettings(50, 20, 2000, 8, OpenIn.NOWHERE, Set.of(), TrustSettings.MADE_OF),
                        "https://fhir.interweavedigital.nhs.uk/R4/StructureDefinition/Extension-Interweave-MedicallySafeForDischarge",
                        "",
                        Codes.NONE,
                        Codes.NONE,
                        Codes.NONE,
                        Set.of(),
                        new AssessedWhere(Codes.NONE, Codes.NONE)));
    }

    @Test
    void everySettingCanBeSet() {
        var settings = TrustSettings.of(new AdapterSettings(Map.ofEntries(
                Map.entry("page-size", "10"),
                Map.entry("max-pages", "3"),
                Map.entry("max-records", "40"),
                Map.entry("max-concurrent-calls", "2"),
                Map.entry("open-in", "https://viewer.example/{type}/{id}"),
                Map.entry("without", "Task, EpisodeOfCare"),
                Map.entry("ready-extension", "https://trust.example/ready"),
                Map.entry("pathway-extension", "https://trust.example/pathway"),
                Map.entry("bed-based-episodes", "https://trust.example/types|H2,The Limes"),
                Map.entry("community-episodes", "SC"),
                Map.entry("carer-assessments", "CARER"),
                Map.entry("include-encounters", "Task"),
                Map.entry("home-encounters", "HV"),
                Map.entry("care-home-encounters", "CHV"))));

        assertThat(settings)
                .isEqualTo(new TrustSettings(
                        new FhirSettings(
                                10,
                                3,
                                40,
                                2,
                                new OpenIn("https://viewer.example/{type}/{id}"),
                                Set.of("Task", "EpisodeOfCare"),
                                TrustSettings.MADE_OF),
                        "https://trust.example/ready",
                        "https://trust.example/pathway",
                        Codes.of("https://trust.example/types|H2", "The Limes"),
                        Codes.of("SC"),
                        Codes.of("CARER"),
                        Set.of("Task"),
                        new AssessedWhere(Codes.of("HV"), Codes.of("CHV"))));
    }

    @ParameterizedTest
    @CsvSource({
        "page-size, 0",
        "page-size, many",
        "max-pages, -1",
        "max-records, 0",
        "max-concurrent-calls, ''",
        "open-in, https://viewer.example/secret",
        "open-in, 'https://viewer.example/se cret/{id}'",
        "open-in, javascript:secret({id})",
        "open-in, /secret/{id}",
        "without, Secret",
        "without, Patient",
        "without, 'Task,task'",
        "bed-based-episodes, 'https://trust.example/secret|'",
        "community-episodes, '|secret'",
        "carer-assessments, 'a,|secret'",
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
