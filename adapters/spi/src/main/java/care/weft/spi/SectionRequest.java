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
 */
public record SectionRequest(
        Section section,
        List<Subject> subjects,
        DateWindow window,
        Endpoint endpoint,
        Actor actor,
        PurposeOfUse purpose,
        Deadline deadline) {

    public SectionRequest {
        subjects = List.copyOf(subjects);
        if (subjects.isEmpty()) {
            throw new IllegalArgumentException("A read asks for at least one person");
        }
    }
}
