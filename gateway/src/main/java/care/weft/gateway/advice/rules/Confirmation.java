package care.weft.gateway.advice.rules;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Something to make sure of before the advice is relied on.
 *
 * @param event which must not have happened, for NO_EVENT; null for the others
 * @param domains that the answer bears on; empty for a death
 */
public record Confirmation(ConfirmationKind kind, @Nullable EventKind event, Set<NeedsDomain> domains) {

    /** What is to be made sure of. */
    public enum ConfirmationKind {
        /** Ask the person whether anything changed in what is covered. */
        NO_CHANGE,
        /** Ask whether this happened, for nobody who answered could tell. */
        NO_EVENT,
        /** One partner alone records a death. */
        CONFIRM_DEATH
    }

    public Confirmation {
        var copy = EnumSet.noneOf(NeedsDomain.class);
        copy.addAll(domains);
        domains = Collections.unmodifiableSet(copy);
    }
}
