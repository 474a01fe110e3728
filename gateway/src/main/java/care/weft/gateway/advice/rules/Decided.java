package care.weft.gateway.advice.rules;

import care.weft.spi.model.AssessmentStatus;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A decision, before its evidence is put beside it. */
record Decided(
        AdviceDecision decision,
        AdviceReason reason,
        List<AdviceReason> gates,
        Set<NeedsDomain> residual,
        boolean determination,
        @Nullable HeldAssessment plan) {

    static Decided of(AdviceDecision decision, AdviceReason reason) {
        return new Decided(decision, reason, List.of(), Set.of(), false, null);
    }

    /** @param gates not empty; the first wins */
    static Decided of(AdviceDecision decision, List<AdviceReason> gates) {
        return new Decided(decision, gates.getFirst(), gates, Set.of(), false, null);
    }

    Decided leaving(Set<NeedsDomain> domains) {
        return new Decided(decision, reason, gates, domains, determination, plan);
    }

    Decided withDetermination() {
        return new Decided(decision, reason, gates, residual, true, plan);
    }

    Decided joining(HeldAssessment other) {
        return new Decided(decision, reason, gates, residual, determination, other);
    }

    AssessmentAdvice advice(
            Asked asked,
            Coverage coverage,
            Usability usability,
            List<AssessmentEvidence> evidence,
            AdviceContext context,
            String ruleVersion) {
        return new AssessmentAdvice(
                decision,
                reason,
                gates,
                action(),
                confirm(asked, coverage, usability, context),
                coverage.domains(),
                residual,
                determination,
                plan,
                evidence,
                context.unanswered(),
                context.withheld(),
                ruleVersion);
    }

    private @Nullable AdviceAction action() {
        return switch (decision) {
            case REUSE, TOP_UP -> AdviceAction.CONFIRM_NO_CHANGE;
            case JOIN ->
                plan != null && plan.status() == AssessmentStatus.IN_PROGRESS
                        ? AdviceAction.CONTACT_TEAM
                        : AdviceAction.ATTEND;
            case PROCEED, STOP -> null;
        };
    }

    private List<Confirmation> confirm(Asked asked, Coverage coverage, Usability usability, AdviceContext context) {
        if (reason == AdviceReason.CONFIRM_DEATH) {
            return List.of(new Confirmation(Confirmation.ConfirmationKind.CONFIRM_DEATH, null, Set.of()));
        }
        return switch (decision) {
            case REUSE, TOP_UP, JOIN -> questions(asked, coverage, usability, context);
            case PROCEED, STOP -> List.of();
        };
    }

    /** What nobody who answered could tell is asked, and never taken for not having happened. */
    private static List<Confirmation> questions(
            Asked asked, Coverage coverage, Usability usability, AdviceContext context) {
        var covered = coverage.covered();
        if (covered.isEmpty()) {
            return List.of();
        }
        var questions = new ArrayList<Confirmation>();
        questions.add(new Confirmation(Confirmation.ConfirmationKind.NO_CHANGE, null, covered));
        var untold = EnumSet.allOf(EventKind.class);
        untold.removeAll(context.told());
        for (var event : untold) {
            var bearing = bearing(event, asked, coverage, usability);
            if (!bearing.isEmpty()) {
                questions.add(new Confirmation(Confirmation.ConfirmationKind.NO_EVENT, event, bearing));
            }
        }
        return List.copyOf(questions);
    }

    /** The covered domains that would not be covered, had this happened. */
    private static Set<NeedsDomain> bearing(EventKind event, Asked asked, Coverage coverage, Usability usability) {
        var bearing = EnumSet.noneOf(NeedsDomain.class);
        for (var each : coverage.domains()) {
            var by = each.by();
            if (by != null && usability.isChangedBy(event, by, asked.wanted())) {
                bearing.add(each.domain());
            }
        }
        return Collections.unmodifiableSet(bearing);
    }
}
