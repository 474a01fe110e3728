package care.weft.gateway.advice.rules;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Advice on an intended assessment.
 *
 * @param reason why; where several gates fired, the first of them
 * @param gates all that fired; empty where none did
 * @param action what to do first; null for nothing in particular
 * @param confirm what to make sure of before relying on it
 * @param domains every required domain: what covers it may fill in the form, whatever is decided
 * @param residualDomains what is left to ask
 * @param determination whether the duty holder's own decision remains to be made beside these
 * @param joinWith the plan to join, for JOIN; null otherwise
 * @param evidence every assessment and plan that the caller may see, the newest first, plans last
 * @param unanswered partners that did not answer, by name: while there is one, nobody may say that there are no duplicates
 * @param withheld partners that the caller's role may not see, by name
 * @param ruleVersion by which rules, catalogue and settings
 */
public record AssessmentAdvice(
        AdviceDecision decision,
        AdviceReason reason,
        List<AdviceReason> gates,
        @Nullable AdviceAction action,
        List<Confirmation> confirm,
        List<DomainCoverage> domains,
        Set<NeedsDomain> residualDomains,
        boolean determination,
        @Nullable HeldAssessment joinWith,
        List<AssessmentEvidence> evidence,
        List<String> unanswered,
        List<String> withheld,
        String ruleVersion) {

    public AssessmentAdvice {
        gates = List.copyOf(gates);
        confirm = List.copyOf(confirm);
        domains = List.copyOf(domains);
        var residual = EnumSet.noneOf(NeedsDomain.class);
        residual.addAll(residualDomains);
        residualDomains = Collections.unmodifiableSet(residual);
        evidence = List.copyOf(evidence);
        unanswered = List.copyOf(unanswered);
        withheld = List.copyOf(withheld);
    }

    /** Whether everybody who could hold something was heard, and may be seen. */
    public boolean complete() {
        return unanswered.isEmpty() && withheld.isEmpty();
    }
}
