package care.weft.gateway.advice.rules;

import care.weft.spi.model.AssessmentSubject;
import org.jspecify.annotations.Nullable;

/**
 * Whose needs an assessment is about.
 *
 * @param carer which carer, where it is a carer; null where that is not known, which equals nobody
 */
public record AssessedSubject(
        AssessmentSubject kind, @Nullable String carer) {

    public static final AssessedSubject PERSON = new AssessedSubject(AssessmentSubject.PERSON, null);

    public static AssessedSubject carer(@Nullable String carer) {
        return new AssessedSubject(AssessmentSubject.CARER, carer);
    }

    /** Whether it is established that both are the same. */
    boolean isSameAs(AssessedSubject other) {
        return kind == other.kind
                && switch (kind) {
                    case PERSON -> true;
                    case CARER -> carer != null && carer.equals(other.carer);
                };
    }
}
