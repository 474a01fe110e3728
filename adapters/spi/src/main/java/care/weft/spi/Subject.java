package care.weft.spi;

import care.weft.spi.model.LocalId;
import care.weft.spi.model.NhsNumber;
import care.weft.spi.model.PersonKey;
import org.jspecify.annotations.Nullable;

/**
 * One person to read for.
 *
 * @param key to put on the {@link PersonReply}
 * @param nhsNumber null for someone known without one; never null where the profile says {@link LookupKey#NHS_NUMBER}
 * @param localId the partner's own id; never null where the profile says {@link LookupKey#LOCAL_ID}
 */
public record Subject(
        PersonKey key,
        @Nullable NhsNumber nhsNumber,
        @Nullable LocalId localId) {}
