package care.weft.spi;

import care.weft.spi.model.Demographics;
import care.weft.spi.model.LocalId;

/** What a partner says when asked who a person is to it. */
public sealed interface Located {

    /**
     * Exactly one of the partner's people was found. Whose number the record states is compared by whoever asked: somebody else's is an
     * incident at the partner, and told as one.
     *
     * @param details what the partner says of that person: evidence that it is the right one, and whether they are an adult
     */
    record Known(LocalId localId, Demographics details) implements Located {}

    /** The partner has nobody with this number. */
    record NotKnown() implements Located {}

    /** Several of the partner's people have this number, or the one who was found states none: not established who is meant. */
    record Ambiguous() implements Located {}
}
