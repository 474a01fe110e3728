package care.weft.gateway.advice.rules;

import org.jspecify.annotations.Nullable;

/**
 * Whether one assessment counts.
 *
 * @param changedBy what happened since, for CHANGED
 */
record Verdict(EvidenceReason reason, @Nullable EventKind changedBy) {

    static final Verdict OK = new Verdict(EvidenceReason.OK, null);

    static Verdict of(EvidenceReason reason) {
        return new Verdict(reason, null);
    }

    boolean counts() {
        return reason == EvidenceReason.OK;
    }
}
