package care.weft.spi.model;

import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Somebody or some team that is responsible for a person's care, where the partner says so itself: care coordinator, allocated
 * worker, named nurse. What follows from an appointment or a package only is not told here: the gateway infers it.
 *
 * @param organisation whose worker or team it is
 * @param team as the partner names it
 * @param role in the partner's words, such as care coordinator
 * @param practitioner null where only the team is known
 * @param contact how to reach them
 * @param since as exact as stated
 * @param until null while it lasts
 * @param keyWorker whether the partner names them as the one to turn to first
 */
@RecordBuilder
public record Involvement(
        RecordSource source,
        @Nullable Organisation organisation,
        @Nullable String team,
        @Nullable Coding role,
        @Nullable Practitioner practitioner,
        @Nullable Contact contact,
        @Nullable PartialDate since,
        @Nullable PartialDate until,
        boolean keyWorker)
        implements Entry {

    @Override
    public Section section() {
        return Section.INVOLVEMENTS;
    }
}
