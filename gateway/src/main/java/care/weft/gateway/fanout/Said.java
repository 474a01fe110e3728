package care.weft.gateway.fanout;

import care.weft.spi.PartnerException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of asking a partner about one person: every operation that gets it audits and logs it for itself.
 *
 * @param breaches of the adapters' contract, by kind
 * @param trouble why there is no answer; null when there is one
 */
record Said(
        SourceAnswer answer,
        List<Breach> breaches,
        @Nullable PartnerException trouble) {

    /** @param personal whether it concerns this person, and not somebody who was not asked for */
    record Breach(String kind, boolean personal) {}

    Said {
        breaches = List.copyOf(breaches);
    }

    Said with(SourceAnswer other) {
        return new Said(other, breaches, trouble);
    }

    static Said of(SourceAnswer answer) {
        return new Said(answer, List.of(), null);
    }
}
