package care.weft.gp;

import static care.weft.gp.Asking.NHS_NUMBER;
import static care.weft.gp.Asking.found;
import static care.weft.gp.Asking.one;
import static care.weft.gp.FakePractices.STRUCTURED;
import static org.assertj.core.api.Assertions.assertThat;

import care.weft.spi.Rejection;
import care.weft.spi.model.Assessment;
import care.weft.spi.model.AssessmentStatus;
import care.weft.spi.model.Coding;
import care.weft.spi.model.Confidentiality;
import care.weft.spi.model.ContentLevel;
import care.weft.spi.model.LocalId;
import care.weft.spi.model.Organisation;
import care.weft.spi.model.Owner;
import care.weft.spi.model.PartialDate;
import care.weft.spi.model.Practitioner;
import care.weft.spi.model.Section;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AssessmentsTests {

    private static final String FRAILTY = """
            "code": {"coding": [{"system": "http://snomed.info/sct", "code": "763264000", "display": "Frailty score"}]}""";

    private final FakePractices practices = FakePractices.open();

    @Test
    void uncategorisedDataOfTheWindowAreAskedForInOneCall() {
        practices.recording();
        found(practices, Section.ASSESSMENTS);

        assertThat(practices.paths()).containsExactly("Device", "Endpoint", STRUCTURED);
        assertThat(new String(Objects.requireNonNull(practices.last(STRUCTURED).body()), StandardCharsets.UTF_8))
                .contains("includeUncategorisedData", "uncategorisedDataSearchPeriod", "\"start\":\"2024-03-10\"")
                .doesNotContain("includeReferrals");
    }

    @Test
    void wholeScoreIsRead() {
        practices.recording(observation("o1", FRAILTY + """
                , "status": "final", "effectiveDateTime": "2026-02-01T11:20:00+00:00", "issued": "2026-02-02T08:00:00+00:00",
                "performer": [{"reference": "Practitioner/3"}], "valueQuantity": {"value": 5},
                "comment": "Needs help outdoors\""""), """
                {"resourceType": "Practitioner", "id": "3", "name": [{"family": "Sample", "prefix": ["Dr"]}]}""", """
                {"resourceType": "PractitionerRole", "id": "4", "practitioner": {"reference": "Practitioner/3"},
                 "code": [{"coding": [{"code": "R0260", "display": "General Medical Practitioner"}]}]}""");

        var read = one(practices, Section.ASSESSMENTS, Assessment.class);

        assertThat(read.source().recordId()).isEqualTo("Observation/o1");
        assertThat(read.source().owner()).isEqualTo(new Owner(NHS_NUMBER, new LocalId("7")));
        assertThat(read.source().recordedAt()).isEqualTo(Instant.parse("2026-02-02T08:00:00Z"));
        assertThat(read.title()).isEqualTo("Frailty score");
        assertThat(read.code()).isEqualTo(new Coding("http://snomed.info/sct", "763264000", "Frailty score"));
        assertThat(read.assessmentStatus()).isEqualTo(AssessmentStatus.COMPLETED);
        assertThat(read.completedOn()).isEqualTo(new PartialDate(2026, 2, 1));
        assertThat(read.startedOn()).isNull();
        assertThat(read.score()).isEqualTo(new BigDecimal("5"));
        assertThat(read.assessor()).isEqualTo(new Practitioner("Dr Sample", "General Medical Practitioner"));
        assertThat(read.organisation()).isEqualTo(new Organisation("P99001", "Example Surgery"));
        assertThat(read.summary()).isEqualTo("Needs help outdoors");
        assertThat(read.content()).isEqualTo(ContentLevel.SCORE);
    }

    @Test
    void whatIsNoAssessmentIsLeftOutWithoutAWord() {
        practices.recording(
                observation("o1", coded("75367002", "Blood pressure")),
                observation("o2", coded("37331000000100", "Comment note") + ", \"comment\": \"falls risk discussed\""),
                "{\"resourceType\": \"Observation\", \"id\": \"o3\"}");

        var found = found(practices, Section.ASSESSMENTS);
        assertThat(found.entries()).isEmpty();
        assertThat(found.rejected()).isEmpty();
        assertThat(found.extent().truncated()).isFalse();
    }

    @Test
    void scoreThatStatesNoOwnerIsRejected() {
        practices.recording("{\"resourceType\": \"Observation\", \"id\": \"o1\", " + FRAILTY + "}");

        assertThat(found(practices, Section.ASSESSMENTS).rejected())
                .containsExactly(new Rejection("Observation", "subject is missing"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FRAT (falls risk assessment tool) score",
                "Falls risk assessment score",
                "Rockwood score",
                "Electronic Frailty Index",
                "MUST score",
                "Waterlow pressure ulcer risk",
                "PHQ9 score",
                "GAD-7 score",
                "6CIT total score",
                "GPCOG score",
                "AUDIT-C score",
                "Barthel index",
                "MRC breathlessness scale"
            })
    void practiceSystemsOwnCodesAreToldByTheirWordsWhereThereIsAResult(String words) {
        var own =
                "\"code\": {\"coding\": [{\"system\": \"https://own.example\", \"code\": \"x\", \"display\": \"%s\"}]}"
                        .formatted(words);
        practices.recording(observation("o1", own + ", \"valueQuantity\": {\"value\": 3}"), observation("o2", own));

        assertThat(one(practices, Section.ASSESSMENTS, Assessment.class).title())
                .isEqualTo(words);
    }

    @Test
    void gradeIsAResultInWords() {
        practices.recording(observation("o1", "\"code\": {\"text\": \"MRC breathlessness scale: grade 3\"}"));

        assertThat(one(practices, Section.ASSESSMENTS, Assessment.class).score())
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"You must come", "Fraternity", "Audit of notes", "Frailty", "Falls"})
    void similarWordsAreNoAssessment(String words) {
        practices.recording(
                observation("o1", "\"code\": {\"text\": \"%s\"}, \"valueQuantity\": {\"value\": 3}".formatted(words)));

        assertThat(found(practices, Section.ASSESSMENTS).entries()).isEmpty();
    }

    @Test
    void codeOfAnInstrumentWithoutAResultSaysThatItWasDone() {
        practices.recording(observation("o1", FRAILTY));

        assertThat(one(practices, Section.ASSESSMENTS, Assessment.class).content())
                .isEqualTo(ContentLevel.METADATA);
    }

    @Test
    void codedOneOfSeveralCodingsStandsForIt() {
        practices.recording(observation("o1", """
                "code": {"coding": [{"system": "https://own.example", "code": "x", "display": "Rockwood score"},
                                    {"system": "http://snomed.info/sct", "code": "763264000"}]}, "valueInteger": 4"""));

        assertThat(Objects.requireNonNull(one(practices, Section.ASSESSMENTS, Assessment.class)
                                .code())
                        .code())
                .isEqualTo("763264000");
    }

    @ParameterizedTest
    @CsvSource({
        "final, COMPLETED",
        "amended, COMPLETED",
        "corrected, COMPLETED",
        "preliminary, IN_PROGRESS",
        "registered, REQUESTED",
        "cancelled, CANCELLED",
        "entered-in-error, ENTERED_IN_ERROR",
        "done, UNKNOWN"
    })
    void statusIsNeverGuessed(String stated, AssessmentStatus status) {
        practices.recording(observation("o1", FRAILTY + ", \"status\": \"" + stated + "\""));

        assertThat(one(practices, Section.ASSESSMENTS, Assessment.class).assessmentStatus())
                .isEqualTo(status);
    }

    @Test
    void headingAndItsTotalAreOneAssessment() {
        practices.recording(
                observation("o1", FRAILTY + related("has-member", "o2")),
                observation("o2", FRAILTY + ", \"valueQuantity\": {\"value\": 5}" + related("derived-from", "o1")));

        assertThat(ids()).containsExactly("Observation/o2");
    }

    @Test
    void headingWithTheResultStandsForWhatIsBelowIt() {
        practices.recording(
                observation(
                        "o1", FRAILTY + ", \"valueInteger\": 5, \"hasMember\": [{\"reference\": \"Observation/o2\"}]"),
                observation("o2", FRAILTY + ", \"valueInteger\": 5"));

        assertThat(ids()).containsExactly("Observation/o1");
    }

    @Test
    void differentInstrumentsBelowOneHeadingAreAssessmentsEach() {
        practices.recording(
                observation("o1", FRAILTY + ", \"valueInteger\": 5" + related("has-member", "o2")),
                observation("o2", coded("273302005", "Barthel index") + ", \"valueInteger\": 15"));

        assertThat(ids()).containsExactly("Observation/o1", "Observation/o2");
    }

    /** Whoever may not see the one is shown the other. */
    @Test
    void aLabelledScoreStandsForNoOther() {
        var labelled = ", \"meta\": {\"security\": [{\"code\": \"NOPAT\"}]}";
        practices.recording(
                observation("o1", FRAILTY + ", \"valueInteger\": 5" + labelled + related("has-member", "o2")),
                observation("o2", FRAILTY + ", \"valueInteger\": 5, \"issued\": \"2026-02-02T08:00:00Z\""));

        assertThat(found(practices, Section.ASSESSMENTS).entries())
                .extracting(entry -> entry.source().labels())
                .containsExactly(Set.of(Confidentiality.NOT_FOR_PERSON), Set.of());
    }

    @Test
    void circleOfReferencesLosesNothing() {
        practices.recording(
                observation("o1", FRAILTY + ", \"valueInteger\": 5" + related("has-member", "o2")),
                observation("o2", FRAILTY + ", \"valueInteger\": 5" + related("has-member", "o1")));

        assertThat(ids()).containsExactly("Observation/o1");
    }

    private List<String> ids() {
        return found(practices, Section.ASSESSMENTS).entries().stream()
                .map(entry -> entry.source().recordId())
                .toList();
    }

    private static String coded(String code, String display) {
        return "\"code\": {\"coding\": [{\"system\": \"http://snomed.info/sct\", \"code\": \"%s\", \"display\": \"%s\"}]}"
                .formatted(code, display);
    }

    private static String related(String type, String id) {
        return ", \"related\": [{\"type\": \"%s\", \"target\": {\"reference\": \"Observation/%s\"}}]"
                .formatted(type, id);
    }

    private static String observation(String id, String fields) {
        return "{\"resourceType\": \"Observation\", \"id\": \"%s\", \"subject\": {\"reference\": \"Patient/7\"}, %s}"
                .formatted(id, fields);
    }
}
