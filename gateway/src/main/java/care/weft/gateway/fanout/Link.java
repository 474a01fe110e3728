package care.weft.gateway.fanout;

import care.weft.spi.model.Demographics;
import care.weft.spi.model.LocalId;
import care.weft.spi.model.NhsNumber;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How a person is tied to one partner's records. */
public sealed interface Link {

    /** The partner is asked by NHS number: nothing to tie. */
    record ByNhsNumber(NhsNumber nhsNumber) implements Link {}

    /** The partner is many practices, and the person is registered with one of them. */
    record AtPractice(NhsNumber nhsNumber, String practice) implements Link {}

    /**
     * Known to the register of people, which is this partner.
     *
     * @param at when it said so
     * @param kept whether it said so to an earlier operation
     */
    record Registered(NhsNumber nhsNumber, Demographics details, Instant at, boolean kept) implements Link {}

    /**
     * Tied to one of the partner's people, who has the same NHS number or was opened by the partner's own id.
     *
     * @param nhsNumber by which the partner knows the person: a superseded one, where the partner has not taken over the new; null
     *     for someone without one
     * @param at when the partner said so
     */
    record Tied(@Nullable NhsNumber nhsNumber, LocalId localId, Demographics details, Instant at) implements Link {}

    /** The partner says that it has no such person. */
    record NotKnown() implements Link {}

    /** It is not established who of the partner's people is meant. */
    record Ambiguous() implements Link {}

    /** The register has withdrawn the number: nobody is asked by it. */
    record Withdrawn() implements Link {}

    /** The partner is asked by NHS number, and the person has none. */
    record NoNumber() implements Link {}

    /** The partner is many practices, and the register does not tell with which the person is registered. */
    record NoPractice() implements Link {}

    /** The partner could not be asked. */
    record Unanswered(NoAnswer why) implements Link {}
}
