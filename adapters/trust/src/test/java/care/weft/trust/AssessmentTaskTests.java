package care.weft.trust;

import static org.assertj.core.api.Assertions.assertThat;

import care.weft.spi.Rejection;
import care.weft.spi.model.Assessment;
import care.weft.spi.model.AssessmentStatus;
import care.weft.spi.model.AssessmentSubject;
import care.weft.spi.model.Coding;
import care.weft.spi.model.Contact;
import care.weft.spi.model.ContentLevel;
import care.weft.spi.model.Location;
import care.weft.spi.model.Organisation;
import care.weft.spi.model.PartialDate;
import care.weft.spi.model.Practitioner;
import care.weft.spi.model.Section;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AssessmentTaskTests {

    private final FakeTrust trust = FakeTrust.empty();

    @Test
    void wholeTaskIsRead() {
        var read = read("""
                "status": "accepted", "authoredOn": "2026-03-01T09:00:00Z",
                "code": {"coding": [{"system": "https://codes.example", "code": "OT"}], "text": "Occupational therapy assessment"},
                "restriction": {"period": {"start": "2026-03-17T14:00:00Z"}},
                "location": {"display": "At home"},
                "owner": {"reference": "CareTeam/1", "display": "Community therapy team"}""");

        assertThat(read.title()).isEqualTo("Occupational therapy assessment");
        assertThat(read.code()).isEqualTo(new Coding("https://codes.example", "OT", "Occupational therapy assessment"));
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
        assertThat(read.organisation()).isEqualTo(organisation == null ? null : new Organisation(null, organisation));
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

    private Assessment one(Map<String, String> settings, String resourceType, String content) {
        return AssessmentsTests.one(trust, settings, resourceType, content);
    }

    private Assessment one(String resourceType, String content) {
        return AssessmentsTests.one(trust, Map.of(), resourceType, content);
    }
}
