package care.weft.gateway.graphql.section;

import care.weft.gateway.advice.AssessmentAnnouncement;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/** A place in a list of announcements. Opaque to clients; holds no personal data. */
record AnnouncementCursor(Instant when, String id) {

    static AnnouncementCursor of(AssessmentAnnouncement announcement) {
        return new AnnouncementCursor(announcement.when(), announcement.id());
    }

    static Optional<AnnouncementCursor> parse(String written) {
        try {
            var text = new String(Base64.getUrlDecoder().decode(written), StandardCharsets.UTF_8);
            int bar = text.indexOf('|');
            return bar < 0
                    ? Optional.empty()
                    : Optional.of(
                            new AnnouncementCursor(Instant.parse(text.substring(0, bar)), text.substring(bar + 1)));
        } catch (IllegalArgumentException | DateTimeException notACursor) {
            return Optional.empty();
        }
    }

    String write() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((when + "|" + id).getBytes(StandardCharsets.UTF_8));
    }

    /** Whether an announcement comes after this place. */
    boolean isBefore(AssessmentAnnouncement other) {
        int byTime = when.compareTo(other.when());
        return byTime != 0 ? byTime < 0 : id.compareTo(other.id()) < 0;
    }
}
