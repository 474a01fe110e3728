package care.weft.gateway.graphql.section;

import care.weft.gateway.advice.AdviceOutcome;
import care.weft.gateway.advice.AdviceOutcomes.Earlier;
import care.weft.gateway.advice.rules.AdviceAction;
import care.weft.gateway.advice.rules.AdviceDecision;
import care.weft.gateway.advice.rules.AdviceReason;
import care.weft.gateway.advice.rules.AssessmentAdvice;
import care.weft.gateway.advice.rules.Confirmation;
import care.weft.gateway.advice.rules.Confirmation.ConfirmationKind;
import care.weft.gateway.advice.rules.CoverageBasis;
import care.weft.gateway.advice.rules.Depth;
import care.weft.gateway.advice.rules.EventKind;
import care.weft.gateway.advice.rules.EvidenceReason;
import care.weft.gateway.advice.rules.NeedsDomain;
import care.weft.gateway.partner.Partner;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Advice, in the words of the API. */
record AdviceView(
        String id,
        InstrumentView instrument,
        AssessmentAdvice advice,
        List<CoverageView> domains,
        @Nullable ReleasedRecord joinWith,
        List<EvidenceView> evidence,
        List<Partner> unanswered,
        List<SourceStatus> sources,
        Completeness completeness,
        boolean repeated,
        @Nullable AdviceOutcome outcome) {

    /** The same, given before. */
    AdviceView again(Earlier earlier) {
        return new AdviceView(
                id,
                instrument,
                advice,
                domains,
                joinWith,
                evidence,
                unanswered,
                sources,
                completeness,
                true,
                earlier.outcome());
    }

    public AdviceDecision decision() {
        return advice.decision();
    }

    public AdviceReason reason() {
        return advice.reason();
    }

    public List<AdviceReason> gates() {
        return advice.gates();
    }

    public @Nullable AdviceAction action() {
        return advice.action();
    }

    public List<ConfirmationView> confirm() {
        return advice.confirm().stream().map(ConfirmationView::of).toList();
    }

    public List<NeedsDomain> residualDomains() {
        return List.copyOf(advice.residualDomains());
    }

    public boolean determination() {
        return advice.determination();
    }

    public boolean complete() {
        return completeness == Completeness.COMPLETE;
    }

    public String ruleVersion() {
        return advice.ruleVersion();
    }

    /** Something to make sure of. */
    record ConfirmationView(ConfirmationKind kind, @Nullable EventKind event, List<NeedsDomain> domains) {

        static ConfirmationView of(Confirmation confirmation) {
            return new ConfirmationView(confirmation.kind(), confirmation.event(), List.copyOf(confirmation.domains()));
        }
    }

    /** A domain that is required, and what covers it. */
    record CoverageView(
            NeedsDomain domain,
            Depth requiredDepth,
            @Nullable ReleasedRecord coveredBy,
            @Nullable Depth depth,
            @Nullable CoverageBasis basis,
            List<ReleasedRecord> conflicting) {}

    /** An assessment or plan, and why it counted or did not. */
    record EvidenceView(
            ReleasedRecord assessment,
            EvidenceReason reason,
            @Nullable EventKind changedBy) {}
}
