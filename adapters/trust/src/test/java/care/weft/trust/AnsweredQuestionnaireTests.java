package care.weft.trust;

import static org.assertj.core.api.Assertions.assertThat;

import care.weft.spi.model.Assessment;
import care.weft.spi.model.AssessmentStatus;
import care.weft.spi.model.AssessmentSubject;
import care.weft.spi.model.Coding;
import care.weft.spi.model.ContentLevel;
import care.weft.spi.model.LocalId;
import care.weft.spi.model.Owner;
import care.weft.spi.model.PartialDate;
import care.weft.spi.model.Practitioner;
import care.weft.spi.model.Section;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnsweredQuestionnaireTests {

    private final FakeTrust trust = FakeTrust.empty();

    @Test
    void wholeQuestionnaireIsRead() {
        var read = read("""
                "questionnaire": "https://forms.example/Questionnaire/falls-risk|2.1",
                "_questionnaire": {"extension": [{"url": "http://hl7.org/fhir/StructureDefinition/display", "valueString": "Falls risk"}]},
                "status": "completed", "authored": "2026-02-10T23:30:00Z",
                "author": {"reference": "Practitioner/7", "display": "Ms Sample"},
                "item": [{"linkId": "1", "text": "Fallen before?", "answer": [{"valueBoolean": true}]},
                         {"linkId": "2", "text": "Results", "item": [{"linkId": "2.1", "text": "Total score", "answer": [{"valueInteger": 12}]}]}]""");

        assertThat(read.source().owner()).isEqualTo(Owner.of(new LocalId("123")));
        assertThat(read.title()).isEqualTo("Falls risk");
        assertThat(read.code())
                .isEqualTo(new Coding(
                        "urn:ietf:rfc:3986", "https://forms.example/Questionnaire/falls-risk", "Falls risk"));
        assertThat(read.assessmentStatus()).isEqualTo(AssessmentStatus.COMPLETED);
        assertThat(read.subject()).isEqualTo(AssessmentSubject.PERSON);
        assertThat(read.completedOn()).isEqualTo(new PartialDate(2026, 2, 10));
        assertThat(read.startedOn()).isNull();
        assertThat(read.assessor()).isEqualTo(new Practitioner("Ms Sample", null));
        assertThat(read.score()).isEqualByComparingTo("12");
        assertThat(read.content()).isEqualTo(ContentLevel.FULL);
        assertThat(read.setting()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "in-progress, IN_PROGRESS",
        "completed, COMPLETED",
        "amended, COMPLETED",
        "stopped, CANCELLED",
        "entered-in-error, ENTERED_IN_ERROR",
        "signed, UNKNOWN"
    })
    void onlyWhatIsDoneHasADayOfCompletion(String status, AssessmentStatus expected) {
        var read = read("\"authored\": \"2026-02\", \"status\": \"" + status + "\"");
        var day = new PartialDate(2026, 2, null);
        boolean done = expected == AssessmentStatus.COMPLETED;

        assertThat(read.assessmentStatus()).isEqualTo(expected);
        assertThat(read.completedOn()).isEqualTo(done ? day : null);
        assertThat(read.startedOn()).isEqualTo(done ? null : day);
    }

    @Test
    void questionnaireSentAlongTellsItsCodeOrTitle() {
        assertThat(read("""
                "questionnaire": "#q", "contained": [{"resourceType": "Questionnaire", "id": "q", "title": "Falls risk",
                  "code": [{"system": "http://snomed.info/sct", "code": "426938003", "display": "Falls assessment"}]}]""").code()).isEqualTo(new Coding("http://snomed.info/sct", "426938003", "Falls assessment"));
        assertThat(read("""
                "questionnaire": "#q", "contained": [{"resourceType": "Questionnaire", "id": "q", "title": "Falls risk"}]""").code()).isEqualTo(Coding.text("Falls risk"));

        trust.answering("QuestionnaireResponse", 200, """
                {"resourceType": "Bundle", "entry": [
                  {"resource": {"resourceType": "QuestionnaireResponse", "id": "1", "subject": {"reference": "Patient/123"},
                    "questionnaire": "https://forms.example/q|1"}},
                  {"search": {"mode": "include"}, "resource": {"resourceType": "Questionnaire", "id": "9",
                    "url": "https://forms.example/q", "title": "Falls risk"}}]}""");
        assertThat(Asking.one(trust, Section.ASSESSMENTS, Assessment.class).title())
                .isEqualTo("Falls risk");
    }

    @Test
    void addressWithoutWordsIsToldByItsLastStep() {
        assertThat(read("\"questionnaire\": \"https://forms.example/Questionnaire/falls-risk/\"")
                        .title())
                .isEqualTo("falls-risk");
        assertThat(read("\"questionnaire\": {\"reference\": \"Questionnaire/1\", \"display\": \"Falls risk\"}")
                        .title())
                .isEqualTo("Falls risk");
        assertThat(read("\"status\": \"completed\"").title()).isEqualTo("Questionnaire");
        assertThat(read("\"questionnaire\": \"https://\"").title()).isEqualTo("Questionnaire");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Total", "total score", "Total Score:", "TOTAL", "Overall score", "Grand total"})
    void itemThatCallsItselfTheTotalIsTheScore(String words) {
        assertThat(read("\"item\": [{\"text\": \"" + words + "\", \"answer\": [{\"valueDecimal\": 7.5}]}]")
                        .score())
                .isEqualByComparingTo("7.5");
        assertThat(read("\"item\": [{\"linkId\": \"total-score\", \"answer\": [{\"valueQuantity\": {\"value\": 7}}]}]")
                        .score())
                .isEqualByComparingTo("7");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"text\": \"Total fluid intake\", \"answer\": [{\"valueInteger\": 7}]}",
                "{\"text\": \"Score\", \"answer\": [{\"valueInteger\": 7}]}",
                "{\"text\": \"Total\", \"answer\": [{\"valueString\": \"seven\"}]}",
                "{\"text\": \"Total\"}",
                "{\"text\": \"Total\", \"answer\": [{\"valueInteger\": 7}]}, {\"text\": \"Total\", \"answer\": [{\"valueInteger\": 8}]}"
            })
    void whatDoesNotClearlyStateTheTotalIsNoScore(String items) {
        assertThat(read("\"item\": [" + items + "]").score()).isNull();
    }

    @Test
    void carersQuestionnaireIsToldByItsAddressOrItsCode() {
        var carers =
                "\"subject\": {\"reference\": \"Patient/123\"}, \"questionnaire\": \"https://forms.example/carers|1.0\"";
        var coded = """
                "subject": {"reference": "Patient/123"}, "questionnaire": "#q", "contained": [{"resourceType": "Questionnaire",
                  "id": "q", "code": [{"system": "https://forms.example", "code": "C1", "display": "Form 7"}]}]""";
        var settings = Map.of("carer-assessments", "https://forms.example/carers, https://forms.example|C1");

        assertThat(one(settings, "QuestionnaireResponse", carers).subject()).isEqualTo(AssessmentSubject.CARER);
        assertThat(one(settings, "QuestionnaireResponse", coded).subject()).isEqualTo(AssessmentSubject.CARER);
        assertThat(read("\"questionnaire\": \"https://forms.example/carers|1.0\"")
                        .subject())
                .isEqualTo(AssessmentSubject.PERSON);
    }

    @Test
    void authorThatDoesNotSayWhatItIsIsAPerson() {
        var read = read("\"author\": {\"display\": \"Ms Sample\"}");

        assertThat(read.assessor()).isEqualTo(new Practitioner("Ms Sample", null));
        assertThat(read.organisation()).isNull();
    }

    @Test
    void questionnaireWithoutAnswersSharesThatItHappened() {
        assertThat(read("\"status\": \"completed\"").content()).isEqualTo(ContentLevel.METADATA);
    }

    private Assessment read(String content) {
        return one("QuestionnaireResponse", "\"subject\": {\"reference\": \"Patient/123\"}, " + content);
    }

    private Assessment one(Map<String, String> settings, String resourceType, String content) {
        return AssessmentsTests.one(trust, settings, resourceType, content);
    }

    private Assessment one(String resourceType, String content) {
        return AssessmentsTests.one(trust, Map.of(), resourceType, content);
    }
}
