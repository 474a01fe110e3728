package care.weft.gateway.advice.rules;

import static org.assertj.core.api.Assertions.assertThat;

import care.weft.spi.model.CareSetting;
import care.weft.spi.model.RiskBand;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The worked cases of the specification, by their ids. Today is 10 March 2026. */
class WorkedCasesTests {

    @Test
    void d1AMustOfLowRiskAtHomeIsReused() {
        var advice = Situation.wants("COMMUNITY", "MUST")
                .record(Held.of("a1", "GP", "MUST", "2025-11-20").with(RiskBand.LOW))
                .advice();

        assertThat(advice.decision()).isEqualTo(AdviceDecision.REUSE);
        assertThat(advice.reason()).isEqualTo(AdviceReason.COVERED);
        assertThat(advice.action()).isEqualTo(AdviceAction.CONFIRM_NO_CHANGE);
        assertThat(advice.residualDomains()).isEmpty();
    }

    @Test
    void d2AtRiskTheSameHasExpired() {
        var advice = Situation.wants("COMMUNITY", "MUST")
                .record(Held.of("a1", "GP", "MUST", "2025-11-20").with(RiskBand.MEDIUM))
                .advice();

        assertProceeds(advice, AdviceReason.NOT_COVERED);
        assertThat(reason(advice, "a1")).isEqualTo(EvidenceReason.EXPIRED);
    }

    @Test
    void d3AWaterlowOfTheWardIsVoidAfterTheDischarge() {
        var advice = Situation.wants("COMMUNITY", "WATERLOW")
                .record(Held.of("a1", "HOSPITAL", "WATERLOW", "2026-03-03").in(CareSetting.HOSPITAL))
                .event(EventKind.DISCHARGE, "2026-03-08")
                .advice();

        assertProceeds(advice, AdviceReason.NOT_COVERED);
        assertThat(advice.evidence()).singleElement().satisfies(evidence -> {
            assertThat(evidence.reason()).isEqualTo(EvidenceReason.CHANGED);
            assertThat(evidence.changedBy()).isEqualTo(EventKind.DISCHARGE);
        });
    }

    @Test
    void d4AFrailtyScaleTellsOfTheBaselineBeforeTheAdmission() {
        var advice = Situation.wants("HOSPITAL", "CFS")
                .in(CareSetting.HOSPITAL)
                .record(Held.of("a1", "GP", "CFS", "2026-01-15"))
                .event(EventKind.EMERGENCY_ADMISSION, "2026-03-09")
                .advice();

        assertThat(advice.decision()).isEqualTo(AdviceDecision.REUSE);
    }

    @Test
    void d5ACareActAssessmentIsToppedUpFromAGeriatricOne() {
        var advice = Situation.wants("COUNCIL", "CARE_ACT_NEEDS")
                .record(Held.of("a1", "HOSPITAL", "CGA", "2026-02-20"))
                .advice();

        assertThat(advice.decision()).isEqualTo(AdviceDecision.TOP_UP);
        assertThat(advice.reason()).isEqualTo(AdviceReason.PARTLY_COVERED);
        assertThat(advice.residualDomains())
                .containsExactlyInAnyOrder(
                        NeedsDomain.PERSON_VIEW,
                        NeedsDomain.DOMESTIC_TASKS,
                        NeedsDomain.RELATIONSHIPS,
                        NeedsDomain.PARENTING,
                        NeedsDomain.WORK_COMMUNITY,
                        NeedsDomain.SAFEGUARDING,
                        NeedsDomain.FINANCE,
                        NeedsDomain.COMMUNICATION);
        assertThat(advice.determination()).isTrue();
    }

    @Test
    void d6AnOccupationalTherapistJoinsWhatIsBooked() {
        var advice = Situation.wants("COUNCIL", "OT_FUNCTIONAL")
                .plan(Held.booked("p1", "COMMUNITY", "INTERRAI_HC", "2026-03-17"))
                .advice();

        assertThat(advice.decision()).isEqualTo(AdviceDecision.JOIN);
        assertThat(advice.reason()).isEqualTo(AdviceReason.PLAN_SHARES);
        assertThat(advice.action()).isEqualTo(AdviceAction.ATTEND);
        assertThat(advice.residualDomains()).isEmpty();
        assertThat(Objects.requireNonNull(advice.joinWith()).id()).isEqualTo("p1");
    }

    @Test
    void d7CapacityIsAssessedForEachDecision() {
        var advice = Situation.wants("COUNCIL", "MCA")
                .record(Held.of("a1", "HOSPITAL", "MCA", "2026-03-09"))
                .advice();

        assertProceeds(advice, AdviceReason.NEVER_REUSABLE);
        assertThat(reason(advice, "a1")).isEqualTo(EvidenceReason.CLASS_NEVER);
    }

    @Test
    void d8ACarersAssessmentIsNotThePersonsOwn() {
        var advice = Situation.wants("COUNCIL", "CARERS_ASSESSMENT")
                .record(Held.of("a1", "COUNCIL", "CARE_ACT_NEEDS", "2026-02-10"))
                .advice();

        assertProceeds(advice, AdviceReason.NOT_COVERED);
        assertThat(reason(advice, "a1")).isEqualTo(EvidenceReason.OTHER_SUBJECT);
    }

    @Test
    void d9WhileTheHospitalIsSilentAChangeMayHaveGoneUnnoticed() {
        var advice = Situation.wants("GP", "FALLS_MFRA")
                .record(Held.of("a1", "COMMUNITY", "FALLS_MFRA", "2026-01-10"))
                .partner("HOSPITAL", PartnerState.TIMEOUT)
                .advice();

        assertProceeds(advice, AdviceReason.CHANGE_UNVERIFIABLE);
        assertThat(advice.domains())
                .hasSize(9)
                .allSatisfy(domain ->
                        assertThat(Objects.requireNonNull(domain.by()).id()).isEqualTo("a1"));
        assertThat(advice.unanswered()).containsExactly("HOSPITAL");
        assertThat(advice.complete()).isFalse();
    }

    @Test
    void d10TwoResultsThatContradictEachOtherCoverNothing() {
        var advice = Situation.wants("CARE_PROVIDER", "MUST")
                .record(Held.of("a1", "GP", "MUST", "2026-02-01").with(RiskBand.LOW))
                .record(Held.of("a2", "COMMUNITY", "MUST", "2026-02-20").with(RiskBand.HIGH))
                .advice();

        assertProceeds(advice, AdviceReason.NOT_COVERED);
        assertThat(advice.domains()).singleElement().satisfies(domain -> {
            assertThat(domain.domain()).isEqualTo(NeedsDomain.NUTRITION_HYDRATION);
            assertThat(domain.by()).isNull();
            assertThat(domain.conflicting()).extracting(HeldAssessment::id).containsExactly("a2", "a1");
        });
    }

    private static void assertProceeds(AssessmentAdvice advice, AdviceReason reason) {
        assertThat(advice.decision()).isEqualTo(AdviceDecision.PROCEED);
        assertThat(advice.reason()).isEqualTo(reason);
        assertThat(advice.action()).isNull();
        assertThat(advice.ruleVersion()).startsWith("1/2026-11-21/");
    }

    private static EvidenceReason reason(AssessmentAdvice advice, String id) {
        return advice.evidence().stream()
                .filter(evidence -> evidence.assessment().id().equals(id))
                .findFirst()
                .orElseThrow()
                .reason();
    }
}
