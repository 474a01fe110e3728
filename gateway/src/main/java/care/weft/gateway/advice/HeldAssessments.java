package care.weft.gateway.advice;

import care.weft.gateway.advice.rules.Announcement;
import care.weft.gateway.advice.rules.AssessedSubject;
import care.weft.gateway.advice.rules.HeldAssessment;
import care.weft.spi.model.Assessment;
import care.weft.spi.model.AssessmentStatus;
import care.weft.spi.model.AssessmentSubject;
import care.weft.spi.model.Moment;
import care.weft.spi.model.PartialDate;
import care.weft.spi.model.PartnerId;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Partners' assessments as the rules see them. */
final class HeldAssessments {

    private HeldAssessments() {}

    /**
     * One of them.
     *
     * <p>Which carer it is of, partners do not say yet: one of a carer is of nobody in particular, and stands in for nothing.
     *
     * @param id unique among all that are looked at together
     * @param instrument its id in the catalogue; null when it cannot be told
     * @param confirmed whether it is established that the partner's record is this person's
     */
    static HeldAssessment of(
            String id, PartnerId partner, Assessment assessment, @Nullable String instrument, boolean confirmed) {
        var organisation = assessment.organisation();
        return new HeldAssessment(
                id,
                partner.value(),
                assessment.team(),
                organisation == null ? null : organisation.odsCode(),
                null,
                instrument,
                assessment.assessmentStatus(),
                date(assessment),
                assessment.setting(),
                assessment.riskBand(),
                assessment.subject() == AssessmentSubject.CARER ? AssessedSubject.carer(null) : AssessedSubject.PERSON,
                Map.of(),
                Map.of(),
                confirmed,
                false,
                null);
    }

    /**
     * An announced one: a booked plan of its announcer. It was announced for the person's number, so it is theirs.
     *
     * @param id unique among all that are looked at together
     */
    static HeldAssessment of(String id, AssessmentAnnouncement announcement, Concepts concepts) {
        var organisation = announcement.organisation();
        return new HeldAssessment(
                id,
                announcement.partner(),
                announcement.team(),
                organisation == null ? null : organisation.odsCode(),
                null,
                announcement.instrument(),
                AssessmentStatus.BOOKED,
                Moment.of(announcement.when()).earliestDay(),
                announcement.setting(),
                null,
                announcement.subject(),
                concepts.domains(announcement.instrument(), announcement.domains()),
                Map.of(),
                true,
                false,
                new Announcement(announcement.at(), announcement.id()));
    }

    /** The day that counts at its stage; of a partial date the earliest that it may mean. */
    private static @Nullable LocalDate date(Assessment assessment) {
        return switch (assessment.assessmentStatus()) {
            case COMPLETED -> earliest(assessment.completedOn());
            case BOOKED -> {
                var at = assessment.bookedAt();
                yield at == null
                        ? earliest(assessment.startedOn())
                        : Moment.of(at).earliestDay();
            }
            case IN_PROGRESS -> earliest(assessment.startedOn());
            case REQUESTED, CANCELLED, ENTERED_IN_ERROR, UNKNOWN -> null;
        };
    }

    private static @Nullable LocalDate earliest(@Nullable PartialDate date) {
        return date == null ? null : date.earliest();
    }
}
