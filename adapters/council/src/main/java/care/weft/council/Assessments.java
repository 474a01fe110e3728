package care.weft.council;

import care.weft.fhir.Asked;
import care.weft.fhir.Codes;
import care.weft.fhir.Element;
import care.weft.fhir.Resource;
import care.weft.fhir.Unreadable;
import care.weft.fhir.Words;
import care.weft.spi.PersonReply;
import care.weft.spi.model.Assessment;
import care.weft.spi.model.AssessmentBuilder;
import care.weft.spi.model.AssessmentStatus;
import care.weft.spi.model.AssessmentSubject;
import care.weft.spi.model.ContentLevel;
import care.weft.spi.model.Moment;
import care.weft.spi.model.PartialDate;
import care.weft.spi.model.Precision;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Assessments from Interweave's SocialCareAssessment, a {@code Task}: that it is asked for, booked, under way, done or given up,
 * and by whom; never what it found.
 *
 * <p>One that is done and does not say when stays without that day: when the record last changed is no answer, for a record that
 * was moved to another system would be a new assessment.
 */
final class Assessments {

    static final String TYPE = "Task";

    private static final String CARERS_ASSESSMENT = "CA";

    private Assessments() {}

    static Mono<PersonReply> read(Asked asked, Codes carers) {
        return asked.read(TYPE, asked.all(TYPE), resource -> map(asked, carers, resource));
    }

    private static Assessment map(Asked asked, Codes carers, Resource resource) throws Unreadable {
        var element = resource.element();
        var words = Words.display(Words.worded(element, "code"));
        var description = element.text("description");
        var title = Words.either(words, description);
        if (title == null) {
            throw new Unreadable("code and description are missing");
        }
        var booked = booked(element);
        var status = status(element, booked != null);
        var bookedFor = status == AssessmentStatus.BOOKED ? booked : null;
        var execution = element.at("executionPeriod");
        var by = AssessedBy.of(resource);
        return AssessmentBuilder.builder()
                .source(asked.source(resource, "for"))
                .title(title)
                .code(element.coding("code"))
                .assessmentStatus(status)
                .statusReason(Words.display(Words.worded(element, "statusReason")))
                .subject(subject(carers, element.each("code")))
                .requestedOn(element.date("authoredOn"))
                .bookedAt(bookedFor == null ? null : bookedFor.instant())
                .location(resource.location(element.reference("location")))
                .contact(by.contact())
                .startedOn(startedOn(status, bookedFor, execution))
                .completedOn(status == AssessmentStatus.COMPLETED ? execution.date("end") : null)
                .team(by.team())
                .assessor(by.assessor())
                .outcome(Words.worded(Interweave.extension(element, "SocialCareAssessmentOutcome")
                        .value()))
                .summary(words == null ? null : description)
                .content(ContentLevel.METADATA)
                .organisation(by.organisation())
                .build();
    }

    private static AssessmentStatus status(Element element, boolean booked) {
        return switch (Words.code(element, "status")) {
            case "draft", "requested", "received", "accepted", "ready" ->
                booked ? AssessmentStatus.BOOKED : AssessmentStatus.REQUESTED;
            case "in-progress", "on-hold" -> AssessmentStatus.IN_PROGRESS;
            case "completed" -> AssessmentStatus.COMPLETED;
            case "cancelled", "rejected", "failed" -> AssessmentStatus.CANCELLED;
            case "entered-in-error" -> AssessmentStatus.ENTERED_IN_ERROR;
            default -> AssessmentStatus.UNKNOWN;
        };
    }

    /**
     * The start of the time for which it is booked, if it is: where it has not begun, the profile puts that into the execution
     * period. A stretch of days within which it is to be done is no booking.
     */
    private static @Nullable Element booked(Element element) {
        var restriction = element.at("restriction").at("period");
        var planned = restriction.at("start").present() ? restriction : element.at("executionPeriod");
        var start = planned.moment("start");
        var end = planned.moment("end");
        boolean oneDay = switch (start) {
            case Moment.Timed _ -> true;
            case Moment.Dated(var date) ->
                date.precision() == Precision.DAY
                        && (end == null || end.latestDay().equals(date.latest()));
            case null -> false;
        };
        return oneDay ? planned.at("start") : null;
    }

    /** The day, for one that is booked for a day without a time. */
    private static @Nullable PartialDate startedOn(
            AssessmentStatus status, @Nullable Element bookedFor, Element execution) {
        return switch (status) {
            case REQUESTED -> null;
            case BOOKED -> bookedFor == null || bookedFor.instant() != null ? null : bookedFor.date();
            case IN_PROGRESS, COMPLETED, CANCELLED, ENTERED_IN_ERROR, UNKNOWN -> execution.date("start");
        };
    }

    private static AssessmentSubject subject(Codes carers, List<Element> codes) {
        boolean coded = codes.stream()
                .flatMap(code -> code.each("coding").stream())
                .anyMatch(coding -> CARERS_ASSESSMENT.equals(coding.text("code"))
                        && Interweave.isOf(coding, "SocialCareAssessmentType"));
        return coded || carers.include(codes) ? AssessmentSubject.CARER : AssessmentSubject.PERSON;
    }
}
