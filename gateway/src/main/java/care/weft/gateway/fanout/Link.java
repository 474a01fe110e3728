package care.weft.gateway.fanout;

import care.weft.spi.model.Demographics;
import care.weft.spi.model.LocalId;

/** How a person is tied to one partner's records. */
public sealed interface Link {

    /** The partner is asked by NHS number: nothing to tie. */
    record ByNhsNumber() implements Link {}

    /** Tied to one of the partner's people, who has the same NHS number. */
    record Tied(LocalId localId, Demographics details) implements Link {}

    /** The partner says that it has no such person. */
    record NotKnown() implements Link {}

    /** It is not established who of the partner's people is meant. */
    record Ambiguous() implements Link {}

    /** The partner could not be asked. */
    record Unanswered(Outcome outcome) implements Link {}
}
