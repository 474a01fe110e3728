package care.weft.trust;

import static care.weft.fhir.Unreadable.unlessMissing;

import care.weft.fhir.Asked;
import care.weft.fhir.Element;
import care.weft.fhir.Reference;
import care.weft.fhir.Resource;
import care.weft.fhir.Unreadable;
import care.weft.fhir.Words;
import care.weft.spi.PersonReply;
import care.weft.spi.model.Appointment;
import care.weft.spi.model.AppointmentBuilder;
import care.weft.spi.model.AppointmentStatus;
import care.weft.spi.model.Attendance;
import care.weft.spi.model.ContactChannel;
import care.weft.spi.model.Location;
import care.weft.spi.model.Organisation;
import care.weft.spi.model.Practitioner;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** FHIR {@code Appointment}s. */
final class Appointments {

    static final String TYPE = "Appointment";

    private Appointments() {}

    static Mono<PersonReply> read(Asked asked) {
        return asked.read(TYPE, asked.within(TYPE, "date"), resource -> map(asked, resource));
    }

    private static Appointment map(Asked asked, Resource resource) throws Unreadable {
        var element = resource.element();
        var actors = element.each("participant").stream()
                .map(participant -> participant.reference("actor"))
                .toList();
        var service = Words.firstCoding(element, "serviceType", "specialty", "serviceCategory");
        var description = element.text("description");
        var status = status(element);
        return AppointmentBuilder.builder()
                .source(asked.source(resource, resource.owner(patients(asked, actors), "participant")))
                .title(Words.firstOf(
                        TYPE,
                        Words.display(service),
                        description,
                        Words.display(Words.firstCoding(element, "appointmentType", "reasonCode", "reason"))))
                .appointmentStatus(status)
                .startsAt(unlessMissing(element.instant("start"), "start"))
                .endsAt(element.instant("end"))
                .service(service)
                .description(description)
                .channel(channel(element))
                .location(location(resource, actors))
                .practitioner(practitioner(resource, actors))
                .attendance(attendance(element, status))
                .organisation(organisation(resource, actors))
                .build();
    }

    /** In a group appointment the record is also about others: of several patients, the one asked for is its owner here. */
    private static List<Reference> patients(Asked asked, List<Reference> actors) {
        var own = actors.stream()
                .filter(actor -> actor.names("Patient"))
                .filter(actor -> actor.base() == null && asked.localId().value().equals(actor.id()))
                .toList();
        return own.isEmpty() ? actors : own;
    }

    private static AppointmentStatus status(Element element) {
        return switch (Words.code(element, "status")) {
            case "proposed" -> AppointmentStatus.PROPOSED;
            case "pending" -> AppointmentStatus.PENDING;
            case "booked" -> AppointmentStatus.BOOKED;
            case "waitlist" -> AppointmentStatus.WAITLISTED;
            case "arrived", "checked-in" -> AppointmentStatus.ARRIVED;
            case "fulfilled" -> AppointmentStatus.FULFILLED;
            case "noshow" -> AppointmentStatus.NO_SHOW;
            case "cancelled" -> AppointmentStatus.CANCELLED;
            case "entered-in-error" -> AppointmentStatus.ENTERED_IN_ERROR;
            default -> AppointmentStatus.UNKNOWN;
        };
    }

    /** UK Core's extension, or the one of the Patient Care Aggregator's providers. */
    private static @Nullable ContactChannel channel(Element element) {
        var extension = element.ukExtension("UKCore-DeliveryChannel", "Consultation-Medium")
                .value();
        var coding = extension.coding();
        if (coding == null) {
            return null;
        }
        var stated = Words.firstOf(coding.display(), coding.code()).toLowerCase(Locale.ROOT);
        if (stated.contains("video")) {
            return ContactChannel.VIDEO;
        }
        if (stated.contains("phone")) {
            return ContactChannel.TELEPHONE;
        }
        return stated.replace('_', '-').replace(' ', '-').matches(".*(in-person|face-to-face).*")
                ? ContactChannel.IN_PERSON
                : ContactChannel.OTHER;
    }

    /** A place with a name of its own before one that is only a code. */
    private static @Nullable Location location(Resource resource, List<Reference> actors) {
        return actors.stream()
                .filter(actor -> resource.names(actor, "Location"))
                .sorted(Comparator.comparing(actor -> actor.display() == null && resource.resolve(actor) == null))
                .map(resource::location)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Practitioner practitioner(Resource resource, List<Reference> actors) {
        return actors.stream()
                .filter(actor -> resource.names(actor, "Practitioner") || resource.names(actor, "PractitionerRole"))
                .map(resource::practitioner)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** Release 4 has no field for it: the service that takes part, or the employer of the professional who does. */
    private static @Nullable Organisation organisation(Resource resource, List<Reference> actors) {
        return actors.stream()
                .filter(actor ->
                        resource.names(actor, "HealthcareService") || resource.names(actor, "PractitionerRole"))
                .map(resource::organisation)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** An outcome of attendance, whatever it is, is recorded of those who came. */
    private static @Nullable Attendance attendance(Element element, AppointmentStatus status) {
        return switch (status) {
            case ARRIVED, FULFILLED -> Attendance.ATTENDED;
            case NO_SHOW -> Attendance.DID_NOT_ATTEND;
            case PROPOSED, PENDING, BOOKED, WAITLISTED, UNKNOWN ->
                element.ukExtension("UKCore-OutcomeOfAttendance").present() ? Attendance.ATTENDED : null;
            case CANCELLED, ENTERED_IN_ERROR -> null;
        };
    }
}
