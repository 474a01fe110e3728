package care.weft.gateway.access;

import java.util.Set;

/** What the access rules say. Anything but a permit denies. */
public sealed interface Decision {

    /**
     * Allowed.
     *
     * @param by the caller's roles that allow it: what was read for some roles is never shown to a caller who has others
     */
    record Permit(Set<CallerRole> by) implements Decision {

        public Permit {
            by = Set.copyOf(by);
        }
    }

    /** Not allowed, and why: for the audit and for a message that names no one. */
    record Deny(DenialReason reason) implements Decision {}
}
