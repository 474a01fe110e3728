package care.weft.gateway.fanout;

import care.weft.spi.model.Demographics;
import care.weft.spi.model.NhsNumber;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the register of people says of a number. */
public sealed interface OnRegister {

    /**
     * It is someone's.
     *
     * @param nhsNumber the number in force
     * @param at when the register said so
     * @param kept whether it said so to an earlier operation
     */
    record Known(NhsNumber nhsNumber, Demographics details, Instant at, boolean kept) implements OnRegister {}

    /** The register does not know it. */
    record NotKnown() implements OnRegister {}

    /** The number was withdrawn from use: nothing is looked up by it. */
    record Withdrawn() implements OnRegister {}

    /** The register could not be asked. */
    record Unanswered(NoAnswer why) implements OnRegister {}

    /** No register is connected, or there is no number to ask with. */
    record NotAsked() implements OnRegister {}

    /** The ODS code of the practice with which the person is registered; null when the register does not tell. */
    default @Nullable String practice() {
        return this instanceof Known(var _, var details, var _, var _) && details.practice() != null
                ? details.practice().odsCode()
                : null;
    }
}
