package care.weft.gateway.person;

import care.weft.gateway.access.CallerRole;
import care.weft.spi.model.PersonKey;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One record that was opened without the caller's team being involved in the person's care.
 *
 * @param place later ones have higher places
 * @param openedBy name of who opened it
 * @param organisation ODS code of their employer; null when not known
 * @param until when it closes
 */
public record Opening(
        String id,
        long place,
        ExceptionalAccess kind,
        PersonKey person,
        String openedBy,
        List<CallerRole> roles,
        @Nullable String organisation,
        String reason,
        Instant openedAt,
        Instant until) {

    public Opening {
        roles = List.copyOf(roles);
    }

    @Override
    public String toString() {
        return "Opening[" + id + "]";
    }
}
