package care.weft.spi.example;

import care.weft.spi.Extent;
import care.weft.spi.Fault;
import care.weft.spi.HttpCall;
import care.weft.spi.HttpReply;
import care.weft.spi.PartnerAdapter;
import care.weft.spi.PartnerException;
import care.weft.spi.PartnerHttp;
import care.weft.spi.PersonReply;
import care.weft.spi.Rejection;
import care.weft.spi.SectionRequest;
import care.weft.spi.Subject;
import care.weft.spi.model.Appointment;
import care.weft.spi.model.AppointmentBuilder;
import care.weft.spi.model.AppointmentStatus;
import care.weft.spi.model.Entry;
import care.weft.spi.model.NhsNumber;
import care.weft.spi.model.Owner;
import care.weft.spi.model.RecordSource;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import reactor.core.publisher.Flux;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the bookings of a day centre. */
final class DayCentreAdapter implements PartnerAdapter {

    private static final JsonMapper JSON = new JsonMapper();

    private final PartnerHttp http;

    DayCentreAdapter(PartnerHttp http) {
        this.http = http;
    }

    @Override
    public Flux<PersonReply> read(SectionRequest request) {
        var subject = request.subjects().getFirst(); // one person per call, says the profile
        return http.at(request.endpoint())
                .send(call(request, subject), request.deadline())
                .map(reply -> reply(request, subject, json(reply.expect())))
                .flux();
    }

    private static HttpCall call(SectionRequest request, Subject subject) {
        var number = Objects.requireNonNull(subject.nhsNumber(), "a day centre is asked by NHS number");
        var call = HttpCall.get("bookings").query("nhsNumber", number.value());
        var from = request.window().from();
        return from == null ? call : call.query("from", from.toString());
    }

    private static JsonNode json(HttpReply reply) {
        try {
            return JSON.readTree(reply.body());
        } catch (JacksonException notJson) {
            // Its own message may quote the body.
            throw new PartnerException(Fault.INVALID_ANSWER, "body is not JSON");
        }
    }

    private static PersonReply reply(SectionRequest request, Subject subject, JsonNode answer) {
        if (answer.path("status").asString("").equals("not-known")) {
            return new PersonReply.NotKnown(subject.key());
        }
        if (!answer.path("bookings").isArray()) {
            // Never an empty list for an answer that was not understood.
            throw new PartnerException(Fault.INVALID_ANSWER, "bookings are missing");
        }
        var entries = new ArrayList<Entry>();
        var rejected = new ArrayList<Rejection>();
        for (var booking : answer.path("bookings")) {
            try {
                entries.add(appointment(booking));
            } catch (Unreadable unreadable) {
                rejected.add(new Rejection("booking", unreadable.reason));
            }
        }
        var extent = new Extent(request.window(), List.of(), answer.path("more").asBoolean(false));
        return new PersonReply.Found(subject.key(), entries, extent, null, rejected);
    }

    private static Appointment appointment(JsonNode booking) throws Unreadable {
        // The owner is read from the record: what was asked for proves nothing.
        var owner =
                NhsNumber.parse(text(booking, "nhsNumber")).orElseThrow(() -> new Unreadable("nhsNumber is not valid"));
        return AppointmentBuilder.builder()
                .source(new RecordSource(text(booking, "id"), Owner.of(owner), null, null, null, null))
                .title(text(booking, "activity"))
                .appointmentStatus(status(booking.path("status").asString("")))
                .startsAt(moment(booking, "starts"))
                .build();
    }

    private static AppointmentStatus status(String written) {
        return switch (written) {
            case "confirmed" -> AppointmentStatus.BOOKED;
            case "attended" -> AppointmentStatus.FULFILLED;
            case "missed" -> AppointmentStatus.NO_SHOW;
            case "cancelled" -> AppointmentStatus.CANCELLED;
            default -> AppointmentStatus.UNKNOWN;
        };
    }

    private static Instant moment(JsonNode booking, String field) throws Unreadable {
        try {
            return Instant.parse(text(booking, field));
        } catch (DateTimeException notAMoment) {
            throw new Unreadable(field + " is not a moment");
        }
    }

    private static String text(JsonNode booking, String field) throws Unreadable {
        var text = booking.path(field).asString("");
        if (text.isBlank()) {
            throw new Unreadable(field + " is missing");
        }
        return text;
    }

    /** One booking cannot be read. The reason names a field, never its value. */
    private static final class Unreadable extends Exception {

        private static final long serialVersionUID = 1L;

        private final String reason;

        Unreadable(String reason) {
            this.reason = reason;
        }
    }
}
