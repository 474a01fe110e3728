package care.weft.gateway.advice.rules;

import static org.assertj.core.api.Assertions.assertThat;

import care.weft.spi.model.AssessmentStatus;
import care.weft.spi.model.CareSetting;
import care.weft.spi.model.RiskBand;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Why an earlier assessment counts or does not. */
class UsabilityTests {

    @Test
    void aPeriodIncludesItsLastDay() {
        assertThat(reason(must(), Held.of("a", "GP", "MUST", "2025-03-10"))).isEqualTo(EvidenceReason.OK);
        assertThat(reason(must(), Held.of("a", "GP", "MUST", "2025-03-09"))).isEqualTo(EvidenceReason.EXPIRED);
    }

    @Test
    void ofTwoInstrumentsTheStricterPeriodHolds() {
        var held = Held.of("a", "COUNCIL", "SAP_OVERVIEW", "2025-11-30");

        assertThat(reason(Situation.wants("GP", "SAP_CONTACT"), held)).isEqualTo(EvidenceReason.EXPIRED);
        assertThat(reason(Situation.wants("GP", "SAP_OVERVIEW"), held)).isEqualTo(EvidenceReason.OK);
    }

    @Test
    void ofTwoInstrumentsEithersChangesCount() {
        var held = Held.of("a", "COMMUNITY", "FALLS_MFRA", "2026-03-01");

        assertThat(reason(wantsFallsTool().event(EventKind.MEDICATION_CHANGE, "2026-03-01"), held))
                .isEqualTo(EvidenceReason.CHANGED);
        assertThat(reason(wantsFallsTool().event(EventKind.NEW_DIAGNOSIS, "2026-03-10"), held))
                .isEqualTo(EvidenceReason.CHANGED);
        assertThat(reason(wantsFallsTool().event(EventKind.NEW_DIAGNOSIS, "2026-03-11"), held))
                .isEqualTo(EvidenceReason.OK);
        assertThat(reason(wantsFallsTool().event(EventKind.HOME_MOVE, "2026-03-05"), held))
                .isEqualTo(EvidenceReason.OK);
    }

    @Test
    void theEarliestChangeIsNamedThenByName() {
        var advice = Situation.wants("GP", "CGA")
                .record(Held.of("a", "HOSPITAL", "CGA", "2026-02-01"))
                .event(EventKind.NEW_DIAGNOSIS, "2026-03-01")
                .event(EventKind.EMERGENCY_ADMISSION, "2026-02-10")
                .event(EventKind.DETERIORATION, "2026-02-10")
                .advice();

        assertThat(advice.evidence())
                .singleElement()
                .extracting(AssessmentEvidence::changedBy)
                .isEqualTo(EventKind.DETERIORATION);
    }

    @Test
    void aChangeOfADayThatIsNotKnownMayHaveBeenSince() {
        var held = Held.of("a", "HOSPITAL", "CGA", "2026-02-15");
        var inFebruary =
                new Change(EventKind.DETERIORATION, LocalDate.of(2026, 2, 1), LocalDate.of(2026, 2, 28), "GP", false);
        var inJanuary =
                new Change(EventKind.DETERIORATION, LocalDate.of(2026, 1, 1), LocalDate.of(2026, 1, 31), "GP", false);
        var ever = new Change(EventKind.DETERIORATION, null, null, "GP", false);

        assertThat(reason(Situation.wants("GP", "CGA").change(inFebruary), held))
                .isEqualTo(EvidenceReason.CHANGED);
        assertThat(reason(Situation.wants("GP", "CGA").change(inJanuary), held)).isEqualTo(EvidenceReason.OK);
        assertThat(reason(Situation.wants("GP", "CGA").change(ever), held)).isEqualTo(EvidenceReason.CHANGED);
    }

    @Test
    void aSettingThatIsNotKnownEqualsNothing() {
        assertThat(reason(must(), Held.of("a", "GP", "MUST", "2026-03-01").in(null)))
                .isEqualTo(EvidenceReason.SETTING);
        assertThat(reason(
                        must().in(null),
                        Held.of("a", "GP", "MUST", "2026-03-01").in(null)))
                .isEqualTo(EvidenceReason.SETTING);
        assertThat(reason(must(), Held.of("a", "GP", "MUST", "2026-03-08").in(CareSetting.HOSPITAL)))
                .isEqualTo(EvidenceReason.SETTING);
    }

    @Test
    void aScaleIsSatisfiedByItsOwnFamilyOnly() {
        assertThat(reason(Situation.wants("COMMUNITY", "WATERLOW"), Held.of("a", "GP", "CGA", "2026-02-10")))
                .isEqualTo(EvidenceReason.OTHER_FAMILY);
    }

    @Test
    void trustedAssessorsAreTrustedOneWayOnly() {
        var held = Held.of("a", "HOSPITAL", "D2A", "2026-03-08");

        assertThat(reason(Situation.wants("COUNCIL", "D2A"), held)).isEqualTo(EvidenceReason.NO_TRUST_AGREEMENT);
        assertThat(reason(Situation.wants("COUNCIL", "D2A").agreement("COUNCIL", "HOSPITAL"), held))
                .isEqualTo(EvidenceReason.NO_TRUST_AGREEMENT);
        assertThat(reason(Situation.wants("COUNCIL", "D2A").agreement("HOSPITAL", "COUNCIL"), held))
                .isEqualTo(EvidenceReason.OK);
        assertThat(reason(Situation.wants("HOSPITAL", "D2A"), held)).isEqualTo(EvidenceReason.OK);
    }

    @Test
    void twoCarersAreTwoPeopleAndAnUnnamedOneIsNobody() {
        var ann = AssessedSubject.carer("ann");
        var wanted = "CARERS_ASSESSMENT";

        assertThat(reason(
                        Situation.wants("VCSE", wanted).of(ann),
                        Held.of("a", "COUNCIL", wanted, "2026-02-10").of(ann)))
                .isEqualTo(EvidenceReason.OK);
        assertThat(reason(
                        Situation.wants("VCSE", wanted).of(AssessedSubject.carer("bob")),
                        Held.of("a", "COUNCIL", wanted, "2026-02-10").of(ann)))
                .isEqualTo(EvidenceReason.OTHER_SUBJECT);
        assertThat(reason(Situation.wants("VCSE", wanted), Held.of("a", "COUNCIL", wanted, "2026-02-10")))
                .isEqualTo(EvidenceReason.OTHER_SUBJECT);
    }

    @Test
    void otherwiseTheFirstTestThatFailsNamesTheReason() {
        assertThat(reason(must(), Held.of("a", "GP", null, "2026-03-01").with(AssessmentStatus.CANCELLED)))
                .isEqualTo(EvidenceReason.NOT_COMPLETED);
        assertThat(reason(must(), Held.of("a", "GP", null, "2026-03-01"))).isEqualTo(EvidenceReason.UNKNOWN_INSTRUMENT);
        assertThat(reason(must(), Held.of("a", "GP", "SOMETHING_NEW", "2026-03-01")))
                .isEqualTo(EvidenceReason.UNKNOWN_INSTRUMENT);
        assertThat(reason(must(), Held.of("a", "GP", "MUST", "2027-01-01").unconfirmed()))
                .isEqualTo(EvidenceReason.LINK_NOT_CONFIRMED);
        assertThat(reason(must(), Held.of("a", "GP", "MUST", null))).isEqualTo(EvidenceReason.UNDATED);
        assertThat(reason(must(), Held.of("a", "GP", "MUST", "2026-03-11"))).isEqualTo(EvidenceReason.FUTURE);
        assertThat(reason(must(), Held.of("a", "GP", "DOLS", "2026-03-01")))
                .isEqualTo(EvidenceReason.CLASS_STATUTORY_EQUIVALENT);
        assertThat(reason(
                        Situation.wants("COUNCIL", "CARE_ACT_NEEDS"),
                        Held.of("a", "COUNCIL", "CARE_ACT_REVIEW", "2026-03-01")))
                .isEqualTo(EvidenceReason.EVIDENCE_ONLY);
    }

    @Test
    void riskShortensThePeriodOfTheEarlierOneOnly() {
        assertThat(reason(must(), Held.of("a", "GP", "MUST", "2026-02-08").with(RiskBand.HIGH)))
                .isEqualTo(EvidenceReason.OK);
        assertThat(reason(must(), Held.of("a", "GP", "MUST", "2026-02-07").with(RiskBand.HIGH)))
                .isEqualTo(EvidenceReason.EXPIRED);
    }

    private static Situation must() {
        return Situation.wants("COMMUNITY", "MUST");
    }

    private static Situation wantsFallsTool() {
        return Situation.wants("COMMUNITY", "FALLS_TOOL");
    }

    private static EvidenceReason reason(Situation situation, Held held) {
        return situation.record(held).advice().evidence().getFirst().reason();
    }
}
