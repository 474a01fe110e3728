package care.weft.spi.model;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What is provided to a person over time.
 *
 * @param serviceType what kind of service
 * @param category the partner's grouping of it
 * @param provider who delivers it, where that is not who arranged it
 * @param startsOn as exact as stated
 * @param endsOn null when it goes on
 * @param hoursPerWeek exact
 * @param visitsPerWeek 0 or more
 * @param funding who pays, coded
 * @param weeklyCost exact
 * @param reviewDue when it is next to be reviewed
 * @param coordinator who is responsible for it
 */
@RecordBuilder
public record CarePackage(
        RecordSource source,
        String title,
        CarePackageStatus packageStatus,
        @Nullable Coding serviceType,
        @Nullable Coding category,
        @Nullable Organisation provider,
        @Nullable PartialDate startsOn,
        @Nullable PartialDate endsOn,
        @Nullable BigDecimal hoursPerWeek,
        @Nullable Integer visitsPerWeek,
        @Nullable Coding funding,
        @Nullable Money weeklyCost,
        @Nullable PartialDate reviewDue,
        @Nullable Practitioner coordinator,
        @Nullable Organisation organisation)
        implements CareRecord {

    @Override
    public Section section() {
        return Section.CARE_PACKAGES;
    }

    @Override
    public @Nullable Moment when() {
        return startsOn == null ? null : Moment.of(startsOn);
    }

    @Override
    public @Nullable Moment until() {
        return endsOn == null ? null : Moment.of(endsOn);
    }

    @Override
    public RecordState state() {
        return switch (packageStatus) {
            case PLANNED -> RecordState.PLANNED;
            case ACTIVE, ON_HOLD -> RecordState.ACTIVE;
            case ENDED -> RecordState.DONE;
            case CANCELLED, ENTERED_IN_ERROR -> RecordState.CANCELLED;
            case UNKNOWN -> RecordState.UNKNOWN;
        };
    }
}
