package care.weft.spi.model;

import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * A stay in hospital or intermediate care.
 *
 * @param ward where the person lies now, or last lay
 * @param admittedOn as exact as stated
 * @param expectedDischarge the planned day
 * @param readySince since when the person has no reason to reside
 * @param pathway the discharge pathway
 * @param destination where the person was or will be discharged to
 * @param dischargedOn null while the stay lasts
 */
@RecordBuilder
public record Stay(
        RecordSource source,
        String title,
        StayState stayState,
        @Nullable String ward,
        @Nullable Moment admittedOn,
        @Nullable PartialDate expectedDischarge,
        @Nullable Moment readySince,
        @Nullable Coding pathway,
        @Nullable Coding destination,
        @Nullable Moment dischargedOn,
        @Nullable Organisation organisation)
        implements CareRecord {

    @Override
    public Section section() {
        return Section.STAYS;
    }

    @Override
    public @Nullable Moment when() {
        return admittedOn;
    }

    @Override
    public @Nullable Moment until() {
        return dischargedOn;
    }

    @Override
    public RecordState state() {
        return switch (stayState) {
            case PLANNED -> RecordState.PLANNED;
            case IN_HOSPITAL, READY -> RecordState.ACTIVE;
            case DISCHARGED -> RecordState.DONE;
            case CANCELLED -> RecordState.CANCELLED;
            case UNKNOWN -> RecordState.UNKNOWN;
        };
    }
}
