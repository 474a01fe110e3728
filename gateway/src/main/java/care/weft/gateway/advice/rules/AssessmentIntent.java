package care.weft.gateway.advice.rules;

import care.weft.spi.model.CareSetting;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An assessment that somebody intends to do.
 *
 * @param instrument an id of the catalogue
 * @param partner the organisation that would do it
 * @param team null when not named
 * @param setting where the person is cared for; null when not known, which equals nothing
 * @param on the day on which it would be done, which is the day as of which everything is judged
 * @param subject null for the instrument's own
 * @param required empty for all that the instrument covers
 * @param completeBy the day by which it must be done; null for none
 * @param personWantsFresh whether the person asked to be assessed anew
 * @param announcement where it is announced itself; null where it is not
 */
public record AssessmentIntent(
        String instrument,
        String partner,
        @Nullable String team,
        @Nullable CareSetting setting,
        LocalDate on,
        AssessmentReason reason,
        @Nullable AssessedSubject subject,
        List<RequiredDomain> required,
        @Nullable LocalDate completeBy,
        boolean personWantsFresh,
        @Nullable Announcement announcement) {

    public AssessmentIntent {
        required = List.copyOf(required);
    }
}
