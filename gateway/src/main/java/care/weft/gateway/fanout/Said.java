package care.weft.gateway.fanout;

import care.weft.spi.Deadline;
import care.weft.spi.PartnerException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of asking a partner about one person: every operation that gets it audits and logs it for itself.
 *
 * @param breaches of the adapters' contract, by kind
 * @param trouble why there is no answer; null when there is one
 * @param deadline of the operation that began to ask, where others may wait with it; else null
 */
record Said(
        SourceAnswer answer,
        List<Breach> breaches,
        @Nullable PartnerException trouble,
        @Nullable Deadline deadline) {

    /** @param personal whether it concerns this person, and not somebody who was not asked for */
    record Breach(String kind, boolean personal) {}

    Said {
        breaches = List.copyOf(breaches);
    }

    Said(SourceAnswer answer, List<Breach> breaches, @Nullable PartnerException trouble) {
        this(answer, breaches, trouble, null);
    }

    static Said of(SourceAnswer answer) {
        return new Said(answer, List.of(), null);
    }

    Said with(SourceAnswer other) {
        return new Said(other, breaches, trouble, deadline);
    }

    Said by(Deadline asked) {
        return new Said(answer, breaches, trouble, asked);
    }

    /** Whether it came to nothing because the time of whoever asked was over: one who has more may be luckier. */
    boolean cutShort() {
        return PartnerCall.isCutShort(trouble, deadline);
    }
}
