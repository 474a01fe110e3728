package care.weft.gateway.fanout;

import care.weft.spi.PartnerException;
import org.jspecify.annotations.Nullable;

/**
 * Why there is no answer of a partner.
 *
 * @param unasked what kept the gateway from asking, where the outcome alone would blame the partner for something else; null where it
 *     was asked, or where the outcome says it all
 */
public record NoAnswer(Outcome outcome, @Nullable Unasked unasked) {

    /** What keeps the gateway from asking a partner. */
    public enum Unasked {
        /**
         * Its latest calls failed, so that it is left alone for some seconds; too many wait for it, or there is no turn within its calls a
         * second; or there is no token for it.
         */
        HELD_BACK,
        /** The register, which tells the person's practice, gave no answer. */
        PRACTICE_NOT_TOLD
    }

    static NoAnswer of(Outcome outcome) {
        return new NoAnswer(outcome, null);
    }

    static NoAnswer of(PartnerException failed) {
        return new NoAnswer(Outcome.of(failed.fault()), failed.asked() ? null : Unasked.HELD_BACK);
    }

    /** The same silence of the register, for a partner that is many practices. */
    NoAnswer atPractice() {
        return new NoAnswer(outcome, Unasked.PRACTICE_NOT_TOLD);
    }
}
