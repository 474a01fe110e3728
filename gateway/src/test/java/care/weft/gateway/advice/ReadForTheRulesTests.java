package care.weft.gateway.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import care.weft.gateway.advice.rules.Change;
import care.weft.gateway.advice.rules.EventKind;
import care.weft.gateway.testing.Records;
import care.weft.spi.model.AssessmentBuilder;
import care.weft.spi.model.AssessmentStatus;
import care.weft.spi.model.AssessmentSubject;
import care.weft.spi.model.Coding;
import care.weft.spi.model.ContentLevel;
import care.weft.spi.model.Death;
import care.weft.spi.model.DemographicsBuilder;
import care.weft.spi.model.Moment;
import care.weft.spi.model.Organisation;
import care.weft.spi.model.PartialDate;
import care.weft.spi.model.PartnerId;
import care.weft.spi.model.RelationshipBuilder;
import care.weft.spi.model.RelationshipKind;
import care.weft.spi.model.Stay;
import care.weft.spi.model.StayBuilder;
import care.weft.spi.model.StayState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What partners record, as the rules see it. */
class ReadForTheRulesTests {

    private static final PartnerId TRUST = new PartnerId("trust");
    private static final LocalDate MAY_1 = LocalDate.of(2026, 5, 1);

    @Test
    void aStayIsAnAdmissionPerhapsAnEmergencyAndADischarge() {
        var changes = Changes.of(TRUST, stay(StayState.DISCHARGED, "2026-04-30T23:30:00Z", "2026-05-02T10:00:00Z"));

        assertThat(changes)
                .extracting(Change::kind, Change::earliest)
                .containsExactly(
                        tuple(EventKind.EMERGENCY_ADMISSION, MAY_1),
                        tuple(EventKind.ADMISSION, MAY_1),
                        tuple(EventKind.DISCHARGE, LocalDate.of(2026, 5, 2)));
    }

    @Test
    void aStayToComeIsNoneAndOneThatEndedOnAnUnknownDayMayHaveEndedOnAny() {
        assertThat(Changes.of(TRUST, stay(StayState.PLANNED, "2026-05-02T10:00:00Z", null)))
                .isEmpty();
        assertThat(Changes.of(TRUST, stay(StayState.IN_HOSPITAL, "2026-05-02T10:00:00Z", null)))
                .hasSize(2);
        assertThat(Changes.of(TRUST, stay(StayState.DISCHARGED, null, null)))
                .allSatisfy(change -> assertThat(change.earliest()).isNull())
                .hasSize(3);
    }

    @Test
    void aDeathIsFormalOnlyWhereTheRegisterSaysSo() {
        assertThat(death("2")).singleElement().satisfies(death -> {
            assertThat(death.kind()).isEqualTo(EventKind.DEATH);
            assertThat(death.formal()).isTrue();
        });
        assertThat(death("1"))
                .singleElement()
                .satisfies(death -> assertThat(death.formal()).isFalse());
        assertThat(death("U")).isEmpty();
        assertThat(Changes.of(TRUST, Records.bornOn(Records.ADA, "1950-01-01"))).isEmpty();
    }

    @Test
    void aDatedCarerIsAChangeOfCarer() {
        var carer = RelationshipBuilder.builder()
                .source(Records.source("r", Records.ADA))
                .kinds(List.of(RelationshipKind.CARER))
                .from(new PartialDate(2026, 5, null))
                .build();

        assertThat(Changes.of(TRUST, carer)).singleElement().satisfies(change -> {
            assertThat(change.kind()).isEqualTo(EventKind.CARER_CHANGE);
            assertThat(change.earliest()).isEqualTo(MAY_1);
            assertThat(change.latest()).isEqualTo(LocalDate.of(2026, 5, 31));
        });
    }

    @Test
    void theDayThatCountsIsThatOfItsStage() {
        assertThat(date(assessment(AssessmentStatus.COMPLETED).completedOn(new PartialDate(2026, 5, null))))
                .isEqualTo(MAY_1);
        assertThat(date(assessment(AssessmentStatus.COMPLETED).startedOn(PartialDate.of(MAY_1))))
                .isNull();
        assertThat(date(assessment(AssessmentStatus.BOOKED).bookedAt(Instant.parse("2026-04-30T23:30:00Z"))))
                .isEqualTo(MAY_1);
        assertThat(date(assessment(AssessmentStatus.BOOKED).startedOn(PartialDate.of(MAY_1))))
                .isEqualTo(MAY_1);
        assertThat(date(assessment(AssessmentStatus.IN_PROGRESS).startedOn(PartialDate.of(MAY_1))))
                .isEqualTo(MAY_1);
        assertThat(date(assessment(AssessmentStatus.REQUESTED).requestedOn(PartialDate.of(MAY_1))))
                .isNull();
    }

    @Test
    void oneOfACarerIsOfNobodyInParticular() {
        var held = HeldAssessments.of(
                "trust/a",
                TRUST,
                assessment(AssessmentStatus.COMPLETED)
                        .subject(AssessmentSubject.CARER)
                        .organisation(new Organisation("R0A", "Trust"))
                        .build(),
                "CARERS_ASSESSMENT",
                true);

        assertThat(held.id()).isEqualTo("trust/a");
        assertThat(held.organisation()).isEqualTo("R0A");
        assertThat(held.subject()).isNotNull().satisfies(subject -> {
            assertThat(subject.kind()).isEqualTo(AssessmentSubject.CARER);
            assertThat(subject.carer()).isNull();
        });
    }

    private static @Nullable LocalDate date(AssessmentBuilder assessment) {
        return HeldAssessments.of("a", TRUST, assessment.build(), null, true).date();
    }

    private static AssessmentBuilder assessment(AssessmentStatus status) {
        return AssessmentBuilder.builder()
                .source(Records.source("a", Records.ADA))
                .title("Assessment")
                .assessmentStatus(status)
                .subject(AssessmentSubject.PERSON)
                .content(ContentLevel.METADATA);
    }

    private static List<Change> death(String status) {
        var code = new Coding("https://fhir.hl7.org.uk/CodeSystem/UKCore-DeathNotificationStatus", status, "Notice");
        return Changes.of(
                new PartnerId("demographics"),
                DemographicsBuilder.builder(Records.bornOn(Records.ADA, "1950-01-01"))
                        .death(new Death(null, code))
                        .build());
    }

    private static Stay stay(StayState state, @Nullable String from, @Nullable String to) {
        return StayBuilder.builder()
                .source(Records.source("s", Records.ADA))
                .title("Elderly Medicine")
                .stayState(state)
                .admittedOn(from == null ? null : Moment.of(Instant.parse(from)))
                .dischargedOn(to == null ? null : Moment.of(Instant.parse(to)))
                .build();
    }
}
