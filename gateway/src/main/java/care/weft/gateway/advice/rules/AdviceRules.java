package care.weft.gateway.advice.rules;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Advises whether an intended assessment is needed: reuse what there is, join who is at it, ask only what is left, or go ahead.
 *
 * <p>A pure function: the same answer for the same records in whatever order. What sharing was refused for is dropped before
 * anything is looked at: the answer is the same as if it did not exist. Where a rule leaves a doubt, the needed assessment is done.
 */
public final class AdviceRules {

    private final Catalogue catalogue;
    private final RuleSettings settings;
    private final String version;

    public AdviceRules(Catalogue catalogue, RuleSettings settings) {
        this.catalogue = catalogue;
        this.settings = settings;
        this.version = RuleVersion.of(catalogue, settings);
    }

    /** By which rules, catalogue and settings it decides: changes whenever an answer could. */
    public String version() {
        return version;
    }

    /**
     * Advises.
     *
     * @param records what is done, called off or only asked for
     * @param plans what is booked, in progress or announced; neither withdrawn nor expired
     * @throws IllegalArgumentException when the catalogue does not have the intended instrument
     */
    public AssessmentAdvice decide(
            AssessmentIntent intent,
            Collection<HeldAssessment> records,
            Collection<HeldAssessment> plans,
            AdviceContext context) {
        var asked = Asked.of(intent, catalogue);
        var usability = new Usability(catalogue, context);
        var evidence = new ArrayList<AssessmentEvidence>();
        var usable = new ArrayList<HeldAssessment>();
        for (var held : visible(records, intent, context)) {
            var verdict = usability.of(held, asked.wanted());
            evidence.add(new AssessmentEvidence(held, verdict.reason(), verdict.changedBy()));
            // Nothing is anybody's where it is not established who is meant.
            if (verdict.counts() && context.identityConfirmed()) {
                usable.add(held);
            }
        }
        var coverage = Coverage.of(asked, usable, usability);
        var joining = new Joining(asked, coverage.uncovered(), usability, context, settings);
        var joinable = new ArrayList<HeldAssessment>();
        for (var plan : visible(plans, intent, context)) {
            var reason = joining.of(plan);
            evidence.add(new AssessmentEvidence(plan, reason, null));
            if (reason == EvidenceReason.JOINABLE) {
                joinable.add(plan);
            }
        }
        var decided = new Deciding(asked, coverage, usable, usability, context, settings).decide(joining, joinable);
        return decided.advice(asked, coverage, usability, evidence, context, version);
    }

    private static List<HeldAssessment> visible(
            Collection<HeldAssessment> all, AssessmentIntent intent, AdviceContext context) {
        return all.stream()
                .filter(held -> !context.hides(held, intent.partner()))
                .sorted(HeldAssessment.NEWEST_FIRST)
                .toList();
    }
}
