package care.weft.spi;

import care.weft.spi.model.NhsNumber;
import care.weft.spi.model.PersonKey;

/**
 * Whom to look up.
 *
 * @param endpoint where to ask
 * @param actor for whom
 * @param deadline after which the answer is of no use
 * @param joint what this look-up has in common with the operation's reads at this partner
 */
public record LocateRequest(
        PersonKey person,
        NhsNumber nhsNumber,
        Endpoint endpoint,
        Actor actor,
        PurposeOfUse purpose,
        Deadline deadline,
        JointReads joint) {

    /** A look-up by itself. */
    public LocateRequest(
            PersonKey person,
            NhsNumber nhsNumber,
            Endpoint endpoint,
            Actor actor,
            PurposeOfUse purpose,
            Deadline deadline) {
        this(person, nhsNumber, endpoint, actor, purpose, deadline, JointReads.NONE);
    }
}
