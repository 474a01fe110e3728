package care.weft.gp;

import static care.weft.fhir.Unreadable.unlessMissing;

import care.weft.fhir.Element;
import care.weft.fhir.Patients;
import care.weft.fhir.Reference;
import care.weft.fhir.Resource;
import care.weft.fhir.Unreadable;
import care.weft.fhir.Words;
import care.weft.spi.DateWindow;
import care.weft.spi.Extent;
import care.weft.spi.Fault;
import care.weft.spi.HttpCall;
import care.weft.spi.PartnerException;
import care.weft.spi.PersonReply;
import care.weft.spi.model.Appointment;
import care.weft.spi.model.AppointmentBuilder;
import care.weft.spi.model.AppointmentStatus;
import care.weft.spi.model.Attendance;
import care.weft.spi.model.ContactChannel;
import care.weft.spi.model.Location;
import care.weft.spi.model.Organisation;
import care.weft.spi.model.Owner;
import care.weft.spi.model.Practitioner;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** GP Connect's {@code Appointment}s: those of today and later, which is all that practices tell. */
final class Appointments {

    /** How far ahead practices are asked. */
    static final Period AHEAD = Period.ofMonths(13);

    private static final String TYPE = "Appointment";
    /** What can be an id, which goes into a path: a slash in it would read something else. */
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]{0,127}");

    private static final int MINUTES_OF_A_DAY = 1_440;

    private Appointments() {}

    /** @param finding the same, asked of the system by which the practice's patients are found */
    static Mono<PersonReply> read(Asked finding, Asked asked) {
        return GpPatients.find(finding, found -> {
            var owner = owner(asked, found.patient());
            var days = days(asked);
            var call = HttpCall.get(
                            "Patient/" + Objects.requireNonNull(owner.localId()).value() + "/Appointment")
                    .query("start", "ge" + days.from())
                    .query("start", "le" + days.to());
            return asked.send(Interaction.PATIENT_APPOINTMENTS, call)
                    .flatMap(reply -> Answer.of(
                            asked.person(),
                            asked.client(),
                            reply,
                            answer -> Mono.just(reply(asked, answer, days, owner, practice(asked, found)))));
        });
    }

    /**
     * Whom the practice found, by the record's own statement.
     *
     * @throws PartnerException when it is not the person asked for: nobody else's appointments are ever asked for
     */
    private static Owner owner(Asked asked, Resource patient) {
        try {
            var owner = Patients.owner(patient);
            var id = Objects.requireNonNull(owner.localId()).value();
            if (asked.number().equals(owner.nhsNumber()) && ID.matcher(id).matches()) {
                return owner;
            }
        } catch (Unreadable unreadable) {
            // said below
        }
        throw new PartnerException(Fault.INVALID_ANSWER, "search for a patient: it is not the one asked for");
    }

    /** The days asked for, of which none may be past: by the time of the call, the window's first may be. */
    private static DateWindow days(Asked asked) {
        var today = asked.today();
        var from = asked.window().from();
        var to = asked.window().to();
        LocalDate first = from == null || from.isBefore(today) ? today : from;
        LocalDate last = to == null ? first.plus(AHEAD) : to;
        return new DateWindow(first, last.isBefore(first) ? first : last);
    }

    private static @Nullable Organisation practice(Asked asked, GpPatients.Found found) {
        return GpPatients.practice(asked, found.patient());
    }

    private static PersonReply reply(
            Asked asked, Answer answer, DateWindow days, Owner patient, @Nullable Organisation practice) {
        var bundle = answer.bundle();
        var read = bundle.map(TYPE, resource -> map(resource, patient, practice));
        var rejections = Stream.concat(answer.rejections(answer.warnings()).stream(), read.rejections().stream());
        return new PersonReply.Found(
                asked.person(),
                List.copyOf(read.entries()),
                new Extent(days, List.of(), bundle.truncated()),
                bundle.asOf(),
                rejections.toList());
    }

    private static Appointment map(Resource resource, Owner patient, @Nullable Organisation practice)
            throws Unreadable {
        var element = resource.element();
        var actors = element.each("participant").stream()
                .map(participant -> participant.reference("actor"))
                .toList();
        var service = element.coding("serviceType");
        var description = element.text("description");
        var status = status(element);
        var start = unlessMissing(element.instant("start"), "start");
        return AppointmentBuilder.builder()
                .source(resource.source(owner(resource, actors, patient), null))
                .title(Words.firstOf(
                        TYPE, Words.display(service), description, Words.display(element.coding("serviceCategory"))))
                .appointmentStatus(status)
                .startsAt(start)
                .endsAt(end(element, start))
                .service(service)
                .description(description(element))
                .channel(channel(element))
                .location(location(resource, actors))
                .practitioner(practitioner(resource, actors))
                .attendance(attendance(status))
                .organisation(practice)
                .build();
    }

    /**
     * Whose it is, by its own statement. It names the patient by the practice's id alone: where that is the id of the patient
     * whom the practice found, that patient's number is the owner's too.
     */
    private static Owner owner(Resource resource, List<Reference> actors, Owner patient) throws Unreadable {
        var stated = resource.owner(actors, "participant");
        return stated.nhsNumber() == null && Objects.equals(stated.localId(), patient.localId()) ? patient : stated;
    }

    private static AppointmentStatus status(Element element) {
        return switch (Words.code(element, "status")) {
            case "proposed" -> AppointmentStatus.PROPOSED;
            case "pending" -> AppointmentStatus.PENDING;
            case "booked" -> AppointmentStatus.BOOKED;
            case "arrived" -> AppointmentStatus.ARRIVED;
            case "fulfilled" -> AppointmentStatus.FULFILLED;
            case "noshow" -> AppointmentStatus.NO_SHOW;
            case "cancelled" -> AppointmentStatus.CANCELLED;
            case "entered-in-error" -> AppointmentStatus.ENTERED_IN_ERROR;
            default -> AppointmentStatus.UNKNOWN;
        };
    }

    private static @Nullable Instant end(Element element, Instant start) {
        var end = element.instant("end");
        var minutes = element.decimal("minutesDuration");
        if (end != null || minutes == null || minutes.signum() <= 0 || minutes.intValue() > MINUTES_OF_A_DAY) {
            return end;
        }
        return start.plus(Duration.ofMinutes(minutes.intValue()));
    }

    /** All that the practice says of it, why it was cancelled included. */
    private static @Nullable String description(Element element) {
        var reason = element.ukExtension("GPConnect-AppointmentCancellationReason-1")
                .value()
                .text();
        var words = Stream.of(
                        element.text("description"),
                        element.text("comment"),
                        reason == null ? null : "Cancelled: " + reason)
                .filter(Objects::nonNull)
                .distinct()
                .collect(Collectors.joining("; "));
        return words.isEmpty() ? null : words;
    }

    private static @Nullable ContactChannel channel(Element element) {
        var stated = element.ukExtension("GPConnect-DeliveryChannel-2", "GPConnect-DeliveryChannel-1")
                .value()
                .coding();
        if (stated == null) {
            return null;
        }
        return switch (stated.display().toLowerCase(Locale.ROOT)) {
            case "in-person" -> ContactChannel.IN_PERSON;
            case "telephone" -> ContactChannel.TELEPHONE;
            case "video" -> ContactChannel.VIDEO;
            default -> ContactChannel.OTHER;
        };
    }

    private static @Nullable Location location(Resource resource, List<Reference> actors) {
        return actors.stream()
                .filter(actor -> resource.names(actor, "Location"))
                .map(resource::location)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** Their job is told in an extension of the appointment. */
    private static @Nullable Practitioner practitioner(Resource resource, List<Reference> actors) {
        var job = resource.element()
                .ukExtension("GPConnect-PractitionerRole-1")
                .value()
                .coding();
        return actors.stream()
                .filter(actor -> resource.names(actor, "Practitioner"))
                .map(resource::practitioner)
                .filter(Objects::nonNull)
                .findFirst()
                .map(named -> job == null ? named : new Practitioner(named.name(), job.display()))
                .orElse(null);
    }

    private static @Nullable Attendance attendance(AppointmentStatus status) {
        return switch (status) {
            case ARRIVED, FULFILLED -> Attendance.ATTENDED;
            case NO_SHOW -> Attendance.DID_NOT_ATTEND;
            case PROPOSED, PENDING, BOOKED, WAITLISTED, CANCELLED, ENTERED_IN_ERROR, UNKNOWN -> null;
        };
    }
}
