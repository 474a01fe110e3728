package care.weft.gateway.advice.rules;

import static org.assertj.core.api.Assertions.assertThat;

import care.weft.spi.model.AssessmentStatus;
import care.weft.spi.model.CareSetting;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What may be joined, and why not. The intent is for 10 March 2026, at home. */
class JoiningTests {

    @ParameterizedTest
    @CsvSource({
        "BOOKED,      2026-03-10, JOINABLE",
        "BOOKED,      2026-03-24, JOINABLE",
        "BOOKED,      2026-03-25, OUTSIDE_WINDOW",
        "BOOKED,      2026-03-09, OUTSIDE_WINDOW",
        "BOOKED,                , OUTSIDE_WINDOW",
        "IN_PROGRESS, 2026-03-09, JOINABLE",
        "IN_PROGRESS, 2026-01-13, JOINABLE",
        "IN_PROGRESS, 2026-01-12, OUTSIDE_WINDOW",
        "IN_PROGRESS, 2026-03-11, OUTSIDE_WINDOW",
        "IN_PROGRESS,           , OUTSIDE_WINDOW",
        "REQUESTED,   2026-03-12, NOT_BOOKED",
        "CANCELLED,   2026-03-12, NOT_BOOKED",
    })
    void aPlanIsJoinedInTimeOnly(AssessmentStatus status, @Nullable String date, EvidenceReason reason) {
        var plan = Held.of("p", "COMMUNITY", "INTERRAI_HC", date).with(status);

        assertThat(reason(wants(), plan)).isEqualTo(reason);
    }

    @Test
    void whatMustBeDoneBeforeIsNotPutOff() {
        assertThat(reason(wants().by("2026-03-16"), plan())).isEqualTo(EvidenceReason.OUTSIDE_WINDOW);
        assertThat(reason(wants().by("2026-03-17"), plan())).isEqualTo(EvidenceReason.JOINABLE);
    }

    @Test
    void ownTeamsPlansAreNotJoinedAndAnothersAre() {
        var own = Held.booked("p", "COUNCIL", "INTERRAI_HC", "2026-03-17");

        assertThat(reason(wants(), own)).isEqualTo(EvidenceReason.OWN_TEAM);
        assertThat(reason(wants().team("OT"), own)).isEqualTo(EvidenceReason.OWN_TEAM);
        assertThat(reason(wants().team("OT"), own.team("OT"))).isEqualTo(EvidenceReason.OWN_TEAM);
        assertThat(reason(wants().team("OT"), own.team("Reablement"))).isEqualTo(EvidenceReason.JOINABLE);
    }

    @Test
    void ofTwoAnnouncedAtTheSameMomentOneJoins() {
        var at = "2026-03-09T10:00:00Z";

        assertThat(reason(wants().announced(at, "n2"), plan().announced(at, "n1")))
                .isEqualTo(EvidenceReason.JOINABLE);
        assertThat(reason(wants().announced(at, "n1"), plan().announced(at, "n2")))
                .isEqualTo(EvidenceReason.LATER_ANNOUNCEMENT);
        assertThat(reason(wants().announced(at, "n1"), plan().announced("2026-03-09T09:00:00Z", "n2")))
                .isEqualTo(EvidenceReason.JOINABLE);
        assertThat(reason(wants(), plan().announced(at, "n2"))).isEqualTo(EvidenceReason.JOINABLE);
    }

    @Test
    void otherwiseTheFirstConditionThatFailsNamesTheReason() {
        assertThat(reason(wants(), Held.booked("p", "COMMUNITY", "TEA_LEAVES", "2026-03-17")))
                .isEqualTo(EvidenceReason.UNKNOWN_INSTRUMENT);
        assertThat(reason(wants(), plan().unconfirmed())).isEqualTo(EvidenceReason.LINK_NOT_CONFIRMED);
        assertThat(reason(wants(), plan().of(AssessedSubject.carer("ann")))).isEqualTo(EvidenceReason.OTHER_SUBJECT);
        assertThat(reason(wants(), Held.booked("p", "HOSPITAL", "WATERLOW", "2026-03-17")))
                .isEqualTo(EvidenceReason.NOT_JOINT);
        assertThat(reason(wants().refusesJoint(), plan())).isEqualTo(EvidenceReason.REFUSES_JOINT);
        assertThat(reason(wants(), plan().in(CareSetting.HOSPITAL))).isEqualTo(EvidenceReason.OTHER_SETTING);
        assertThat(reason(wants(), plan().in(null))).isEqualTo(EvidenceReason.JOINABLE);
        assertThat(reason(
                        Situation.wants("GP", "MUST"),
                        Held.booked("p", "COMMUNITY", "MUST", "2026-03-17").in(null)))
                .isEqualTo(EvidenceReason.OTHER_SETTING);
        assertThat(reason(Situation.wants("GP", "CFS"), plan())).isEqualTo(EvidenceReason.OTHER_FAMILY);
        assertThat(reason(wants(), Held.booked("p", "HOSPITAL", "MED_REVIEW", "2026-03-17")))
                .isEqualTo(EvidenceReason.TOO_FEW_DOMAINS);
    }

    @Test
    void whereNothingIsLeftToAskNothingIsJoined() {
        var advice = Situation.wants("GP", "CFS")
                .record(Held.of("a", "HOSPITAL", "CFS", "2026-03-01"))
                .plan(Held.booked("p", "HOSPITAL", "CFS", "2026-03-11"))
                .advice();

        assertThat(advice.decision()).isEqualTo(AdviceDecision.REUSE);
        assertThat(advice.evidence()).extracting(AssessmentEvidence::reason).contains(EvidenceReason.TOO_FEW_DOMAINS);
    }

    @Test
    void thePlanOfMostDomainsIsJoinedThenTheEarliestThenTheLowestId() {
        var one = Held.booked("p1", "COMMUNITY", "INTERRAI_HC", "2026-03-17");
        var earlier = Held.booked("p3", "COMMUNITY", "INTERRAI_HC", "2026-03-16");
        var twin = Held.booked("p2", "COMMUNITY", "INTERRAI_HC", "2026-03-16");
        var fewer = Held.booked("p0", "COMMUNITY", "INTERRAI_HC", "2026-03-11")
                .covering(NeedsDomain.PERSONAL_CARE, Depth.SCREENING)
                .covering(NeedsDomain.MOBILITY_TRANSFERS, Depth.SCREENING)
                .covering(NeedsDomain.HOME, Depth.SCREENING);

        var advice = wants().plan(one).plan(earlier).plan(twin).plan(fewer).advice();

        assertThat(Objects.requireNonNull(advice.joinWith()).id()).isEqualTo("p2");
    }

    @Test
    void whoIsAtItIsRungAndWhatTheyDoNotAskIsLeft() {
        var advice = Situation.wants("COUNCIL", "CARE_ACT_NEEDS")
                .record(Held.of("a", "COUNCIL", "CARE_ACT_REVIEW", "2026-03-01"))
                .plan(Held.of("p", "HOSPITAL", "CGA", "2026-03-08").with(AssessmentStatus.IN_PROGRESS))
                .advice();

        assertThat(advice.decision()).isEqualTo(AdviceDecision.JOIN);
        assertThat(advice.action()).isEqualTo(AdviceAction.CONTACT_TEAM);
        assertThat(advice.residualDomains()).contains(NeedsDomain.PARENTING).doesNotContain(NeedsDomain.COGNITION);
    }

    @Test
    void aPlanThatIsNotSharedIsNotListed() {
        assertThat(wants().plan(plan().refused()).advice()).isEqualTo(wants().advice());
    }

    private static Situation wants() {
        return Situation.wants("COUNCIL", "OT_FUNCTIONAL");
    }

    private static Held plan() {
        return Held.booked("p", "COMMUNITY", "INTERRAI_HC", "2026-03-17");
    }

    private static EvidenceReason reason(Situation situation, Held plan) {
        return situation.plan(plan).advice().evidence().getLast().reason();
    }
}
