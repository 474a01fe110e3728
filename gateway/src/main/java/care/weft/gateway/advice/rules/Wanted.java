package care.weft.gateway.advice.rules;

import care.weft.spi.model.CareSetting;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What an earlier assessment is held against: an intended one, or a later one that may be its repeat.
 *
 * @param on as of when
 * @param repeat whether it was done already: then it is only counted, and evidence counts too
 */
record Wanted(
        AssessmentInstrument instrument,
        String partner,
        @Nullable CareSetting setting,
        AssessedSubject subject,
        LocalDate on,
        boolean repeat) {}
