package care.weft.trust;

import static org.assertj.core.api.Assertions.assertThat;

import care.weft.spi.Rejection;
import care.weft.spi.model.Assessment;
import care.weft.spi.model.AssessmentStatus;
import care.weft.spi.model.AssessmentSubject;
import care.weft.spi.model.Coding;
import care.weft.spi.model.ContentLevel;
import care.weft.spi.model.Organisation;
import care.weft.spi.model.PartialDate;
import care.weft.spi.model.Practitioner;
import care.weft.spi.model.RiskBand;
import care.weft.spi.model.Section;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SurveyScoreTests {

    private final FakeTrust trust = FakeTrust.empty();

    @Test
    void wholeScoreIsRead() {
        var read = read("""
                "status": "final", "effectiveDateTime": "2026-02-10T10:00:00Z",
                "valueQuantity": {"value": 12.50, "unit": "score"},
                "interpretation": [{"coding": [{"code": "H", "display": "High"}], "text": "High risk"}],
                "performer": [{"reference": "Organization/1", "display": "Example Trust"}, {"reference": "Practitioner/7", "display": "Ms Sample"}]""");

        assertThat(read.title()).isEqualTo("Waterlow score");
        assertThat(read.code()).isEqualTo(new Coding("http://snomed.info/sct", "278897004", "Waterlow score"));
        assertThat(read.assessmentStatus()).isEqualTo(AssessmentStatus.COMPLETED);
        assertThat(read.completedOn()).isEqualTo(new PartialDate(2026, 2, 10));
        assertThat(read.score()).isEqualByComparingTo("12.5");
        assertThat(read.assessor()).isEqualTo(new Practitioner("Ms Sample", null));
        assertThat(read.organisation()).isEqualTo(new Organisation(null, "Example Trust"));
        assertThat(read.content()).isEqualTo(ContentLevel.SCORE);
    }

    @ParameterizedTest
    @CsvSource({
        "registered, REQUESTED",
        "preliminary, IN_PROGRESS",
        "final, COMPLETED",
        "amended, COMPLETED",
        "corrected, COMPLETED",
        "cancelled, CANCELLED",
        "entered-in-error, ENTERED_IN_ERROR",
        "unknown, UNKNOWN"
    })
    void statusTellsHowFarItHasCome(String status, AssessmentStatus expected) {
        var read = read("\"effectiveDateTime\": \"2026-02-10\", \"status\": \"" + status + "\"");

        assertThat(read.assessmentStatus()).isEqualTo(expected);
        assertThat(read.completedOn() == null).isEqualTo(expected != AssessmentStatus.COMPLETED);
    }

    @ParameterizedTest
    @CsvSource({
        "'\"effectivePeriod\": {\"start\": \"2026-02-01\", \"end\": \"2026-02-10\"}', 2026-02-10",
        "'\"effectivePeriod\": {\"start\": \"2026-02-01\"}', 2026-02-01",
        "'\"effectiveInstant\": \"2026-02-10T10:00:00Z\"', 2026-02-10",
        "'\"issued\": \"2026-02-10T10:00:00Z\"', 2026-02-10"
    })
    void dayIsWhenItTookPlaceHoweverThatIsTold(String date, String day) {
        assertThat(read("\"status\": \"final\", " + date).completedOn()).hasToString(day);
    }

    @Test
    void valueIsScoreOutcomeOrSummaryByItsKind() {
        assertThat(read("\"valueInteger\": 4").score()).isEqualByComparingTo("4");
        assertThat(read("\"valueString\": \"4\"").score()).isEqualByComparingTo("4");
        assertThat(read("\"valueString\": \"Walks alone\"").summary()).isEqualTo("Walks alone");
        assertThat(read("\"valueCodeableConcept\": {\"text\": \"Frail\"}").outcome())
                .isEqualTo(Coding.text("Frail"));

        var without = read("\"dataAbsentReason\": {\"text\": \"Declined\"}");
        assertThat(without.content()).isEqualTo(ContentLevel.METADATA);
        assertThat(without.statusReason()).isEqualTo("Declined");
    }

    @ParameterizedTest
    @CsvSource({
        "High risk, HIGH",
        "At high risk, HIGH",
        "Very high risk, HIGH",
        "medium-risk, MEDIUM",
        "Moderate risk, MEDIUM",
        "low risk, LOW",
        "High, ",
        "Not at high risk, ",
        "H, ",
        "Normal, "
    })
    void riskIsReadOnlyWhereItIsStatedInSoManyWords(String words, @Nullable RiskBand band) {
        assertThat(read("\"interpretation\": [{\"text\": \"" + words + "\"}]").riskBand())
                .isEqualTo(band);
        assertThat(read("\"valueCodeableConcept\": {\"text\": \"" + words + "\"}")
                        .riskBand())
                .isEqualTo(band);
    }

    @ParameterizedTest
    @CsvSource({"negligible, LOW", "low, LOW", "moderate, MEDIUM", "high, HIGH", "certain, HIGH", "elevated, "})
    void probabilityOfHarmIsItsRisk(String probability, @Nullable RiskBand band) {
        var concept = """
                {"coding": [{"system": "https://trust.example", "code": "X", "display": "As scored"},
                  {"system": "http://terminology.hl7.org/CodeSystem/risk-probability", "code": "%s"}]}""".formatted(probability);

        assertThat(read("\"interpretation\": [" + concept + "]").riskBand()).isEqualTo(band);
        assertThat(read("\"valueCodeableConcept\": " + concept).riskBand()).isEqualTo(band);
        assertThat(read("\"interpretation\": [" + concept.replace("terminology.hl7.org", "trust.example") + "]")
                        .riskBand())
                .isNull();
    }

    @Test
    void signatureThatDoesNotSayWhatItIsIsAPersons() {
        var read = read("\"performer\": [{\"display\": \"Ms Sample\"}]");

        assertThat(read.assessor()).isEqualTo(new Practitioner("Ms Sample", null));
        assertThat(read.organisation()).isNull();
        assertThat(read.team()).isNull();
    }

    @Test
    void carersScoreIsTheCarers() {
        assertThat(one(Map.of("carer-assessments", "http://snomed.info/sct|278897004"), "Observation", """
                "subject": {"reference": "Patient/123"},
                "code": {"coding": [{"system": "http://snomed.info/sct", "code": "278897004"}]}""")
                        .subject())
                .isEqualTo(AssessmentSubject.CARER);
    }

    @Test
    void scoreWithoutAnInstrumentCannotBeRead() {
        trust.holding("Observation", """
                {"resourceType": "Observation", "id": "1", "subject": {"reference": "Patient/123"}, "valueInteger": 4}""");

        assertThat(Asking.found(trust, Section.ASSESSMENTS).rejected())
                .containsExactly(new Rejection("Observation", "code is missing or not readable"));
    }

    private Assessment read(String content) {
        return one("Observation", """
                "subject": {"reference": "Patient/123"},
                "code": {"coding": [{"system": "http://snomed.info/sct", "code": "278897004", "display": "Waterlow score"}]},""" + content);
    }

    private Assessment one(Map<String, String> settings, String resourceType, String content) {
        return AssessmentsTests.one(trust, settings, resourceType, content);
    }

    private Assessment one(String resourceType, String content) {
        return AssessmentsTests.one(trust, Map.of(), resourceType, content);
    }
}
