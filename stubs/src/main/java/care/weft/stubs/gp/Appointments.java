package care.weft.stubs.gp;

import static care.weft.stubs.fhir.Json.array;
import static care.weft.stubs.fhir.Json.object;

import care.weft.stubs.fhir.Elements;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes the appointments of one chart. */
final class Appointments {

    static final String PROFILE = GpChart.GP_CONNECT + "Appointment-1";

    private final GpChart chart;

    Appointments(GpChart chart) {
        this.chart = chart;
    }

    /** How much of those who take part is sent along. */
    enum Sent {
        /** Contained in the appointment. */
        CONTAINED,
        /** Named by words. */
        NAMED,
        /** As a reference alone. */
        REFERENCED
    }

    /**
     * What was booked.
     *
     * @param service what the practice calls such a slot
     * @param channel in GP Connect's words
     * @param cancelled why; null for one that stands
     */
    record Booking(
            ZonedDateTime start,
            int minutes,
            Staff with,
            String service,
            String description,
            String channel,
            @Nullable String cancelled,
            Sent sent) {

        static Booking inPerson(ZonedDateTime start, Staff with, String service, String description) {
            return new Booking(start, 15, with, service, description, "In-person", null, Sent.CONTAINED);
        }

        Booking by(String otherChannel) {
            return new Booking(start, minutes, with, service, description, otherChannel, cancelled, sent);
        }

        Booking lasting(int otherMinutes) {
            return new Booking(start, otherMinutes, with, service, description, channel, cancelled, sent);
        }

        Booking cancelledBecause(String reason) {
            return new Booking(start, minutes, with, service, description, channel, reason, sent);
        }

        Booking sending(Sent other) {
            return new Booking(start, minutes, with, service, description, channel, cancelled, other);
        }
    }

    void add(Booking booking) {
        add(booking, true);
    }

    /** One whose end follows from its length. */
    void addWithoutEnd(Booking booking) {
        add(booking, false);
    }

    private void add(Booking booking, boolean ends) {
        var appointment = chart.begin("Appointment", PROFILE);
        var start = booking.start();
        appointment
                .set("contained", contained(booking))
                .set("extension", extensions(booking))
                .put("status", booking.cancelled() == null ? "booked" : "cancelled")
                .set("serviceCategory", object("text", "General practice"))
                .set("serviceType", array(object("text", booking.service())))
                .put("description", chart.text(booking.description()))
                .put("start", GpChart.text(start));
        if (ends) {
            appointment.put("end", GpChart.text(start.plusMinutes(booking.minutes())));
        }
        appointment
                .put("minutesDuration", booking.minutes())
                .set(
                        "slot",
                        array(Elements.reference("Slot", appointment.get("id").asString())))
                .put("created", GpChart.text(GpChart.at(chart.day(-9), 10, 5)))
                .put("comment", chart.text("Booked by telephone"))
                .set("participant", participants(booking));
        chart.keepAppointment(start.toLocalDate(), appointment);
    }

    private ArrayNode contained(Booking booking) {
        var surgery = chart.surgery();
        return booking.sent() == Sent.CONTAINED
                ? array(
                        People.practice(surgery, "1"),
                        People.location(surgery, "2"),
                        booking.with().practitioner(surgery, "3"))
                : array(People.practice(surgery, "1"));
    }

    private ArrayNode extensions(Booking booking) {
        var reason = booking.cancelled();
        return array(
                extension("BookingOrganisation-1", "valueReference", object("reference", "#1")),
                extension(
                        "PractitionerRole-1",
                        "valueCodeableConcept",
                        Elements.concept(booking.with().job(), null)),
                extension("DeliveryChannel-2", "valueCode", booking.channel()),
                reason == null
                        ? null
                        : extension("AppointmentCancellationReason-1", "valueString", chart.text(reason)));
    }

    private static ObjectNode extension(String name, String valueName, Object value) {
        return object("url", GpChart.EXTENSION + "GPConnect-" + name, valueName, value);
    }

    private ArrayNode participants(Booking booking) {
        return array(participant(chart.patient()), participant(place(booking)), participant(worker(booking)));
    }

    private static ObjectNode participant(ObjectNode actor) {
        return object("actor", actor, "status", "accepted");
    }

    private ObjectNode place(Booking booking) {
        var surgery = chart.surgery();
        var id = GpChart.stableId("location/" + surgery.ods());
        return switch (booking.sent()) {
            case CONTAINED -> object("reference", "#2");
            case NAMED ->
                Elements.reference("Location", id)
                        .put("display", surgery.practice().name());
            case REFERENCED -> Elements.reference("Location", id);
        };
    }

    private ObjectNode worker(Booking booking) {
        var surgery = chart.surgery();
        var id = booking.with().id(surgery);
        return switch (booking.sent()) {
            case CONTAINED -> object("reference", "#3");
            case NAMED -> Elements.reference("Practitioner", id).put("display", name(booking.with()));
            case REFERENCED -> Elements.reference("Practitioner", id);
        };
    }

    private String name(Staff staff) {
        var name = staff.practitioner(chart.surgery(), "").at("/name/0");
        return name.at("/prefix/0").asString() + " " + name.at("/given/0").asString() + " "
                + name.get("family").asString();
    }
}
