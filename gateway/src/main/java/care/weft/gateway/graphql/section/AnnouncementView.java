package care.weft.gateway.graphql.section;

import care.weft.gateway.advice.AnnouncementState;
import care.weft.gateway.advice.AssessmentAnnouncement;
import care.weft.gateway.advice.rules.AssessmentInstrument;
import care.weft.gateway.advice.rules.NeedsDomain;
import care.weft.spi.model.AssessmentSubject;
import care.weft.spi.model.CareSetting;
import care.weft.spi.model.Contact;
import care.weft.spi.model.Organisation;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An announced assessment, in the words of the API.
 *
 * @param row of the catalogue; empty where the catalogue does not have it any more
 * @param mine whether the caller made it
 */
record AnnouncementView(
        AssessmentAnnouncement announcement, Optional<AssessmentInstrument> row, AnnouncementState state, boolean mine)
        implements Page.Node {

    @Override
    public String cursor() {
        return AnnouncementCursor.of(announcement).write();
    }

    public String id() {
        return announcement.id();
    }

    public @Nullable InstrumentView instrument() {
        return row.map(InstrumentView::new).orElse(null);
    }

    public AssessmentSubject subject() {
        return announcement.subject().kind();
    }

    public CareSetting setting() {
        return announcement.setting();
    }

    public List<NeedsDomain> requiredDomains() {
        return announcement.domains().stream().map(NeedsDomain::valueOf).toList();
    }

    public @Nullable Organisation organisation() {
        return announcement.organisation();
    }

    public @Nullable String team() {
        return announcement.team();
    }

    public Instant when() {
        return announcement.when();
    }

    public @Nullable String where() {
        return announcement.where();
    }

    public String who() {
        return announcement.who();
    }

    public Contact contact() {
        return announcement.contact();
    }

    public Instant announcedAt() {
        return announcement.at();
    }

    public Instant expiresAt() {
        return announcement.expires();
    }

    public @Nullable Instant withdrawnAt() {
        return announcement.withdrawnAt();
    }

    /** What came of announcing or withdrawing. */
    record AnnouncementPayload(
            @Nullable AnnouncementView announcement,
            List<AnnouncementView> others,
            @Nullable AdviceView advice,
            List<Problem> problems) {

        static AnnouncementPayload refused(Problem problem) {
            return new AnnouncementPayload(null, List.of(), null, List.of(problem));
        }
    }
}
