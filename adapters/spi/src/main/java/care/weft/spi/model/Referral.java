package care.weft.spi.model;

import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * A request that a service take the person on.
 *
 * @param priority null when not stated
 * @param requestedOn as exact as stated
 * @param from who asked
 * @param to who is asked
 * @param ubrn the NHS e-Referral Service's unique booking reference number
 * @param outcome what came of it
 * @param closedOn null while it is open, or when the partner does not say
 */
@RecordBuilder
public record Referral(
        RecordSource source,
        String title,
        ReferralStatus referralStatus,
        @Nullable Priority priority,
        @Nullable Moment requestedOn,
        @Nullable Organisation from,
        @Nullable Organisation to,
        @Nullable Coding service,
        @Nullable Coding reason,
        @Nullable String ubrn,
        @Nullable Coding outcome,
        @Nullable PartialDate closedOn,
        @Nullable Organisation organisation)
        implements CareRecord {

    @Override
    public Section section() {
        return Section.REFERRALS;
    }

    @Override
    public @Nullable Moment when() {
        return requestedOn;
    }

    /** When it was closed: an open referral lasts. */
    @Override
    public @Nullable Moment until() {
        return closedOn == null ? null : Moment.of(closedOn);
    }

    @Override
    public RecordState state() {
        return switch (referralStatus) {
            case DRAFT -> RecordState.PLANNED;
            case ACTIVE, ON_HOLD -> RecordState.ACTIVE;
            case COMPLETED -> RecordState.DONE;
            case CANCELLED, ENTERED_IN_ERROR -> RecordState.CANCELLED;
            case UNKNOWN -> RecordState.UNKNOWN;
        };
    }
}
