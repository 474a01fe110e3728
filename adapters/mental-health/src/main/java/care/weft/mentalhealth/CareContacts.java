package care.weft.mentalhealth;

import static care.weft.fhir.Unreadable.unlessMissing;

import care.weft.fhir.Unreadable;
import care.weft.spi.PersonReply;
import care.weft.spi.model.Appointment;
import care.weft.spi.model.AppointmentBuilder;
import care.weft.spi.model.AppointmentStatus;
import care.weft.spi.model.Attendance;
import care.weft.spi.model.ContactChannel;
import care.weft.spi.model.Location;
import care.weft.spi.model.Moment;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Care contacts, kept and booked. */
final class CareContacts {

    static final String TABLE = "MHS201CareContact";

    private static final BigDecimal MINUTES_OF_A_DAY = BigDecimal.valueOf(24 * 60);

    private CareContacts() {}

    static Mono<PersonReply> read(Asked asked) {
        return Reads.of(asked)
                .main(TABLE, asked.within(TABLE))
                .further(Referrals.SERVICES)
                .run()
                .map(answers -> answers.map(TABLE, row -> map(answers, row)).reply());
    }

    private static Appointment map(Answers answers, Row row) throws Unreadable {
        var start = start(row);
        var status = status(row, start, answers.asked().now());
        var services = answers.belonging(Referrals.SERVICES, Referrals.ID, row);
        var service =
                Teams.service(Stream.concat(Stream.of(row), services.stream()).toList());
        var place = row.words("SiteIDOfTreat");
        return AppointmentBuilder.builder()
                .source(row.source(null, "CareContactId"))
                .title(service == null ? "Care contact" : "Care contact, " + Teams.inATitle(service))
                .appointmentStatus(status)
                .startsAt(start)
                .endsAt(end(row, start))
                .service(service)
                .description(row.text("CareContNote"))
                .channel(channel(row))
                .location(place == null ? null : new Location(place, null))
                .practitioner(row.practitioner())
                .attendance(attendance(status))
                .organisation(row.provider())
                .build();
    }

    private static Instant start(Row row) throws Unreadable {
        unlessMissing(row.text("CareContTime"), "CareContTime");
        return switch (unlessMissing(row.moment("CareContDate", "CareContTime"), "CareContDate")) {
            case Moment.Timed timed -> timed.instant();
            case Moment.Dated _ -> throw new Unreadable("CareContDate is not a whole day");
        };
    }

    /** The clinical contact's duration in minutes; one of nothing, or of more than a day, is a mistake. */
    private static @Nullable Instant end(Row row, Instant start) throws Unreadable {
        var minutes = row.number("ClinContDurOfCareCont");
        return minutes == null || minutes.signum() <= 0 || minutes.compareTo(MINUTES_OF_A_DAY) > 0
                ? null
                : start.plus(Duration.ofMinutes(minutes.longValue()));
    }

    /** A contact that is past and of which nothing more is said may have been kept or not. */
    private static AppointmentStatus status(Row row, Instant start, Instant now) throws Unreadable {
        boolean cancelled = row.date("CareContCancelDate") != null;
        return switch (unpadded(row.text("AttendStatus"))) {
            case "5", "6" -> cancelled ? AppointmentStatus.UNKNOWN : AppointmentStatus.FULFILLED;
            case "3", "7" -> cancelled ? AppointmentStatus.UNKNOWN : AppointmentStatus.NO_SHOW;
            case "2", "4" -> AppointmentStatus.CANCELLED;
            case "", "0" -> {
                if (cancelled) {
                    yield AppointmentStatus.CANCELLED;
                }
                yield start.isAfter(now) ? AppointmentStatus.BOOKED : AppointmentStatus.UNKNOWN;
            }
            default -> AppointmentStatus.UNKNOWN;
        };
    }

    private static @Nullable Attendance attendance(AppointmentStatus status) {
        return switch (status) {
            case FULFILLED, ARRIVED -> Attendance.ATTENDED;
            case NO_SHOW -> Attendance.DID_NOT_ATTEND;
            case PROPOSED, PENDING, BOOKED, WAITLISTED, CANCELLED, ENTERED_IN_ERROR, UNKNOWN -> null;
        };
    }

    private static @Nullable ContactChannel channel(Row row) {
        return switch (unpadded(row.text("ConsMechanismMH"))) {
            case "1" -> ContactChannel.IN_PERSON;
            case "2" -> ContactChannel.TELEPHONE;
            case "11" -> ContactChannel.VIDEO;
            case "3", "4", "5", "6", "7", "8", "9", "10", "12", "13", "98" -> ContactChannel.OTHER;
            default -> null;
        };
    }

    /** Some systems write 5 and some 05. */
    private static String unpadded(@Nullable String code) {
        return Objects.requireNonNullElse(code, "").replaceFirst("^0(?=[0-9])", "");
    }
}
