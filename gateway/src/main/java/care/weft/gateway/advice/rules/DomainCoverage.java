package care.weft.gateway.advice.rules;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A domain that is required, and what covers it.
 *
 * @param required how deeply it must be covered
 * @param by null when nothing covers it
 * @param depth how deeply that does; null when nothing does
 * @param basis how that is known; null when nothing does
 * @param conflicting assessments that contradict each other about it, for which nothing covers it; empty otherwise
 */
public record DomainCoverage(
        NeedsDomain domain,
        Depth required,
        @Nullable HeldAssessment by,
        @Nullable Depth depth,
        @Nullable CoverageBasis basis,
        List<HeldAssessment> conflicting) {

    public DomainCoverage {
        conflicting = List.copyOf(conflicting);
    }

    static DomainCoverage none(NeedsDomain domain, Depth required) {
        return new DomainCoverage(domain, required, null, null, null, List.of());
    }
}
