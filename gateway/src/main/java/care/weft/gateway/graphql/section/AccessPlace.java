package care.weft.gateway.graphql.section;

import static java.nio.charset.StandardCharsets.UTF_8;

import care.weft.gateway.audit.AccessFilter.Place;
import care.weft.gateway.graphql.BadArgument;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Where an event of the audit is, as clients see it: opaque, and without personal data. */
final class AccessPlace {

    private AccessPlace() {}

    static String write(Place place) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((place.recordedAt() + "|" + place.sequence() + "|" + place.node()).getBytes(UTF_8));
    }

    static @Nullable Place parse(@Nullable String written) {
        if (written == null) {
            return null;
        }
        try {
            var parts = new String(Base64.getUrlDecoder().decode(written), UTF_8).split("\\|", 3);
            return new Place(Instant.parse(parts[0]), parts[2], Long.parseLong(parts[1]));
        } catch (IllegalArgumentException | DateTimeException | ArrayIndexOutOfBoundsException notOne) {
            throw new BadArgument("after", "Argument 'after' must be the endCursor of an earlier page of this list.");
        }
    }
}
