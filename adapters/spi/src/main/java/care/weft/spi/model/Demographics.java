package care.weft.spi.model;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who a person is, by one partner's record. {@link #toString()} is redacted.
 *
 * @param name the name in use
 * @param birthDate as exact as stated
 * @param gender the administrative gender in the partner's word; never completed from another partner
 * @param address where they live now
 * @param telecoms empty when none is stated
 * @param practice the registered GP practice
 * @param death null when no death is recorded, which does not say that the person lives
 * @param restricted whether the partner marks the record so that the person's whereabouts must not be told: address, telephone
 *     and practice
 * @param numberVerified whether the partner says that it has verified the NHS number; null when it does not say
 */
@RecordBuilder
public record Demographics(
        RecordSource source,
        @Nullable PersonName name,
        @Nullable PartialDate birthDate,
        @Nullable String gender,
        @Nullable Address address,
        List<Telecom> telecoms,
        @Nullable Organisation practice,
        @Nullable Death death,
        boolean restricted,
        @Nullable Boolean numberVerified)
        implements Entry {

    public Demographics {
        telecoms = List.copyOf(telecoms);
    }

    @Override
    public Section section() {
        return Section.DEMOGRAPHICS;
    }

    @Override
    public String toString() {
        return "Demographics[redacted]";
    }
}
