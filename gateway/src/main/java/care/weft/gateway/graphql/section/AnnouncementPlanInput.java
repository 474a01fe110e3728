package care.weft.gateway.graphql.section;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When, where and by whom an announced assessment is to be done, as it is told. */
record AnnouncementPlanInput(
        String key, Instant when, String where, @Nullable String who, ContactInput contact) {

    /** How to reach whoever announced it. */
    record ContactInput(
            @Nullable String phone,
            @Nullable String email,
            @Nullable String hours) {}
}
