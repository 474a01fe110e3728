package care.weft.gateway.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import care.weft.gateway.advice.rules.Catalogue;
import care.weft.gateway.advice.rules.RuleSettings;
import care.weft.gateway.advice.rules.TrustAgreement;
import care.weft.gateway.partner.Partners;
import care.weft.gateway.settings.SettingException;
import care.weft.gateway.testing.FakePartner;
import care.weft.spi.model.CareSetting;
import care.weft.spi.model.RiskBand;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** Local policy on assessments, as it is written. */
class AdviceSettingsTests {

    private final ApplicationContextRunner gateway =
            new ApplicationContextRunner().withUserConfiguration(AdviceConfiguration.class);

    @Test
    void withoutSettingsTheCatalogueHoldsAsItIs() {
        gateway.run(context -> {
            assertThat(context.getBean(Catalogue.class).instruments())
                    .isEqualTo(CatalogueReader.read().instruments());
            assertThat(context.getBean(AdviceSettings.class).rules()).isEqualTo(RuleSettings.DEFAULT);
        });
    }

    @Test
    void aPlaceSetsItsOwnPeriods() {
        gateway.withPropertyValues(
                        "weft.advice.validity.must.at-risk-days=14",
                        "weft.advice.validity.must.by-setting.care-home=28",
                        "weft.advice.validity.care-act-needs.default-days=180")
                .run(context -> {
                    var catalogue = context.getBean(Catalogue.class);
                    var must = catalogue.find("MUST").orElseThrow().validity();
                    assertThat(must.days(CareSetting.CARE_HOME, null)).isEqualTo(28);
                    assertThat(must.days(CareSetting.HOSPITAL, null)).isEqualTo(7);
                    assertThat(must.days(CareSetting.HOME, RiskBand.HIGH)).isEqualTo(14);
                    assertThat(catalogue
                                    .find("CARE_ACT_NEEDS")
                                    .orElseThrow()
                                    .validity()
                                    .defaultDays())
                            .isEqualTo(180);
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"weft.advice.validity.mustt.default-days=7", "weft.advice.validity.must.default-days=-1"})
    void aPeriodOfNoInstrumentOrBelowNothingStopsTheStart(String written) {
        gateway.withPropertyValues(written)
                .run(context -> assertThat(context.getStartupFailure())
                        .hasRootCauseInstanceOf(SettingException.class)
                        .rootCause()
                        .hasMessageContaining("weft.advice.validity.must"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "join-min-share=0",
                "top-up-min-share=1.1",
                "overlap-min-share=-1",
                "lookback=36h",
                "join-window=-1d"
            })
    void aShareOrWindowOutOfRangeIsNamed(String written) {
        gateway.withPropertyValues("weft.advice." + written)
                .run(context -> assertThat(context.getStartupFailure())
                        .rootCause()
                        .hasMessageContaining("Setting weft.advice." + written.substring(0, written.indexOf('='))));
    }

    @Test
    void aPlaceSaysWhatItsOwnCodesMean() {
        gateway.withPropertyValues(
                        "weft.advice.instruments.trust.falls-mfra[0]=https://trust.example/CodeSystem/forms|FALLS",
                        "weft.advice.instruments.trust.falls-mfra[1]=Falls clinic form")
                .run(context -> assertThat(context.getBean(AdviceSettings.class).instruments())
                        .isEqualTo(Map.of(
                                "trust",
                                Map.of(
                                        "falls-mfra",
                                        List.of(
                                                "https://trust.example/CodeSystem/forms|FALLS",
                                                "Falls clinic form")))));
        gateway.withPropertyValues("weft.advice.instruments.trust.tea-leaves[0]=x|y")
                .run(context -> assertThat(context.getStartupFailure())
                        .rootCause()
                        .hasMessageContaining("weft.advice.instruments.trust.tea-leaves"));
    }

    @Test
    void aNameIsReadInWhateverSpelling() {
        var catalogue = CatalogueReader.read();

        assertThat(AdviceSettings.named("sixcit", "key", catalogue).id()).isEqualTo("SIX_CIT");
        assertThat(AdviceSettings.named("SIX_CIT", "key", catalogue).id()).isEqualTo("SIX_CIT");
        assertThatExceptionOfType(SettingException.class)
                .isThrownBy(() -> AdviceSettings.named("seven-cit", "key", catalogue))
                .withMessageContaining("key is of no instrument");
    }

    @Test
    void agreementsOnTrustedAssessorsAreOneWayAndOfConnectedPartners() {
        var partners = new Partners(List.of(
                FakePartner.named("trust").partner(),
                FakePartner.named("council").partner()));
        gateway.withPropertyValues("weft.advice.trusted-assessors.council[0]=trust")
                .run(context -> assertThat(context.getBean(AdviceSettings.class).agreements(partners))
                        .containsExactly(new TrustAgreement("trust", "council")));
        gateway.withPropertyValues("weft.advice.trusted-assessors.council[0]=hospice")
                .run(context -> assertThatExceptionOfType(SettingException.class)
                        .isThrownBy(() -> context.getBean(AdviceSettings.class).agreements(partners))
                        .withMessageContaining("weft.advice.trusted-assessors.council"));
    }
}
