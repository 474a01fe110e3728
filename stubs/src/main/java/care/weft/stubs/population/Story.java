package care.weft.stubs.population;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A person about whom the demonstration and the journey tests tell something. */
public enum Story {
    THREE_ASSESSMENTS(
            "9990000107",
            "Three partners assessed her risk of falling within weeks: the practice, the trust's falls clinic and the council's"
                    + " occupational therapist. The mental-health trust assessed her memory, and the trust now plans a"
                    + " comprehensive geriatric assessment."),
    ASSESSMENT_IN_PROGRESS(
            "9990000131",
            "The council began an occupational therapy assessment two days ago and has not finished it, while the trust has"
                    + " booked one of its own."),
    CONFLICTING_BIRTH_DATE("9990000166", "The trust holds a date of birth that no other partner holds."),
    SUPERSEDED_NUMBER(
            "9990000190",
            "This NHS number was replaced by another; the council still has his record under this one, all others under"
                    + " the new."),
    RESTRICTED(
            "9990000220",
            "The national register marks the record as restricted; the council does not know that and holds an address. No"
                    + " partner's address, telephone or practice is shown."),
    DEATH_KNOWN_TO_ONE(
            "9990000255",
            "The trust has recorded this person's death; no other partner says so, and the council and the practice still"
                    + " have things booked."),
    NO_NHS_NUMBER(
            null,
            "Known to the council as P4100222 and to the trust by a hospital number, to both without an NHS number: ask for"
                    + " personByRecord(partner: \"council\", localId: \"P4100222\")."),
    CARER(
            "9990000344",
            "Looks after his wife, who has dementia; the council assessed him as a carer more than a year ago, and both the"
                    + " council and the trust have now asked for it again."),
    DISCHARGE(
            "9990000379",
            "In hospital and ready to leave tomorrow; the council's reablement starts on that day, a voluntary group follows up"
                    + " the day after, and the trust has booked a discharge-to-assess visit."),
    CLASHING_APPOINTMENTS(
            "9990000409",
            "On one morning two appointments at two of the trust's hospitals and one at her practice overlap; the"
                    + " mental-health trust comes that afternoon.");

    private final @Nullable String nhsNumber;
    private final String about;

    Story(@Nullable String nhsNumber, String about) {
        this.nhsNumber = nhsNumber;
        this.about = about;
    }

    /** Finds a story by its id. */
    public static Optional<Story> named(String id) {
        return Arrays.stream(values()).filter(story -> story.id().equals(id)).findFirst();
    }

    /** For example {@code three-assessments}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The number to ask with; null for someone who has none. */
    public @Nullable String nhsNumber() {
        return nhsNumber;
    }

    /** One plain sentence, true of what the stubs hold. */
    public String about() {
        return about;
    }
}
