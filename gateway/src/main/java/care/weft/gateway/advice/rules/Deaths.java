package care.weft.gateway.advice.rules;

import java.util.List;
import java.util.Optional;

/**
 * What a recorded death means. One partner alone may have the wrong person: an assessment is only stopped where the register says so
 * formally, or two partners agree.
 */
final class Deaths {

    private Deaths() {}

    /** DEATH, CONFIRM_DEATH, or empty where none is recorded. */
    static Optional<AdviceReason> of(List<Change> changes) {
        var deaths = changes.stream()
                .filter(change -> change.kind() == EventKind.DEATH)
                .toList();
        if (deaths.isEmpty()) {
            return Optional.empty();
        }
        boolean formal = deaths.stream().anyMatch(death -> death.formal() || death.partner() == null);
        boolean several = deaths.stream().map(Change::partner).distinct().count() > 1;
        return Optional.of(formal || several ? AdviceReason.DEATH : AdviceReason.CONFIRM_DEATH);
    }
}
