package care.weft.council;

import static org.assertj.core.api.Assertions.assertThat;

import care.weft.spi.model.Assessment;
import care.weft.spi.model.AssessmentStatus;
import care.weft.spi.model.AssessmentSubject;
import care.weft.spi.model.Coding;
import care.weft.spi.model.Contact;
import care.weft.spi.model.ContentLevel;
import care.weft.spi.model.Organisation;
import care.weft.spi.model.PartialDate;
import care.weft.spi.model.Practitioner;
import care.weft.spi.model.RecordState;
import care.weft.spi.model.Section;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AssessmentsTests {

    private static final String SYSTEM =
            "https://fhir.interweavedigital.nhs.uk/CodeSystem/Interweave-SocialCareAssessmentType";
    private static final String TAGS = """
            "meta": {"lastUpdated": "2026-03-01T17:30:00Z", "tag": [
              {"system": "https://fhir.interweavedigital.nhs.uk/Source", "code": "MCC-ASC", "display": "Social care records"},
              {"system": "https://fhir.interweavedigital.nhs.uk/Provenance", "code": "00BN", "display": "Example Council"}]}""";

    private final FakeCouncil council = new FakeCouncil();

    @Test
    void everythingThatACouncilTellsIsRead() {
        var read = assessment("""
                %s,
                "contained": [{"resourceType": "Organization", "id": "team", "name": "OT and equipment team",
                  "telecom": [{"system": "phone", "value": "0161 496 0001", "use": "work"}],
                  "partOf": {"identifier": {"system": "https://fhir.nhs.uk/Id/ods-organization-code", "value": "00BN"}, "display": "Example Council"}}],
                "extension": [
                  {"url": "https://fhir.interweavedigital.nhs.uk/R4/StructureDefinition/Extension-Interweave-SocialCareAssessmentOutcome",
                   "valueCodeableConcept": {"coding": [{"system": "https://fhir.interweavedigital.nhs.uk/CodeSystem/Interweave-SocialCareAssessmentOutcome",
                     "code": "POS", "display": "Provision of service"}], "text": "Rails and a bath lift"}},
                  {"url": "https://fhir.interweavedigital.nhs.uk/R4/StructureDefinition/Extension-Interweave-SocialCareAssessmentPerformer",
                   "valueReference": {"type": "Practitioner", "display": "Gareth Example"}}],
                "status": "completed", "authoredOn": "2026-02-01", "lastModified": "2026-03-01T17:30:00Z",
                "code": {"coding": [{"system": "%s", "code": "OT", "display": "Occupational Therapy Assessment"}], "text": "Falls risk at home"},
                "description": "With her daughter", "location": {"display": "At home"},
                "executionPeriod": {"start": "2026-02-10", "end": "2026-02-12T16:00:00+00:00"},
                "owner": {"reference": "#team", "display": "OT"}""".formatted(TAGS, SYSTEM));

        assertThat(read.title()).isEqualTo("Falls risk at home");
        assertThat(read.code()).isEqualTo(new Coding(SYSTEM, "OT", "Occupational Therapy Assessment"));
        assertThat(read.assessmentStatus()).isEqualTo(AssessmentStatus.COMPLETED);
        assertThat(read.subject()).isEqualTo(AssessmentSubject.PERSON);
        assertThat(read.requestedOn()).hasToString("2026-02-01");
        assertThat(read.startedOn()).hasToString("2026-02-10");
        assertThat(read.completedOn()).hasToString("2026-02-12");
        assertThat(read.bookedAt()).isNull();
        assertThat(read.outcome())
                .extracting(Coding::code, Coding::display)
                .containsExactly("POS", "Rails and a bath lift");
        assertThat(read.team()).isEqualTo("OT and equipment team");
        assertThat(read.assessor()).isEqualTo(new Practitioner("Gareth Example", null));
        assertThat(read.organisation()).isEqualTo(new Organisation("00BN", "Example Council"));
        assertThat(read.contact()).isEqualTo(new Contact("0161 496 0001", null, null));
        assertThat(read.summary()).isEqualTo("With her daughter");
        assertThat(read.location()).isNotNull();
        assertThat(read.content()).isEqualTo(ContentLevel.METADATA);
        assertThat(read.setting()).isNull();
        assertThat(read.source().system()).isEqualTo("Social care records");
        assertThat(read.source().recordedAt()).isEqualTo(Instant.parse("2026-03-01T17:30:00Z"));
    }

    @ParameterizedTest
    @CsvSource({
        "accepted, REQUESTED",
        "requested, REQUESTED",
        "in-progress, IN_PROGRESS",
        "on-hold, IN_PROGRESS",
        "completed, COMPLETED",
        "cancelled, CANCELLED",
        "rejected, CANCELLED",
        "entered-in-error, ENTERED_IN_ERROR",
        "Accepted, REQUESTED",
        "finished, UNKNOWN",
        "'', UNKNOWN"
    })
    void statusIsWhatItSays(String status, AssessmentStatus expected) {
        assertThat(assessment("\"status\": \"" + status + "\", \"code\": {\"text\": \"x\"}")
                        .assessmentStatus())
                .isEqualTo(expected);
    }

    @Test
    void missingStatusIsUnknownAndNeverDone() {
        var read = assessment("\"code\": {\"text\": \"x\"}, \"executionPeriod\": {\"end\": \"2026-02-01\"}");

        assertThat(read.state()).isEqualTo(RecordState.UNKNOWN);
        assertThat(read.completedOn()).isNull();
    }

    @Test
    void oneThatWasGivenUpKeepsItsReasonAndHowFarItCame() {
        var read = assessment("""
                "status": "cancelled", "code": {"text": "OT"}, "statusReason": {"text": "Person in hospital"},
                "executionPeriod": {"start": "2026-02-10", "end": "2026-02-11"}""");

        assertThat(read.assessmentStatus()).isEqualTo(AssessmentStatus.CANCELLED);
        assertThat(read.statusReason()).isEqualTo("Person in hospital");
        assertThat(read.startedOn()).hasToString("2026-02-10");
        assertThat(read.completedOn()).isNull();
    }

    @Test
    void timeInTheRestrictionIsABooking() {
        var read = accepted(
                "\"restriction\": {\"period\": {\"start\": \"2026-03-20T10:00:00Z\", \"end\": \"2026-03-20T11:30:00Z\"}}");

        assertThat(read.assessmentStatus()).isEqualTo(AssessmentStatus.BOOKED);
        assertThat(read.bookedAt()).isEqualTo("2026-03-20T10:00:00Z");
        assertThat(read.startedOn()).isNull();
    }

    @Test
    void plannedStartOfTheProfileIsABookingToo() {
        assertThat(accepted("\"executionPeriod\": {\"start\": \"2026-03-20T10:00:00Z\"}")
                        .bookedAt())
                .isEqualTo("2026-03-20T10:00:00Z");
        var day = accepted("\"executionPeriod\": {\"start\": \"2026-03-20\"}");
        assertThat(day.assessmentStatus()).isEqualTo(AssessmentStatus.BOOKED);
        assertThat(day.bookedAt()).isNull();
        assertThat(day.startedOn()).hasToString("2026-03-20");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"start\": \"2026-03-01\", \"end\": \"2026-03-28\"}",
                "{\"start\": \"2026-03\"}",
                "{\"end\": \"2026-03-28\"}",
                "{\"start\": \"soon\"}"
            })
    void stretchOfDaysIsNoBooking(String period) {
        var read = accepted("\"restriction\": {\"period\": " + period + "}");

        assertThat(read.assessmentStatus()).isEqualTo(AssessmentStatus.REQUESTED);
        assertThat(read.startedOn()).isNull();
    }

    @Test
    void oneThatIsDoneWithoutADayIsGivenNone() {
        var read = assessment("""
                "status": "completed", "code": {"text": "x"}, "lastModified": "2026-03-09T09:00:00Z", "authoredOn": "2019",
                "intent": "plan", "executionPeriod": {}""");

        assertThat(read.completedOn()).isNull();
        assertThat(read.requestedOn()).isEqualTo(new PartialDate(2019, null, null));
    }

    @Test
    void partialDatesStayPartial() {
        var read = assessment("""
                "status": "completed", "code": {"text": "x"}, "authoredOn": "2025", "executionPeriod": {"start": "2025-11", "end": "2025-12"}""");

        assertThat(read.requestedOn()).hasToString("2025");
        assertThat(read.startedOn()).hasToString("2025-11");
        assertThat(read.completedOn()).hasToString("2025-12");
    }

    @Test
    void carersAssessmentIsByItsCodeOrBySetting() {
        var carers = "\"status\": \"accepted\", \"code\": {\"coding\": [{\"system\": \"%s\", \"code\": \"CA\"}]}";
        assertThat(assessment(carers.formatted(SYSTEM)).subject()).isEqualTo(AssessmentSubject.CARER);
        assertThat(assessment(carers.formatted(
                                "https://fhir.yhcr.nhs.uk/CodeSystem/Interweave-SocialCareAssessmentType-1"))
                        .subject())
                .isEqualTo(AssessmentSubject.CARER);
        var other = carers.formatted("https://council.example/kinds");
        assertThat(assessment(other).subject()).isEqualTo(AssessmentSubject.PERSON);
        assertThat(assessment(other, Map.of("carer-assessments", "https://council.example/kinds|ca"))
                        .subject())
                .isEqualTo(AssessmentSubject.CARER);
        assertThat(assessment("\"code\": {\"text\": \"Carer views\"}", Map.of("carer-assessments", "carer views"))
                        .subject())
                .isEqualTo(AssessmentSubject.CARER);
    }

    @Test
    void titleIsTheTextElseTheCodesWordsElseTheDescription() {
        assertThat(assessment(
                                "\"code\": {\"coding\": [{\"code\": \"SENS\", \"display\": \"Sensory\"}]}, \"description\": \"d\"")
                        .title())
                .isEqualTo("Sensory");
        assertThat(assessment("\"code\": {\"coding\": [{\"code\": \"SENS\"}]}").title())
                .isEqualTo("SENS");
        var described = assessment("\"description\": \"Second visit\"");
        assertThat(described.title()).isEqualTo("Second visit");
        assertThat(described.summary()).isNull();
    }

    @Test
    void ownerIsATeamUnlessItIsTheCouncilOrAPerson() {
        assertThat(assessment(TAGS + ", \"code\": {\"text\": \"x\"}, \"owner\": {\"display\": \"Duty team\"}"))
                .extracting(Assessment::team, Assessment::organisation)
                .containsExactly("Duty team", new Organisation("00BN", "Example Council"));
        assertThat(assessment(TAGS + ", \"code\": {\"text\": \"x\"}, \"owner\": {\"display\": \"EXAMPLE COUNCIL\"}"))
                .extracting(
                        Assessment::team,
                        read -> read.organisation() == null
                                ? ""
                                : read.organisation().name())
                .containsExactly(null, "EXAMPLE COUNCIL");
        assertThat(assessment("\"code\": {\"text\": \"x\"}, \"owner\": {\"type\": \"Organization\", \"identifier\": "
                        + "{\"system\": \"https://fhir.nhs.uk/Id/ods-organization-code\", \"value\": \"VS901\"}}"))
                .extracting(Assessment::team, Assessment::organisation)
                .containsExactly(null, new Organisation("VS901", "VS901"));
        assertThat(
                        assessment(
                                "\"code\": {\"text\": \"x\"}, \"owner\": {\"type\": \"Practitioner\", \"display\": \"A. Worker\"}"))
                .extracting(Assessment::team, Assessment::assessor, Assessment::organisation)
                .containsExactly(null, new Practitioner("A. Worker", null), null);
        assertThat(assessment("\"code\": {\"text\": \"x\"}"))
                .extracting(Assessment::team, Assessment::assessor, Assessment::organisation, Assessment::contact)
                .containsOnlyNulls();
    }

    private Assessment accepted(String content) {
        return assessment("\"status\": \"accepted\", \"code\": {\"text\": \"x\"}, " + content);
    }

    private Assessment assessment(String content) {
        return assessment(content, Map.of());
    }

    private Assessment assessment(String content, Map<String, String> settings) {
        council.holding(
                "Task",
                "{\"resourceType\": \"Task\", \"id\": \"t1\", \"for\": {\"reference\": \"Patient/123\"}, " + content
                        + "}");
        return Asking.one(council, settings, Section.ASSESSMENTS, Assessment.class);
    }
}
