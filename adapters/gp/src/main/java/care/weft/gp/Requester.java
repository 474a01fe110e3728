package care.weft.gp;

import care.weft.spi.Actor;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The organisation in whose name a practice is asked.
 *
 * @param code its ODS code
 * @param name its code where no name is known
 */
record Requester(String code, String name) {

    /** The user's own organisation, else the one that is set for those whose own is not known; null when there is none. */
    static @Nullable Requester of(Actor actor, GpSettings settings) {
        var own = actor.organisationCode();
        if (own != null && !own.isBlank()) {
            var itself = own.equals(settings.organisation()) ? settings.organisationName() : null;
            return new Requester(own, firstOf(actor.organisationName(), itself, own));
        }
        var set = settings.organisation();
        return set == null ? null : new Requester(set, firstOf(settings.organisationName(), null, set));
    }

    private static String firstOf(@Nullable String one, @Nullable String other, String otherwise) {
        return one != null && !one.isBlank() ? one : Objects.requireNonNullElse(other, otherwise);
    }
}
