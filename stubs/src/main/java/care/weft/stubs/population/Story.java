package care.weft.stubs.population;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A person about whom the demonstration and the journey tests tell something. */
public enum Story {
    THREE_ASSESSMENTS(
            "9990000107",
            "Had a falls assessment and ward scores for frailty, nutrition and skin at the trust, which now plans a"
                    + " comprehensive geriatric assessment."),
    ASSESSMENT_IN_PROGRESS(
            "9990000131",
            "An occupational therapy assessment was begun at the trust two days ago and is not finished."),
    CONFLICTING_BIRTH_DATE("9990000166", "The trust holds a date of birth that is not this person's."),
    SUPERSEDED_NUMBER(
            "9990000190",
            "This NHS number was replaced by another; the trust's record carries the new one and this one as"
                    + " old."),
    RESTRICTED(
            "9990000220", "The trust marks the record as restricted and gives no address, telephone or GP practice."),
    DEATH_KNOWN_TO_ONE("9990000255", "The trust has recorded this person's death; no other partner says so."),
    NO_NHS_NUMBER(null, "Brought in by ambulance and known to the trust by a hospital number only."),
    CARER(
            "9990000344",
            "Looks after his wife, who has dementia; the trust has asked for a carer's assessment that nobody"
                    + " has booked yet."),
    DISCHARGE(
            "9990000379",
            "In hospital and ready to leave; going home with support is planned, and a discharge-to-assess"
                    + " visit is booked."),
    CLASHING_APPOINTMENTS("9990000409", "Two appointments on one morning, at two of the trust's hospitals, overlap.");

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
