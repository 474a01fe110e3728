package care.weft.gateway.advice.rules;

import care.weft.spi.model.AssessmentSubject;
import care.weft.spi.model.CareSetting;
import care.weft.spi.model.RiskBand;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One row of the catalogue: a way of assessing, and what its result is good for.
 *
 * @param family instruments that answer the same question
 * @param subject whose needs it is about, where the assessment itself does not say
 * @param domains what it asks about, and how deeply; never empty
 * @param maxDepth the depth of a domain that is asked for beyond these
 * @param invalidatedBy what makes an earlier one untrue
 * @param settingBound whether it is good only where it was made
 * @param dutyHolder who must decide; null where nobody in particular must
 * @param typicalMinutes how long it takes: an unsourced planning figure
 * @param mustAnswer kinds of partner that must be connected and have answered before an earlier assessment stands in for it
 * @param snomedCode by which a record is told to be of it; null where no public code does that
 */
public record AssessmentInstrument(
        String id,
        String name,
        String family,
        AssessmentSubject subject,
        Map<NeedsDomain, Depth> domains,
        Depth maxDepth,
        Validity validity,
        Set<EventKind> invalidatedBy,
        boolean settingBound,
        SatisfiedBy satisfiedBy,
        ReuseClass reuseClass,
        @Nullable String dutyHolder,
        boolean jointAllowed,
        boolean topUpAllowed,
        int typicalMinutes,
        Set<String> mustAnswer,
        @Nullable String snomedCode) {

    private static final String DECISION_MAKER = "DECISION_MAKER";
    private static final String EMPLOYER = "EMPLOYER";

    public AssessmentInstrument {
        var copy = new EnumMap<NeedsDomain, Depth>(NeedsDomain.class);
        copy.putAll(domains);
        domains = Collections.unmodifiableMap(copy);
        invalidatedBy = Collections.unmodifiableSet(new TreeSet<>(invalidatedBy));
        mustAnswer = Collections.unmodifiableSet(new TreeSet<>(mustAnswer));
    }

    /** The same with another period. */
    public AssessmentInstrument with(Validity other) {
        return new AssessmentInstrument(
                id,
                name,
                family,
                subject,
                domains,
                maxDepth,
                other,
                invalidatedBy,
                settingBound,
                satisfiedBy,
                reuseClass,
                dutyHolder,
                jointAllowed,
                topUpAllowed,
                typicalMinutes,
                mustAnswer,
                snomedCode);
    }

    /** Until when one may stand in for a repeat, that day included; empty when it never may. */
    public Optional<LocalDate> validUntil(LocalDate completed, @Nullable CareSetting setting, @Nullable RiskBand risk) {
        return switch (reuseClass) {
            case CONDITIONAL, SETTING_BOUND, TRUSTED_ASSESSOR ->
                Optional.of(completed.plusDays(validity.days(setting, risk)));
            case EVIDENCE_ONLY, STATUTORY_EQUIVALENT, NEVER -> Optional.empty();
        };
    }

    /** Whether it is always done anew. */
    boolean neverReusable() {
        return reuseClass == ReuseClass.NEVER || reuseClass == ReuseClass.STATUTORY_EQUIVALENT;
    }

    /** Whether another body cannot complete it. */
    boolean hasDutyHolder() {
        return dutyHolder != null && !dutyHolder.equals(DECISION_MAKER);
    }

    /** Whether every employer must do it for its own staff. */
    boolean isEmployers() {
        return EMPLOYER.equals(dutyHolder);
    }
}
