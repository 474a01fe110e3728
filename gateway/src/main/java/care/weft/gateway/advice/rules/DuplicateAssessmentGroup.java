package care.weft.gateway.advice.rules;

import java.util.List;

/**
 * An assessment and those that repeated it: a star, never a chain. Of what repeated a repeat nothing follows, for the first may
 * have lapsed by then.
 *
 * @param repeats each of which repeated the first; never empty; by date, then by id
 */
public record DuplicateAssessmentGroup(HeldAssessment first, List<DuplicateAssessment> repeats) {

    public DuplicateAssessmentGroup {
        repeats = List.copyOf(repeats);
    }
}
