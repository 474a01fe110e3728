package care.weft.gateway.graphql.section;

import care.weft.gateway.advice.AnnouncementSource;
import care.weft.gateway.advice.AssessmentAnnouncement;
import care.weft.gateway.audit.AuditFact;
import care.weft.gateway.audit.ReleasedRecord;
import care.weft.gateway.fanout.Operation;
import care.weft.gateway.fanout.Outcome;
import care.weft.gateway.fanout.SectionAnswer;
import care.weft.spi.model.PersonKey;
import care.weft.spi.model.Section;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The announcements of one person, as one operation read them: released with the audit's fact, once. */
final class Announced {

    private final AnnouncementSource source;
    private final Operation operation;
    private final Optional<List<AssessmentAnnouncement>> open;
    private @Nullable List<AssessmentAnnouncement> shown;

    /** @param open empty where they could not be read */
    Announced(AnnouncementSource source, Operation operation, Optional<List<AssessmentAnnouncement>> open) {
        this.source = source;
        this.operation = operation;
        this.open = open;
    }

    /** Whether they could be read. */
    boolean isRead() {
        return open.isPresent();
    }

    /** What the caller may see of them. */
    synchronized List<AssessmentAnnouncement> shown(SectionAnswer assessments) {
        var known = shown;
        if (known == null) {
            known = source.shown(assessments, open.orElse(List.of()));
            shown = known;
            if (!known.isEmpty()) {
                operation.audit().record(disclosure(assessments.person(), known));
            }
        }
        return known;
    }

    static AuditFact disclosure(PersonKey person, List<AssessmentAnnouncement> shown) {
        return new AuditFact.Disclosure(
                person,
                List.of(new AuditFact.Shown(
                        Section.ASSESSMENTS,
                        AnnouncementSource.ID,
                        Outcome.ANSWERED.name(),
                        shown.stream()
                                .map(each -> new ReleasedRecord(each.id(), null, null))
                                .toList())));
    }

    /** What is told of assessments, with these. */
    SectionAnswer in(SectionAnswer assessments) {
        return isRead() ? source.with(assessments, shown(assessments)) : source.unread(assessments);
    }
}
