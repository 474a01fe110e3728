package care.weft.gateway.advice.rules;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;

/** Takes the decision, once it is known what covers what and what could be joined. */
final class Deciding {

    private final Asked asked;
    private final Coverage coverage;
    private final Collection<HeldAssessment> usable;
    private final Usability usability;
    private final AdviceContext context;
    private final RuleSettings settings;

    Deciding(
            Asked asked,
            Coverage coverage,
            Collection<HeldAssessment> usable,
            Usability usability,
            AdviceContext context,
            RuleSettings settings) {
        this.asked = asked;
        this.coverage = coverage;
        this.usable = usable;
        this.usability = usability;
        this.context = context;
        this.settings = settings;
    }

    Decided decide(Joining joining, Collection<HeldAssessment> joinable) {
        var gates = Gates.of(asked, context);
        if (!gates.isEmpty()) {
            return gates.getFirst() == AdviceReason.DEATH
                    ? Decided.of(AdviceDecision.STOP, gates)
                    : Decided.of(AdviceDecision.PROCEED, gates)
                            .leaving(asked.required().keySet());
        }
        var uncovered = coverage.uncovered();
        if (uncovered.isEmpty() && isUnverifiable()) {
            return proceed(AdviceReason.CHANGE_UNVERIFIABLE);
        }
        boolean own = isOwn();
        if (uncovered.isEmpty() && own) {
            return Decided.of(AdviceDecision.REUSE, AdviceReason.COVERED);
        }
        var plan = joinable.stream().min(best(joining));
        if (plan.isPresent()) {
            var residual = EnumSet.copyOf(uncovered);
            residual.removeAll(joining.shared(plan.get()));
            return Decided.of(AdviceDecision.JOIN, AdviceReason.PLAN_SHARES)
                    .joining(plan.get())
                    .leaving(residual);
        }
        return topUpOrProceed(uncovered, own);
    }

    private Decided topUpOrProceed(Set<NeedsDomain> uncovered, boolean own) {
        int covered = coverage.covered().size();
        if (covered == 0) {
            return proceed(AdviceReason.NOT_COVERED);
        }
        if (asked.instrument().topUpAllowed()
                && (double) covered / asked.required().size() >= settings.topUpMinShare()) {
            var toppedUp = Decided.of(AdviceDecision.TOP_UP, AdviceReason.PARTLY_COVERED)
                    .leaving(uncovered);
            return own ? toppedUp : toppedUp.withDetermination();
        }
        return proceed(uncovered.isEmpty() ? AdviceReason.DUTY_REMAINS : AdviceReason.TOO_LITTLE_COVERED);
    }

    private Decided proceed(AdviceReason reason) {
        return Decided.of(AdviceDecision.PROCEED, reason)
                .leaving(asked.required().keySet());
    }

    /**
     * Whether a change may have gone unnoticed: a partner did not answer, whichever it is, or none is connected of a kind that
     * must answer for this instrument or for one that is relied on. Of the two instruments the stricter holds, as it does for age.
     */
    private boolean isUnverifiable() {
        var mustAnswer = new ArrayList<>(asked.instrument().mustAnswer());
        coverage.relied().forEach(held -> usability.known(held).ifPresent(row -> mustAnswer.addAll(row.mustAnswer())));
        return !context.unanswered().isEmpty() || context.lacksOneOf(mustAnswer);
    }

    /** Whether who asks may let an earlier one stand: nobody in particular must decide, or they did so themselves. */
    private boolean isOwn() {
        return !asked.instrument().hasDutyHolder()
                || usable.stream()
                        .anyMatch(held -> asked.instrument().id().equals(held.instrument())
                                && held.partner().equals(asked.intent().partner()));
    }

    private static Comparator<HeldAssessment> best(Joining joining) {
        return Comparator.comparingInt(
                        (HeldAssessment plan) -> -joining.shared(plan).size())
                .thenComparing(plan -> Objects.requireNonNull(plan.date()))
                .thenComparing(HeldAssessment::id)
                .thenComparing(HeldAssessment::partner);
    }
}
