package care.weft.trust;

import care.weft.fhir.Asked;
import care.weft.fhir.Element;
import care.weft.fhir.Resource;
import care.weft.fhir.Unreadable;
import care.weft.fhir.Words;
import care.weft.spi.model.Assessment;
import care.weft.spi.model.AssessmentBuilder;
import care.weft.spi.model.AssessmentStatus;
import care.weft.spi.model.ContentLevel;
import care.weft.spi.model.PartialDate;
import org.jspecify.annotations.Nullable;

/**
 * An assessment from a {@code Task}: that it is asked for, booked, under way or done, and by whom. A day without a time, for
 * one that is booked, stands as its planned start.
 */
final class AssessmentTask {

    private AssessmentTask() {}

    static Assessment map(Asked asked, TrustSettings settings, Resource resource) throws Unreadable {
        var element = resource.element();
        var code = element.coding("code");
        var title = Words.firstOf("", Words.display(code), element.text("description"));
        if (title.isEmpty()) {
            throw new Unreadable("code and description are missing");
        }
        var planned = planned(element);
        var status = status(element, planned);
        var bookedAt = status == AssessmentStatus.BOOKED ? planned.instant("start") : null;
        var owner = DoneBy.owner(resource);
        return AssessmentBuilder.builder()
                .source(asked.source(resource, "for"))
                .title(title)
                .code(code)
                .assessmentStatus(status)
                .statusReason(Words.display(element.coding("statusReason")))
                .subject(AssessmentSubjects.of(settings.carerAssessments(), element.each("code")))
                .requestedOn(element.date("authoredOn"))
                .bookedAt(bookedAt)
                .location(resource.location(element.reference("location")))
                .contact(owner.contact())
                .setting(settings.assessedWhere().of(resource))
                .startedOn(bookedAt == null ? startedOn(element, status, planned) : null)
                .completedOn(completedOn(element, status))
                .team(owner.team())
                .assessor(owner.assessor())
                .content(ContentLevel.METADATA)
                .organisation(owner.organisation())
                .build();
    }

    private static Element planned(Element element) {
        var execution = element.at("executionPeriod");
        return execution.date("start") == null ? element.at("restriction").at("period") : execution;
    }

    private static AssessmentStatus status(Element element, Element planned) {
        return switch (Words.code(element, "status")) {
            case "draft", "requested", "received", "accepted", "ready" ->
                planned.date("start") == null ? AssessmentStatus.REQUESTED : AssessmentStatus.BOOKED;
            case "in-progress", "on-hold" -> AssessmentStatus.IN_PROGRESS;
            case "completed" -> AssessmentStatus.COMPLETED;
            case "cancelled", "rejected", "failed" -> AssessmentStatus.CANCELLED;
            case "entered-in-error" -> AssessmentStatus.ENTERED_IN_ERROR;
            default -> AssessmentStatus.UNKNOWN;
        };
    }

    private static @Nullable PartialDate startedOn(Element element, AssessmentStatus status, Element planned) {
        return status == AssessmentStatus.BOOKED
                ? planned.date("start")
                : element.at("executionPeriod").date("start");
    }

    /** The end of the work; where that is not told, when the task was last changed, for then it was done. */
    private static @Nullable PartialDate completedOn(Element element, AssessmentStatus status) {
        if (status != AssessmentStatus.COMPLETED) {
            return null;
        }
        var end = element.at("executionPeriod").date("end");
        return end == null ? element.date("lastModified") : end;
    }
}
