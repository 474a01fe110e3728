package care.weft.trust;

import static org.assertj.core.api.Assertions.assertThat;

import care.weft.spi.Rejection;
import care.weft.spi.model.Assessment;
import care.weft.spi.model.AssessmentStatus;
import care.weft.spi.model.AssessmentSubject;
import care.weft.spi.model.Coding;
import care.weft.spi.model.Contact;
import care.weft.spi.model.ContentLevel;
import care.weft.spi.model.LocalId;
import care.weft.spi.model.Location;
import care.weft.spi.model.Organisation;
import care.weft.spi.model.Owner;
import care.weft.spi.model.PartialDate;
import care.weft.spi.model.Practitioner;
import care.weft.spi.model.RiskBand;
import care.weft.spi.model.Section;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AssessmentsTests {

    private final FakeTrust trust = FakeTrust.empty();

    @Test
    void threeFormsMakeOneSection() {
        trust.holding("QuestionnaireResponse", """
                        {"resourceType": "QuestionnaireResponse", "id": "1", "subject": {"reference": "Patient/123"}}""").holding("Observation", """
                        {"resourceType": "Observation", "id": "1", "code": {"text": "Score"}, "subject": {"reference": "Patient/123"}}""").holding("Task", """
                        {"resourceType": "Task", "id": "1", "description": "Visit", "for": {"reference": "Patient/123"}}""");

        assertThat(Asking.found(trust, Section.ASSESSMENTS).entries())
                .extracting(entry -> entry.source().recordId())
                .containsExactly("QuestionnaireResponse/1", "Observation/1", "Task/1");
    }

    @Nested
    class AnsweredQuestionnaires {

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
                      "code": [{"system": "http://snomed.info/sct", "code": "426938003", "display": "Falls assessment"}]}]""").code())
                    .isEqualTo(new Coding("http://snomed.info/sct", "426938003", "Falls assessment"));
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
            assertThat(
                            read("\"item\": [{\"linkId\": \"total-score\", \"answer\": [{\"valueQuantity\": {\"value\": 7}}]}]")
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
    }

    @Nested
    class SurveyScores {

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
            assertThat(read("\"interpretation\": [{\"text\": \"" + words + "\"}]")
                            .riskBand())
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
    }

    @Nested
    class Tasks {

        @Test
        void wholeTaskIsRead() {
            var read = read("""
                    "status": "accepted", "authoredOn": "2026-03-01T09:00:00Z",
                    "code": {"coding": [{"system": "https://codes.example", "code": "OT"}], "text": "Occupational therapy assessment"},
                    "restriction": {"period": {"start": "2026-03-17T14:00:00Z"}},
                    "location": {"display": "At home"},
                    "owner": {"reference": "CareTeam/1", "display": "Community therapy team"}""");

            assertThat(read.title()).isEqualTo("Occupational therapy assessment");
            assertThat(read.code())
                    .isEqualTo(new Coding("https://codes.example", "OT", "Occupational therapy assessment"));
            assertThat(read.assessmentStatus()).isEqualTo(AssessmentStatus.BOOKED);
            assertThat(read.requestedOn()).isEqualTo(new PartialDate(2026, 3, 1));
            assertThat(read.bookedAt()).isEqualTo(Instant.parse("2026-03-17T14:00:00Z"));
            assertThat(read.startedOn()).isNull();
            assertThat(read.location()).isEqualTo(new Location("At home", null));
            assertThat(read.team()).isEqualTo("Community therapy team");
            assertThat(read.organisation()).isNull();
            assertThat(read.assessor()).isNull();
            assertThat(read.contact()).isNull();
            assertThat(read.subject()).isEqualTo(AssessmentSubject.PERSON);
            assertThat(read.setting()).isNull();
            assertThat(read.content()).isEqualTo(ContentLevel.METADATA);
        }

        @ParameterizedTest
        @CsvSource({
            "requested, REQUESTED",
            "received, REQUESTED",
            "accepted, REQUESTED",
            "ready, REQUESTED",
            "draft, REQUESTED",
            "in-progress, IN_PROGRESS",
            "on-hold, IN_PROGRESS",
            "completed, COMPLETED",
            "cancelled, CANCELLED",
            "rejected, CANCELLED",
            "failed, CANCELLED",
            "entered-in-error, ENTERED_IN_ERROR",
            "waiting, UNKNOWN"
        })
        void statusTellsHowFarItHasCome(String status, AssessmentStatus expected) {
            assertThat(read("\"description\": \"Visit\", \"status\": \"" + status + "\"")
                            .assessmentStatus())
                    .isEqualTo(expected);
        }

        @ParameterizedTest
        @ValueSource(strings = {"requested", "received", "accepted", "ready"})
        void onceATimeIsSetItIsBooked(String status) {
            var read = read("""
                    "description": "Visit", "executionPeriod": {"start": "2026-03-17T14:00:00Z"}, "status": "%s\"""".formatted(status));

            assertThat(read.assessmentStatus()).isEqualTo(AssessmentStatus.BOOKED);
            assertThat(read.bookedAt()).isEqualTo(Instant.parse("2026-03-17T14:00:00Z"));
        }

        @Test
        void dayWithoutATimeIsBookedTooAndNoTimeIsMadeUp() {
            var read = read("""
                    "description": "Visit", "status": "accepted", "restriction": {"period": {"start": "2026-03-17"}}""");

            assertThat(read.assessmentStatus()).isEqualTo(AssessmentStatus.BOOKED);
            assertThat(read.bookedAt()).isNull();
            assertThat(read.startedOn()).isEqualTo(new PartialDate(2026, 3, 17));
        }

        @Test
        void workUnderWayTellsWhenItBeganAndNotWhenItWasPlanned() {
            assertThat(read("""
                    "description": "Visit", "status": "in-progress", "executionPeriod": {"start": "2026-03-05"},
                    "restriction": {"period": {"start": "2026-03-17"}}""").startedOn()).isEqualTo(new PartialDate(2026, 3, 5));
            assertThat(read("""
                    "description": "Visit", "status": "in-progress", "restriction": {"period": {"start": "2026-03-17"}}""").startedOn()).isNull();
        }

        @Test
        void completionIsTheEndOfTheWorkElseTheLastChange() {
            assertThat(read("""
                    "description": "Visit", "status": "completed", "executionPeriod": {"start": "2026-03-05", "end": "2026-03-06"},
                    "lastModified": "2026-03-08\"""").completedOn()).isEqualTo(new PartialDate(2026, 3, 6));
            assertThat(read("""
                    "description": "Visit", "status": "completed", "lastModified": "2026-03-08\"""").completedOn()).isEqualTo(new PartialDate(2026, 3, 8));
            assertThat(read("""
                    "description": "Visit", "status": "requested", "lastModified": "2026-03-08\"""").completedOn()).isNull();
        }

        @Test
        void reasonOfACancellationIsTold() {
            assertThat(read("""
                    "description": "Visit", "status": "cancelled", "statusReason": {"text": "Admitted to hospital"}""").statusReason()).isEqualTo("Admitted to hospital");
        }

        @Test
        void personWhoOwnsTheTaskIsTheAssessor() {
            var read = read(
                    "\"description\": \"Visit\", \"owner\": {\"reference\": \"Practitioner/7\", \"display\": \"Ms Sample\"}");

            assertThat(read.assessor()).isEqualTo(new Practitioner("Ms Sample", null));
            assertThat(read.team()).isNull();
        }

        @Test
        void teamSentAlongTellsItsOrganisationAndHowToReachIt() {
            var read = read("""
                    "description": "Visit", "owner": {"reference": "#team"}, "contained": [{"resourceType": "CareTeam", "id": "team",
                      "name": "Therapy team", "telecom": [{"system": "phone", "value": "0161 496 0000"}],
                      "managingOrganization": [{"type": "Organization", "display": "Example Trust"}]}]""");

            assertThat(read.team()).isEqualTo("Therapy team");
            assertThat(read.assessor()).isNull();
            assertThat(read.organisation()).isEqualTo(new Organisation(null, "Example Trust"));
            assertThat(read.contact()).isEqualTo(new Contact("0161 496 0000", null, null));
        }

        @ParameterizedTest
        @CsvSource({
            "'{\"display\": \"Therapy\"}', Therapy, , ",
            "'{\"reference\": \"CareTeam/1\", \"display\": \"Therapy\"}', Therapy, , ",
            "'{\"reference\": \"HealthcareService/1\", \"display\": \"Therapy\"}', Therapy, , ",
            "'{\"reference\": \"Organization/1\", \"display\": \"Example Trust\"}', , , Example Trust",
            "'{\"reference\": \"Practitioner/1\", \"display\": \"Ms Sample\"}', , Ms Sample, ",
            "'{\"reference\": \"Patient/123\", \"display\": \"Ada Example\"}', , , ",
            "'{\"reference\": \"Device/1\", \"display\": \"Scheduler\"}', , , "
        })
        void ownerIsTeamPersonOrOrganisationAndNeverTwoOfThem(
                String owner, @Nullable String team, @Nullable String assessor, @Nullable String organisation) {
            var read = read("\"description\": \"Visit\", \"owner\": " + owner);

            assertThat(read.team()).isEqualTo(team);
            assertThat(read.assessor()).isEqualTo(assessor == null ? null : new Practitioner(assessor, null));
            assertThat(read.organisation())
                    .isEqualTo(organisation == null ? null : new Organisation(null, organisation));
        }

        @Test
        void carersAssessmentIsToldByItsCodeAlone() {
            var interweave = """
                    "code": {"coding": [{"system": "https://fhir.interweavedigital.nhs.uk/CodeSystem/Interweave-SocialCareAssessmentType",
                      "code": "CA", "display": "Carers Assessment"}]}""";
            var own = """
                    "code": {"coding": [{"system": "https://trust.example/assessment", "code": "CARER", "display": "Carer's assessment"}]}""";
            var named = Map.of("carer-assessments", "https://trust.example/assessment|CARER");

            assertThat(read(interweave).subject()).isEqualTo(AssessmentSubject.CARER);
            assertThat(read(own).subject()).isEqualTo(AssessmentSubject.PERSON);
            assertThat(one(named, "Task", "\"for\": {\"reference\": \"Patient/123\"}, " + own)
                            .subject())
                    .isEqualTo(AssessmentSubject.CARER);
            assertThat(one(named, "Task", "\"for\": {\"reference\": \"Patient/123\"}, " + interweave)
                            .subject())
                    .isEqualTo(AssessmentSubject.CARER);
        }

        @Test
        void taskThatDoesNotSayWhatItIsOrForWhomIsRejected() {
            trust.holding("Task", """
                    {"resourceType": "Task", "id": "1", "status": "requested", "for": {"reference": "Patient/123"}}""", """
                    {"resourceType": "Task", "id": "2", "status": "requested", "description": "Survey", "for": {"type": "Patient",
                      "identifier": {"system": "https://fhir.nhs.uk/Id/nhs-number", "value": "9990000000"}}}""");

            assertThat(Asking.found(trust, Section.ASSESSMENTS).rejected())
                    .containsExactly(
                            new Rejection("Task", "code and description are missing"),
                            new Rejection("Task", "for states neither an id nor a valid NHS number"));
        }

        private Assessment read(String content) {
            return one("Task", "\"for\": {\"reference\": \"Patient/123\"}, " + content);
        }
    }

    private Assessment one(String resourceType, String content) {
        return one(Map.of(), resourceType, content);
    }

    private Assessment one(Map<String, String> settings, String resourceType, String content) {
        trust.holding(resourceType, "{\"resourceType\": \"" + resourceType + "\", \"id\": \"1\", " + content + "}");
        return Asking.one(trust, settings, Section.ASSESSMENTS, Assessment.class);
    }
}
