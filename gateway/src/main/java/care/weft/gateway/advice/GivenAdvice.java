package care.weft.gateway.advice;

import care.weft.gateway.advice.rules.AdviceDecision;
import care.weft.gateway.advice.rules.AssessmentAdvice;
import care.weft.gateway.advice.rules.DomainCoverage;
import care.weft.gateway.advice.rules.HeldAssessment;
import care.weft.gateway.store.AdviceRow;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Advice as it was given to one reader: what of it figures need, and no more.
 *
 * @param id the same as long as it says the same
 * @param reader pseudonym
 * @param person pseudonym
 * @param neighbourhood null where the person lives in none of this place
 * @param partner the organisation that would assess
 */
public record GivenAdvice(
        String id,
        String reader,
        String person,
        @Nullable String neighbourhood,
        String instrument,
        String partner,
        AssessmentAdvice advice) {

    AdviceRow row(Instant now) {
        var covering = advice.domains().stream()
                .map(DomainCoverage::by)
                .filter(Objects::nonNull)
                .toList();
        return new AdviceRow(
                id,
                reader,
                person,
                neighbourhood,
                instrument,
                partner,
                reliedOn(covering),
                advice.decision().name(),
                advice.reason().name(),
                advice.domains().size(),
                covering.size(),
                advice.unanswered().size(),
                band(covering),
                now,
                null,
                null,
                null,
                null,
                null);
    }

    /** Whose record covers most, or whose plan is joined. */
    private @Nullable String reliedOn(List<HeldAssessment> covering) {
        var plan = advice.joinWith();
        if (plan != null) {
            return plan.partner();
        }
        if (advice.decision() != AdviceDecision.REUSE && advice.decision() != AdviceDecision.TOP_UP) {
            return null;
        }
        return covering.stream()
                .collect(Collectors.groupingBy(HeldAssessment::partner, Collectors.counting()))
                .entrySet()
                .stream()
                .min(Comparator.comparingLong((Map.Entry<String, Long> each) -> -each.getValue())
                        .thenComparing(Map.Entry::getKey))
                .map(Map.Entry::getKey)
                .orElse(null);
    }

    private static @Nullable String band(List<HeldAssessment> covering) {
        var bands = covering.stream()
                .map(HeldAssessment::risk)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return bands.size() == 1 ? bands.getFirst().name() : null;
    }
}
