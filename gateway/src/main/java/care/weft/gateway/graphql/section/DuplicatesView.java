package care.weft.gateway.graphql.section;

import care.weft.gateway.advice.rules.AppointmentClash.AppointmentClashRule;
import care.weft.gateway.advice.rules.DuplicateKind;
import care.weft.gateway.advice.rules.DuplicateReferralGroup.DuplicateReferralRule;
import care.weft.gateway.advice.rules.NeedsDomain;
import java.math.BigDecimal;
import java.util.List;

/** What is done, asked for or booked twice, in the words of the API. */
record DuplicatesView(
        List<AssessmentGroupView> assessments,
        List<ReferralGroupView> referrals,
        List<ClashView> appointmentClashes,
        List<SourceStatus> sources,
        Completeness completeness,
        String ruleVersion) {

    public boolean complete() {
        return completeness == Completeness.COMPLETE;
    }

    /** An assessment and those that repeated it. */
    record AssessmentGroupView(ReleasedRecord first, List<RepeatView> repeats) {}

    /** An assessment that repeated another. */
    record RepeatView(
            ReleasedRecord assessment, DuplicateKind kind, List<NeedsDomain> sharedDomains, BigDecimal share) {}

    /** Referrals that ask the same. */
    record ReferralGroupView(DuplicateReferralRule rule, List<ReleasedRecord> referrals) {}

    /** Two appointments that cannot both be kept. */
    record ClashView(AppointmentClashRule rule, ReleasedRecord first, ReleasedRecord second) {}
}
