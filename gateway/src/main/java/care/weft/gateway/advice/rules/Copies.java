package care.weft.gateway.advice.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Tells further records of one assessment from repeats of it: by the identifier that it carries from system to system; where
 * either has none, by instrument, subject, day and whose assessor it was.
 */
final class Copies {

    private final Usability usability;
    private final List<HeldAssessment> firsts = new ArrayList<>();
    private final List<AssessmentGroups.AssessmentCopy> found = new ArrayList<>();

    Copies(Usability usability) {
        this.usability = usability;
    }

    /** To be asked in order: whether there was no record of the same assessment before. */
    boolean isFirst(HeldAssessment held) {
        for (var first : firsts) {
            if (areOne(first, held)) {
                found.add(new AssessmentGroups.AssessmentCopy(held, first));
                return false;
            }
        }
        firsts.add(held);
        return true;
    }

    private boolean areOne(HeldAssessment one, HeldAssessment other) {
        if (one.sourceId() != null && other.sourceId() != null) {
            return one.sourceId().equals(other.sourceId());
        }
        return Objects.equals(one.instrument(), other.instrument())
                && Objects.equals(one.date(), other.date())
                && assessors(one).equals(assessors(other))
                && areOfOneSubject(one, other);
    }

    private boolean areOfOneSubject(HeldAssessment one, HeldAssessment other) {
        var row = usability.known(one).orElseThrow();
        return one.subject(row).isSameAs(other.subject(row));
    }

    private static String assessors(HeldAssessment held) {
        return Objects.requireNonNullElse(held.organisation(), held.partner());
    }

    List<AssessmentGroups.AssessmentCopy> found() {
        return List.copyOf(found);
    }
}
