package care.weft.gateway.advice.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.groups.Tuple.tuple;

import care.weft.spi.model.RiskBand;
import java.time.LocalDate;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is decided, beyond the worked cases. */
class AdviceRulesTests {

    @Test
    void aDeathIsBelievedOfTheRegisterOrOfTwoPartners() {
        var day = LocalDate.of(2026, 3, 1);
        var trusts = Change.on(EventKind.DEATH, day, "trust");
        var formal = new Change(EventKind.DEATH, null, null, "demographics", true);

        assertThat(cfs().change(formal).advice().decision()).isEqualTo(AdviceDecision.STOP);
        assertThat(cfs().change(Change.ofTheRegister(EventKind.DEATH, day))
                        .advice()
                        .reason())
                .isEqualTo(AdviceReason.DEATH);
        assertThat(cfs().change(trusts)
                        .change(Change.on(EventKind.DEATH, day, "gp"))
                        .advice()
                        .decision())
                .isEqualTo(AdviceDecision.STOP);
        assertThat(cfs().change(trusts).change(trusts).advice()).satisfies(advice -> {
            assertThat(advice.decision()).isEqualTo(AdviceDecision.PROCEED);
            assertThat(advice.reason()).isEqualTo(AdviceReason.CONFIRM_DEATH);
            assertThat(advice.confirm())
                    .extracting(Confirmation::kind)
                    .containsExactly(Confirmation.ConfirmationKind.CONFIRM_DEATH);
        });
    }

    @Test
    void ofSeveralGatesTheFirstWinsAndAllAreTold() {
        var advice = Situation.wants("COUNCIL", "MCA")
                .unidentified()
                .because(AssessmentReason.CRISIS)
                .fresh()
                .record(Held.of("a1", "GP", "CGA", "2026-03-01"))
                .advice();

        assertThat(advice.reason()).isEqualTo(AdviceReason.IDENTITY_NOT_CONFIRMED);
        assertThat(advice.gates())
                .containsExactly(
                        AdviceReason.IDENTITY_NOT_CONFIRMED,
                        AdviceReason.NEVER_REUSABLE,
                        AdviceReason.URGENT,
                        AdviceReason.PERSON_ASKED);
        assertThat(advice.evidence()).hasSize(1);
    }

    @Test
    void nothingCoversAnythingWhereItIsNotEstablishedWhoIsMeant() {
        assertThat(cfs().unidentified().advice().domains())
                .allSatisfy(domain -> assertThat(domain.by()).isNull());
    }

    @ParameterizedTest
    @EnumSource(
            value = AssessmentReason.class,
            names = {"SAFEGUARDING", "CRISIS", "POST_EVENT", "EMERGENCY"})
    void whatCannotWaitIsDone(AssessmentReason reason) {
        assertThat(cfs().because(reason).advice().reason()).isEqualTo(AdviceReason.URGENT);
    }

    @ParameterizedTest
    @EnumSource(
            value = PartnerState.class,
            names = {"TIMEOUT", "DENIED", "UNKNOWN"})
    void aPartnerThatWasNotHeardMayKnowOfAChange(PartnerState state) {
        assertThat(cfs().partner("ANY", state).advice().reason()).isEqualTo(AdviceReason.CHANGE_UNVERIFIABLE);
    }

    @Test
    void aPartnerWithheldFromTheRoleIsToldAndChangesNothingElse() {
        var advice = cfs().partner("mental-health", PartnerState.WITHHELD).advice();

        assertThat(advice.decision()).isEqualTo(AdviceDecision.REUSE);
        assertThat(advice.withheld()).containsExactly("mental-health");
        assertThat(advice.unanswered()).isEmpty();
        assertThat(advice.complete()).isFalse();
    }

    @Test
    void aKindThatMustAnswerAndIsNotConnectedDidNotAnswer() {
        var falls = Situation.wants("GP", "FALLS_MFRA").record(Held.of("a1", "COMMUNITY", "FALLS_MFRA", "2026-01-10"));

        assertThat(falls.withoutAny("council").advice().decision()).isEqualTo(AdviceDecision.REUSE);
        assertThat(falls.withoutAny("trust").advice().reason()).isEqualTo(AdviceReason.CHANGE_UNVERIFIABLE);
    }

    @Test
    void aSilentPartnerChangesNothingWhereSomethingIsLeftToAsk() {
        var advice = Situation.wants("COUNCIL", "CARE_ACT_NEEDS")
                .record(Held.of("a1", "HOSPITAL", "CGA", "2026-02-20"))
                .partner("GP", PartnerState.TIMEOUT)
                .advice();

        assertThat(advice.decision()).isEqualTo(AdviceDecision.TOP_UP);
        assertThat(advice.unanswered()).containsExactly("GP");
    }

    @Test
    void whatNobodyWhoAnsweredCouldTellIsAsked() {
        var advice = Situation.wants("GP", "FALLS_MFRA")
                .record(Held.of("a1", "COMMUNITY", "FALLS_MFRA", "2026-01-10"))
                .telling(EventKind.EMERGENCY_ADMISSION)
                .advice();

        assertThat(advice.decision()).isEqualTo(AdviceDecision.REUSE);
        assertThat(advice.confirm())
                .extracting(Confirmation::event)
                .containsExactly(null, EventKind.FALL, EventKind.NEW_DIAGNOSIS, EventKind.DETERIORATION);
        assertThat(advice.confirm().getFirst().kind()).isEqualTo(Confirmation.ConfirmationKind.NO_CHANGE);
        assertThat(advice.confirm())
                .allSatisfy(each -> assertThat(each.domains()).hasSize(9));
    }

    @Test
    void onlyTheDutyHoldersOwnAssessmentMayStand() {
        var own = Situation.wants("COUNCIL", "CARE_ACT_NEEDS")
                .record(Held.of("a1", "COUNCIL", "CARE_ACT_NEEDS", "2026-01-10"));
        var anothers = Situation.wants("COUNCIL", "CARE_ACT_NEEDS")
                .record(Held.of("a1", "OTHER_COUNCIL", "CARE_ACT_NEEDS", "2026-01-10"));
        var noTopUp = Situation.wants("COUNCIL", "FINANCIAL")
                .record(Held.of("a1", "OTHER_COUNCIL", "FINANCIAL", "2026-01-10"));

        assertThat(own.advice().decision()).isEqualTo(AdviceDecision.REUSE);
        assertThat(anothers.advice().decision()).isEqualTo(AdviceDecision.TOP_UP);
        assertThat(anothers.advice().residualDomains()).isEmpty();
        assertThat(anothers.advice().determination()).isTrue();
        assertThat(noTopUp.advice().reason()).isEqualTo(AdviceReason.DUTY_REMAINS);
        assertThat(anothers.partner("GP", PartnerState.DENIED).advice().reason())
                .isEqualTo(AdviceReason.CHANGE_UNVERIFIABLE);
    }

    @Test
    void tooLittleIsNoTopUp() {
        var advice = Situation.wants("COUNCIL", "CARE_ACT_NEEDS")
                .record(Held.of("a1", "GP", "MUST", "2026-03-01"))
                .record(Held.of("a2", "GP", "PHQ9", "2026-03-01"))
                .advice();

        assertThat(advice.reason()).isEqualTo(AdviceReason.TOO_LITTLE_COVERED);
        assertThat(advice.domains())
                .anySatisfy(domain -> assertThat(domain.by()).isNotNull());
    }

    @Test
    void requiredDomainsTakeTheInstrumentsDepths() {
        var advice = Situation.wants("GP", "FALLS_MFRA")
                .requiring(NeedsDomain.FALLS, null)
                .requiring(NeedsDomain.PARENTING, null)
                .requiring(NeedsDomain.COGNITION, Depth.OVERVIEW)
                .advice();

        assertThat(advice.domains())
                .extracting(DomainCoverage::domain, DomainCoverage::required)
                .containsExactlyInAnyOrder(
                        tuple(NeedsDomain.FALLS, Depth.SPECIALIST),
                        tuple(NeedsDomain.PARENTING, Depth.SPECIALIST),
                        tuple(NeedsDomain.COGNITION, Depth.OVERVIEW));
    }

    @Test
    void whatAPartnerStatesToHaveCoveredOverridesTheCatalogue() {
        var advice = Situation.wants("GP", "CGA")
                .requiring(NeedsDomain.MOOD, Depth.SCREENING)
                .requiring(NeedsDomain.SKIN, Depth.SCREENING)
                .record(Held.of("a1", "HOSPITAL", "CGA", "2026-03-01").covering(NeedsDomain.SKIN, Depth.OVERVIEW))
                .advice();

        assertThat(advice.domains())
                .satisfiesExactly(
                        skin -> {
                            assertThat(Objects.requireNonNull(skin.by()).id()).isEqualTo("a1");
                            assertThat(skin.basis()).isEqualTo(CoverageBasis.STATED);
                            assertThat(skin.depth()).isEqualTo(Depth.OVERVIEW);
                        },
                        mood -> assertThat(mood.by()).isNull());
    }

    @Test
    void theLatestCoversThenTheDeepestThenOnesOwnThenTheLowestId() {
        assertThat(covering(Held.of("a1", "GP", "SIX_CIT", "2026-03-01"), Held.of("a2", "GP", "SIX_CIT", "2026-03-02")))
                .isEqualTo("a2");
        assertThat(covering(Held.of("a1", "GP", "SIX_CIT", "2026-03-01"), Held.of("a2", "GP", "ACE_III", "2026-03-01")))
                .isEqualTo("a2");
        assertThat(covering(Held.of("a1", "GP", "SIX_CIT", "2026-03-01"), Held.of("a2", "ME", "SIX_CIT", "2026-03-01")))
                .isEqualTo("a2");
        assertThat(covering(Held.of("a2", "GP", "SIX_CIT", "2026-03-01"), Held.of("a1", "GP", "SIX_CIT", "2026-03-01")))
                .isEqualTo("a1");
    }

    @Test
    void aBandStatedForTheDomainGoesBeforeThatOfTheWhole() {
        var agreeing = Situation.wants("CARE_PROVIDER", "MUST")
                .record(Held.of("a1", "GP", "MUST", "2026-02-20").with(RiskBand.LOW))
                .record(Held.of("a2", "COMMUNITY", "MUST", "2026-02-20")
                        .with(RiskBand.HIGH)
                        .with(NeedsDomain.NUTRITION_HYDRATION, RiskBand.LOW));
        var silent = Situation.wants("CARE_PROVIDER", "MUST")
                .record(Held.of("a1", "GP", "MUST", "2026-02-20"))
                .record(Held.of("a2", "COMMUNITY", "MUST", "2026-02-20").with(RiskBand.HIGH));

        assertThat(agreeing.advice().decision()).isEqualTo(AdviceDecision.REUSE);
        assertThat(silent.advice().decision()).isEqualTo(AdviceDecision.REUSE);
    }

    @Test
    void whatWasRefusedLeavesNoTrace() {
        var without = Situation.wants("GP", "CFS").advice();
        var refused = Situation.wants("GP", "CFS")
                .record(Held.of("a1", "HOSPITAL", "CFS", "2026-03-01").refused());
        var own = Situation.wants("GP", "CFS").sharingRefused().record(Held.of("a1", "GP", "CFS", "2026-03-01"));

        assertThat(refused.advice()).isEqualTo(without);
        assertThat(cfs().sharingRefused().advice()).isEqualTo(without);
        assertThat(own.advice().decision()).isEqualTo(AdviceDecision.REUSE);
    }

    @Test
    void anInstrumentThatIsNotInTheCatalogueIsAnError() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Situation.wants("GP", "TEA_LEAVES").advice());
    }

    @Test
    void theVersionChangesWithASetting() {
        var other = new RuleSettings(
                RuleSettings.DEFAULT.joinWindow(),
                RuleSettings.DEFAULT.inProgress(),
                0.4,
                0.25,
                RuleSettings.DEFAULT.lookback(),
                0.6,
                0.5);

        assertThat(new AdviceRules(Situation.CATALOGUE, other).version()).isNotEqualTo(Situation.RULES.version());
        assertThat(new AdviceRules(Situation.CATALOGUE, RuleSettings.DEFAULT).version())
                .isEqualTo(Situation.RULES.version());
    }

    private static Situation cfs() {
        return Situation.wants("GP", "CFS").record(Held.of("a1", "HOSPITAL", "CFS", "2026-03-01"));
    }

    private static String covering(Held one, Held other) {
        var advice = Situation.wants("ME", "SIX_CIT").record(one).record(other).advice();
        return Objects.requireNonNull(advice.domains().getFirst().by()).id();
    }
}
