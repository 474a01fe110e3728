package care.weft.gateway.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import care.weft.gateway.advice.rules.RuleSettings;
import care.weft.gateway.settings.SettingException;
import care.weft.gateway.testing.Records;
import care.weft.spi.model.Assessment;
import care.weft.spi.model.AssessmentBuilder;
import care.weft.spi.model.AssessmentStatus;
import care.weft.spi.model.AssessmentSubject;
import care.weft.spi.model.Coding;
import care.weft.spi.model.ContentLevel;
import care.weft.spi.model.PartnerId;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What partners' own codes and titles mean. The adapters' data are read as they are shipped. */
class ConceptsTests {

    private static final PartnerId PARTNER = new PartnerId("partner");
    private static final String INTERWEAVE =
            "https://fhir.interweavedigital.nhs.uk/CodeSystem/Interweave-SocialCareAssessmentType";
    private static final String ADDRESSES = "urn:ietf:rfc:3986";

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "CN, Care Act needs assessment [mk6xmh],  CARE_ACT_NEEDS",
                "CN, Care Act review,                     CARE_ACT_REVIEW",
                "CN, Annual Review (planned),             CARE_ACT_REVIEW",
                "CN, Preview of needs,                    CARE_ACT_NEEDS",
                "CA, Carer's assessment,                  CARERS_ASSESSMENT",
                "CA, Carer's review,                      -",
                "OT, 'Occupational therapy, falls risk',  OT_FUNCTIONAL",
                "HD, Hospital discharge assessment,       -",
                "OTH, Housing support assessment,         -",
                "XX, Something else,                      -",
            })
    void aCouncilsCodesAreTheCataloguesWhereThatIsCertain(String code, String title, @Nullable String instrument) {
        assertThat(meaning("council", title, new Coding(INTERWEAVE, code, title)))
                .isEqualTo(instrument);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "gp,            http://snomed.info/sct,          763264000,  CFS",
                "trust,         http://snomed.info/sct,          445414007,  CFS",
                "any-other,     http://snomed.info/sct,          278897004,  WATERLOW",
                "mental-health, urn:mhsds:v6:assessment-tool,    HoNOS-65+,  HONOS",
                "mental-health, urn:mhsds:v6:assessment-tool,    HoNOSCA-self, -",
                "mental-health, http://snomed.info/sct,          711061000000109, -",
                "any-other,     http://snomed.info/sct,          869561000000101, -",
                "any-other,     http://snomed.info/sct,          1037651000000100, -",
                "trust,         https://other.example,           445414007,  -",
            })
    void aCodeCountsWithinItsSystem(String kind, String system, String code, @Nullable String instrument) {
        assertThat(meaning(kind, "Some words", new Coding(system, code, "Some words")))
                .isEqualTo(instrument);
    }

    @Test
    void wordsCountAsAWholeAndNeverAgainstACode() {
        assertThat(meaning("gp", "frat  (Falls risk assessment tool) score", null))
                .isEqualTo("FALLS_TOOL");
        assertThat(meaning("gp", "FRAT declined", null)).isNull();
        assertThat(meaning("gp", "FRAT", new Coding("http://snomed.info/sct", "445414007", "Frailty")))
                .isNull();
    }

    @Test
    void aPlaceSaysWhatItsOwnCodesMean() {
        var address = "https://trust.example/Questionnaire/cga";
        var concepts = concepts(Map.of("cga", List.of(address), "falls-mfra", List.of("https://trust.example|FALLS")));

        assertThat(meaning(concepts, "trust", "Form", new Coding(ADDRESSES, address + "|1.0", "Form")))
                .isEqualTo("CGA");
        assertThat(meaning(concepts, "trust", "Form", new Coding(ADDRESSES, address, "Form")))
                .isEqualTo("CGA");
        assertThat(meaning(concepts, "trust", "Falls", new Coding("https://trust.example", "FALLS", "Falls")))
                .isEqualTo("FALLS_MFRA");
        assertThat(concepts.instrument(
                        new PartnerId("another"),
                        "trust",
                        assessment("Falls", new Coding("https://trust.example", "FALLS", "Falls"))))
                .isEmpty();
    }

    @Test
    void aPlaceWinsOverTheAdapter() {
        var concepts = concepts(Map.of("sap-contact", List.of(INTERWEAVE + "|CN")));

        assertThat(meaning(concepts, "council", "Contact", new Coding(INTERWEAVE, "CN", "Contact")))
                .isEqualTo("SAP_CONTACT");
    }

    @Test
    void anInstrumentThatIsNotThereStopsTheStart() {
        assertThatExceptionOfType(SettingException.class)
                .isThrownBy(() -> concepts(Map.of("tea-leaves", List.of("x|y"))))
                .withMessageContaining("weft.advice.instruments.partner.tea-leaves");
    }

    @Test
    void oneConceptForTwoInstrumentsStopsTheStart() {
        assertThatExceptionOfType(SettingException.class)
                .isThrownBy(() -> concepts(Map.of("cga", List.of("x|y"), "cfs", List.of("X|y"))))
                .withMessageContaining("already");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CFS", "NOTHING_KNOWN x|y"})
    void aLineThatIsWrongIsNamed(String line) {
        UnaryOperator<String> known = id -> {
            if (!id.equals("CFS")) {
                throw new IllegalArgumentException(id);
            }
            return id;
        };

        assertThatExceptionOfType(SettingException.class)
                .isThrownBy(() -> ConceptMap.read(List.of("# words", "", line), "council.txt", known))
                .withMessageContaining("council.txt, line 3");
    }

    private static @Nullable String meaning(String kind, String title, @Nullable Coding code) {
        return meaning(concepts(Map.of()), kind, title, code);
    }

    private static @Nullable String meaning(Concepts concepts, String kind, String title, @Nullable Coding code) {
        return concepts.instrument(PARTNER, kind, assessment(title, code)).orElse(null);
    }

    private static Concepts concepts(Map<String, List<String>> own) {
        var rules = RuleSettings.DEFAULT;
        var settings = new AdviceSettings(
                rules.joinWindow(),
                rules.inProgress(),
                rules.joinMinShare(),
                rules.topUpMinShare(),
                rules.lookback(),
                rules.overlapMinShare(),
                rules.familyMinShare(),
                Map.of(),
                Map.of(PARTNER.value(), own),
                Map.of());
        return new Concepts(CatalogueReader.read(), settings).checked();
    }

    private static Assessment assessment(String title, @Nullable Coding code) {
        return AssessmentBuilder.builder()
                .source(Records.source("r1", Records.ADA))
                .title(title)
                .code(code)
                .assessmentStatus(AssessmentStatus.COMPLETED)
                .subject(AssessmentSubject.PERSON)
                .content(ContentLevel.METADATA)
                .build();
    }
}
