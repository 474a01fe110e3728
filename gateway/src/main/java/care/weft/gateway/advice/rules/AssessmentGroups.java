package care.weft.gateway.advice.rules;

import java.util.List;

/**
 * What was done twice.
 *
 * @param groups by the date and id of the first of each
 * @param copies one assessment told by several records: no duplicates
 * @param ruleVersion by which rules, catalogue and settings
 */
public record AssessmentGroups(List<DuplicateAssessmentGroup> groups, List<AssessmentCopy> copies, String ruleVersion) {

    public AssessmentGroups {
        groups = List.copyOf(groups);
        copies = List.copyOf(copies);
    }

    /**
     * A further record of an assessment.
     *
     * @param of the first record of it
     */
    public record AssessmentCopy(HeldAssessment copy, HeldAssessment of) {}
}
