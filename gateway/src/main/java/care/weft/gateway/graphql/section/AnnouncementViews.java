package care.weft.gateway.graphql.section;

import care.weft.gateway.access.Caller;
import care.weft.gateway.advice.AnnouncementSource;
import care.weft.gateway.advice.AssessmentAnnouncement;
import care.weft.gateway.advice.rules.Catalogue;
import care.weft.gateway.fanout.SectionAnswer;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/** Puts announcements into the words of the API. */
@Component
final class AnnouncementViews {

    private final Catalogue catalogue;
    private final AnnouncementSource source;
    private final Clock clock;

    AnnouncementViews(Catalogue catalogue, AnnouncementSource source, Clock clock) {
        this.catalogue = catalogue;
        this.source = source;
        this.clock = clock;
    }

    AnnouncementView of(AssessmentAnnouncement announcement, Caller caller) {
        return new AnnouncementView(
                announcement,
                catalogue.find(announcement.instrument()),
                announcement.state(clock.instant()),
                announcement.isBy(AnnouncementPlans.callerId(caller)));
    }

    List<AnnouncementView> all(List<AssessmentAnnouncement> announcements, Caller caller) {
        return announcements.stream().map(each -> of(each, caller)).toList();
    }

    /** One, whatever has become of it, as far as the caller may see it; empty where they may not. */
    List<AssessmentAnnouncement> shown(AssessmentAnnouncement announcement, SectionAnswer assessments) {
        return source.visible(announcement, assessments).stream().toList();
    }
}
