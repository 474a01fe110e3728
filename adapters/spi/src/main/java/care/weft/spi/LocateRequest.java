package care.weft.spi;

import care.weft.spi.model.NhsNumber;
import care.weft.spi.model.PersonKey;

/**
 * Whom to look up.
 *
 * @param endpoint where to ask
 * @param actor for whom
 * @param deadline after which the answer is of no use
 */
public record LocateRequest(
        PersonKey person,
        NhsNumber nhsNumber,
        Endpoint endpoint,
        Actor actor,
        PurposeOfUse purpose,
        Deadline deadline) {}
