package care.weft.spi.model;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An assessment of a person or their carer, at any stage.
 *
 * @param code the partner's own code for the kind of assessment; {@code title} holds its words
 * @param statusReason why it was cancelled or is held up, in the partner's words
 * @param setting where the person was cared for at the time; null when not stated, which equals nothing
 * @param bookedAt when it is to take place, for one that is booked
 * @param contact whom to ring about it
 * @param startedOn as exact as stated
 * @param completedOn as exact as stated; the date that counts for its age
 * @param score the total, on the instrument's own scale
 * @param outcome what was decided
 * @param summary free text, if the partner shares it
 * @param content how much of the assessment the partner shares at all
 */
@RecordBuilder
public record Assessment(
        RecordSource source,
        String title,
        @Nullable Coding code,
        AssessmentStatus assessmentStatus,
        @Nullable String statusReason,
        AssessmentSubject subject,
        @Nullable CareSetting setting,
        @Nullable PartialDate requestedOn,
        @Nullable Instant bookedAt,
        @Nullable Location location,
        @Nullable Contact contact,
        @Nullable PartialDate startedOn,
        @Nullable PartialDate completedOn,
        @Nullable String team,
        @Nullable Practitioner assessor,
        @Nullable BigDecimal score,
        @Nullable RiskBand riskBand,
        @Nullable Coding outcome,
        @Nullable String summary,
        ContentLevel content,
        @Nullable Organisation organisation)
        implements CareRecord {

    @Override
    public Section section() {
        return Section.ASSESSMENTS;
    }

    /** Completion, else the booked time, else the start, else the request. */
    @Override
    public @Nullable Moment when() {
        if (completedOn != null) {
            return Moment.of(completedOn);
        }
        if (bookedAt != null) {
            return Moment.of(bookedAt);
        }
        if (startedOn != null) {
            return Moment.of(startedOn);
        }
        return requestedOn == null ? null : Moment.of(requestedOn);
    }

    @Override
    public RecordState state() {
        return switch (assessmentStatus) {
            case REQUESTED, BOOKED -> RecordState.PLANNED;
            case IN_PROGRESS -> RecordState.ACTIVE;
            case COMPLETED -> RecordState.DONE;
            case CANCELLED, ENTERED_IN_ERROR -> RecordState.CANCELLED;
            case UNKNOWN -> RecordState.UNKNOWN;
        };
    }
}
