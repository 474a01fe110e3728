package care.weft.gateway.advice.rules;

import org.jspecify.annotations.Nullable;

/**
 * An assessment or plan that the caller may see, and why it counted or did not.
 *
 * @param changedBy what happened since, for CHANGED; null otherwise
 */
public record AssessmentEvidence(
        HeldAssessment assessment,
        EvidenceReason reason,
        @Nullable EventKind changedBy) {}
