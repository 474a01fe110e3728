package care.weft.gateway.advice.rules;

import care.weft.spi.model.AssessmentStatus;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;

/** Whether a plan may be joined. The first condition that it fails names the reason. */
final class Joining {

    private final Asked asked;
    private final Set<NeedsDomain> uncovered;
    private final Usability usability;
    private final AdviceContext context;
    private final RuleSettings settings;

    Joining(
            Asked asked,
            Set<NeedsDomain> uncovered,
            Usability usability,
            AdviceContext context,
            RuleSettings settings) {
        this.asked = asked;
        this.uncovered = uncovered;
        this.usability = usability;
        this.context = context;
        this.settings = settings;
    }

    EvidenceReason of(HeldAssessment plan) {
        var known = usability.known(plan).orElse(null);
        if (known == null) {
            return EvidenceReason.UNKNOWN_INSTRUMENT;
        }
        if (plan.status() != AssessmentStatus.BOOKED && plan.status() != AssessmentStatus.IN_PROGRESS) {
            return EvidenceReason.NOT_BOOKED;
        }
        if (isOwnTeams(plan)) {
            return EvidenceReason.OWN_TEAM;
        }
        if (isLater(plan)) {
            return EvidenceReason.LATER_ANNOUNCEMENT;
        }
        if (!plan.confirmed()) {
            return EvidenceReason.LINK_NOT_CONFIRMED;
        }
        if (!plan.subject(known).isSameAs(asked.subject())) {
            return EvidenceReason.OTHER_SUBJECT;
        }
        return together(plan, known);
    }

    private EvidenceReason together(HeldAssessment plan, AssessmentInstrument known) {
        if (!known.jointAllowed() || !asked.instrument().jointAllowed()) {
            return EvidenceReason.NOT_JOINT;
        }
        if (context.refusesJoint()) {
            return EvidenceReason.REFUSES_JOINT;
        }
        if (!inTime(plan)) {
            return EvidenceReason.OUTSIDE_WINDOW;
        }
        if (!inPlace(plan, known)) {
            return EvidenceReason.OTHER_SETTING;
        }
        if (!Usability.mayBeSatisfiedBy(asked.instrument(), known)) {
            return EvidenceReason.OTHER_FAMILY;
        }
        boolean enough =
                !uncovered.isEmpty() && (double) shared(plan).size() / uncovered.size() >= settings.joinMinShare();
        return enough ? EvidenceReason.JOINABLE : EvidenceReason.TOO_FEW_DOMAINS;
    }

    /** What is left to ask that the plan asks about, at whatever depth: both attend, and meet the deeper need together. */
    Set<NeedsDomain> shared(HeldAssessment plan) {
        var shared = EnumSet.noneOf(NeedsDomain.class);
        shared.addAll(uncovered);
        usability
                .known(plan)
                .ifPresentOrElse(known -> shared.retainAll(plan.covers(known).keySet()), shared::clear);
        return shared;
    }

    private boolean isOwnTeams(HeldAssessment plan) {
        var own = asked.intent().team();
        boolean otherTeam = own != null && plan.team() != null && !own.equals(plan.team());
        return plan.partner().equals(asked.intent().partner()) && !otherTeam;
    }

    private boolean isLater(HeldAssessment plan) {
        var mine = asked.intent().announcement();
        var theirs = plan.announcement();
        return mine != null && theirs != null && !theirs.isBefore(mine);
    }

    /** A plan without its day cannot be shown to be in time. */
    private boolean inTime(HeldAssessment plan) {
        var date = plan.date();
        if (date == null) {
            return false;
        }
        var on = asked.intent().on();
        if (plan.status() == AssessmentStatus.IN_PROGRESS) {
            return !date.isAfter(on)
                    && !date.isBefore(on.minusDays(settings.inProgress().toDays()));
        }
        return !date.isBefore(on) && !date.isAfter(last(on));
    }

    private LocalDate last(LocalDate on) {
        var last = on.plusDays(settings.joinWindow().toDays());
        var completeBy = asked.intent().completeBy();
        return completeBy != null && completeBy.isBefore(last) ? completeBy : last;
    }

    private boolean inPlace(HeldAssessment plan, AssessmentInstrument known) {
        return plan.setting() == null
                ? !known.settingBound() && !asked.instrument().settingBound()
                : plan.setting() == asked.intent().setting();
    }
}
