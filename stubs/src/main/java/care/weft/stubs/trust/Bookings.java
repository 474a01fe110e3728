package care.weft.stubs.trust;

import static care.weft.stubs.fhir.Elements.concept;
import static care.weft.stubs.fhir.Elements.hl7Coding;
import static care.weft.stubs.fhir.Elements.named;
import static care.weft.stubs.fhir.Elements.organisation;
import static care.weft.stubs.fhir.Elements.reference;
import static care.weft.stubs.fhir.Elements.ukCoreCoding;
import static care.weft.stubs.fhir.Elements.ukCoreExtension;
import static care.weft.stubs.fhir.Json.array;
import static care.weft.stubs.fhir.Json.object;

import care.weft.stubs.fhir.DateBounds;
import care.weft.stubs.fhir.Times;
import care.weft.stubs.population.Organisation;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes Appointments, and the outpatient Encounters of those that were kept. */
final class Bookings {

    private final Chart chart;

    Bookings(Chart chart) {
        this.chart = chart;
    }

    /**
     * A booking.
     *
     * @param status of FHIR's appointment statuses
     * @param comment null for none
     */
    record Booking(
            Clinic clinic,
            ZonedDateTime start,
            int minutes,
            String status,
            Channel channel,
            @Nullable String comment) {

        Booking with(String otherStatus, @Nullable String otherComment) {
            return new Booking(clinic, start, minutes, otherStatus, channel, otherComment);
        }
    }

    static Booking inPerson(Clinic clinic, ZonedDateTime start, String status) {
        return new Booking(clinic, start, 30, status, Channel.IN_PERSON, null);
    }

    String add(Booking booking) {
        var appointment = appointment(booking);
        return chart.keep(appointment, found(booking), Map.of());
    }

    /** A booking whose start and end got lost on their way into the answer, though it is still found by its date. */
    void addWithoutTime(Booking booking) {
        var appointment = appointment(booking);
        appointment.remove("start");
        appointment.remove("end");
        chart.keep(appointment, found(booking), Map.of());
    }

    /**
     * A kept appointment and the attendance that it led to.
     *
     * @param outcome code 1 discharged, 2 another appointment given, 3 to be made later
     */
    void addKept(Booking booking, int outcome) {
        var appointmentId = add(booking.with("fulfilled", booking.comment()));
        var start = Times.text(booking.start());
        var end = Times.text(booking.start().plusMinutes(booking.minutes()));
        var classOfContact = hl7Coding("v3-ActCode", "AMB", "ambulatory");
        var encounter = chart.begin("Encounter", booking.start().toLocalDate());
        encounter.set("extension", array(ukCoreExtension("OutcomeOfAttendance", outcome(outcome))));
        encounter.put("status", "finished");
        encounter.set("class", classOfContact);
        encounter.set("serviceType", service(booking.clinic()));
        encounter.set("subject", chart.patient());
        encounter.set(
                "participant",
                array(object(
                        "individual",
                        named("Practitioner", chart.text(booking.clinic().clinician())))));
        encounter.set("appointment", array(reference("Appointment", appointmentId)));
        encounter.set("period", object("start", start, "end", end));
        encounter.set("serviceProvider", organisation(Organisation.TRUST));
        chart.keep(encounter, DateBounds.period(start, end), Map.of("class", classOfContact));
    }

    private static DateBounds found(Booking booking) {
        return DateBounds.of(Times.text(booking.start()));
    }

    private ObjectNode appointment(Booking booking) {
        var clinic = booking.clinic();
        var day = booking.start().toLocalDate();
        var made = day.isAfter(chart.today()) ? chart.today().minusDays(5 + day.getDayOfMonth()) : day.minusDays(40);
        var appointment = chart.begin("Appointment", recorded(booking, made));
        var id = appointment.get("id").asString();
        // Real servers do it in both ways.
        boolean contained = id.charAt(0) % 2 == 0;
        if (contained) {
            appointment.set("contained", array(practitioner(clinic)));
        }
        appointment.set("extension", array(ukCoreExtension("DeliveryChannel", channel(booking.channel()))));
        appointment.set("identifier", array(object("system", Local.APPOINTMENT_ID, "value", id.substring(0, 8))));
        appointment.put("status", booking.status());
        if (booking.status().equals("cancelled")) {
            appointment.set("cancelationReason", concept(null, chart.text("Cancelled by the hospital")));
        }
        appointment.set("serviceType", array(service(clinic)));
        appointment.set("specialty", array(concept(specialty(clinic), null)));
        appointment.set("appointmentType", concept(hl7Coding("v2-0276", "FOLLOWUP", "A follow up visit"), null));
        appointment.put("description", chart.text(clinic.title() + " with " + clinic.clinician()));
        appointment.put("start", Times.text(booking.start()));
        appointment.put("end", Times.text(booking.start().plusMinutes(booking.minutes())));
        appointment.put("created", made.toString());
        if (booking.comment() != null) {
            appointment.put("comment", chart.text(booking.comment()));
        }
        var participants = array(participant(chart.patient()), participant(clinician(clinic, contained)));
        if (booking.channel() == Channel.IN_PERSON) {
            participants.add(
                    participant(named("Location", chart.text(clinic.site().place()))));
        }
        appointment.set("participant", participants);
        return appointment;
    }

    /** A future booking was last touched when it was made, a past one on its day. */
    private static LocalDate recorded(Booking booking, LocalDate made) {
        return booking.status().equals("booked") ? made : booking.start().toLocalDate();
    }

    private ObjectNode practitioner(Clinic clinic) {
        return object(
                "resourceType",
                "Practitioner",
                "id",
                "clinician",
                "name",
                array(object("text", chart.text(clinic.clinician()))));
    }

    private ObjectNode clinician(Clinic clinic, boolean contained) {
        return contained
                ? object("reference", "#clinician", "type", "Practitioner")
                : named("Practitioner", chart.text(clinic.clinician()));
    }

    private ObjectNode service(Clinic clinic) {
        return concept(Local.service(clinic.title()), chart.text(clinic.title()));
    }

    private static ObjectNode participant(JsonNode actor) {
        return object("actor", actor, "status", "accepted");
    }

    static ObjectNode specialty(Clinic clinic) {
        return ukCoreCoding("PracticeSettingCode", clinic.specialtyCode(), clinic.specialty());
    }

    private static ObjectNode channel(Channel channel) {
        return ukCoreCoding("DeliveryChannel", channel.code(), channel.display());
    }

    private static ObjectNode outcome(int code) {
        var display = switch (code) {
            case 1 -> "Discharged from consultant's care (last attendance)";
            case 2 -> "Another appointment given";
            case 3 -> "Appointment to be made at a later date";
            default -> throw new IllegalArgumentException("No outcome of attendance " + code);
        };
        return ukCoreCoding("OutcomeOfAttendanceEngland", String.valueOf(code), display);
    }
}
