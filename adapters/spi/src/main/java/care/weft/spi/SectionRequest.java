package care.weft.spi;

import care.weft.spi.model.Section;
import java.util.List;

/**
 * One read: a section of one or more people's records.
 *
 * @param section one that the profile offers
 * @param subjects the people, each once, 1 to {@code maxPeoplePerCall}
 * @param window the section's standard window as of today: what to ask the partner for
 * @param endpoint where to ask
 * @param actor for whom
 * @param purpose what for
 * @param deadline after which the answer is of no use: pass it to every {@link PartnerHttp#send}
 * @param joint what this read has in common with the operation's other reads at this partner
 */
public record SectionRequest(
        Section section,
        List<Subject> subjects,
        DateWindow window,
        Endpoint endpoint,
        Actor actor,
        PurposeOfUse purpose,
        Deadline deadline,
        JointReads joint) {

    /** A read by itself. */
    public SectionRequest(
            Section section,
            List<Subject> subjects,
            DateWindow window,
            Endpoint endpoint,
            Actor actor,
            PurposeOfUse purpose,
            Deadline deadline) {
        this(section, subjects, window, endpoint, actor, purpose, deadline, JointReads.NONE);
    }

    public SectionRequest {
        subjects = List.copyOf(subjects);
        if (subjects.isEmpty()) {
            throw new IllegalArgumentException("A read asks for at least one person");
        }
    }
}
