package care.weft.gateway.advice;

import care.weft.gateway.advice.rules.AssessmentGroups;
import care.weft.gateway.advice.rules.DuplicateAssessment;
import care.weft.gateway.advice.rules.DuplicateKind;
import care.weft.gateway.advice.rules.HeldAssessment;
import care.weft.gateway.store.FindingRow;
import care.weft.spi.model.AssessmentStatus;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How much of one person's record was done twice, as far as whoever asked may see it.
 *
 * @param assessments those that were looked at: done, of a known instrument, within the time that is looked back
 */
public record FoundTwice(List<HeldAssessment> assessments, AssessmentGroups groups) {

    private static final int STORY_DAYS = 90;

    static FoundTwice of(List<HeldAssessment> all, AssessmentGroups groups, LocalDate since, LocalDate today) {
        return new FoundTwice(
                all.stream()
                        .filter(held -> held.status() == AssessmentStatus.COMPLETED
                                && held.confirmed()
                                && held.instrument() != null
                                && held.date() != null
                                && !held.date().isBefore(since)
                                && !held.date().isAfter(today)
                                && groups.copies().stream()
                                        .noneMatch(copy -> copy.copy().equals(held)))
                        .toList(),
                groups);
    }

    FindingRow row(String person, @Nullable String neighbourhood, LocalDate today) {
        var repeats = groups.groups().stream()
                .flatMap(group -> group.repeats().stream())
                .toList();
        var stories = today.minusDays(STORY_DAYS);
        return new FindingRow(
                person,
                today.withDayOfMonth(1),
                neighbourhood,
                assessments.size(),
                of(DuplicateKind.SAME_INSTRUMENT, repeats),
                of(DuplicateKind.SAME_FAMILY, repeats),
                of(DuplicateKind.OVERLAP, repeats),
                of(DuplicateKind.OVERLAP_STATUTORY, repeats),
                (int) assessments.stream()
                        .filter(held -> held.date() != null && held.date().isAfter(stories))
                        .count(),
                repeats.stream().mapToInt(each -> each.sharedDomains().size()).sum());
    }

    private static int of(DuplicateKind kind, List<DuplicateAssessment> repeats) {
        return (int) repeats.stream().filter(each -> each.kind() == kind).count();
    }
}
