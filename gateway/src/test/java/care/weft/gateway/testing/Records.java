package care.weft.gateway.testing;

import care.weft.gateway.access.Caller;
import care.weft.gateway.access.CallerRole;
import care.weft.spi.DateWindow;
import care.weft.spi.Extent;
import care.weft.spi.PersonReply;
import care.weft.spi.model.Address;
import care.weft.spi.model.Appointment;
import care.weft.spi.model.AppointmentBuilder;
import care.weft.spi.model.AppointmentStatus;
import care.weft.spi.model.Demographics;
import care.weft.spi.model.DemographicsBuilder;
import care.weft.spi.model.Entry;
import care.weft.spi.model.NhsNumber;
import care.weft.spi.model.Organisation;
import care.weft.spi.model.Owner;
import care.weft.spi.model.PartialDate;
import care.weft.spi.model.PersonKey;
import care.weft.spi.model.RecordSource;
import care.weft.spi.model.Telecom;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** People and records, all invented. */
public final class Records {

    public static final NhsNumber ADA = new NhsNumber("9990000018");
    public static final NhsNumber BOB = new NhsNumber("9990000026");
    public static final PersonKey ADA_KEY = PersonKey.of(ADA);
    public static final PersonKey BOB_KEY = PersonKey.of(BOB);
    public static final Instant NOON = Instant.parse("2026-03-09T12:00:00Z");

    private Records() {}

    public static Caller caller(CallerRole... roles) {
        return new Caller("u1", "https://issuer.example", "A User", Set.of(roles), null, List.of(), null);
    }

    public static RecordSource source(String recordId, NhsNumber owner) {
        return new RecordSource(recordId, Owner.of(owner), null, null, null, null);
    }

    public static Appointment appointment(String recordId, NhsNumber owner, Instant startsAt) {
        return AppointmentBuilder.builder()
                .source(source(recordId, owner))
                .title("Clinic " + recordId)
                .appointmentStatus(AppointmentStatus.BOOKED)
                .startsAt(startsAt)
                .build();
    }

    public static Demographics bornOn(NhsNumber owner, String birthDate) {
        return DemographicsBuilder.builder()
                .source(source("p", owner))
                .birthDate(PartialDate.parse(birthDate).orElseThrow())
                .telecoms(List.of())
                .build();
    }

    /** Lives somewhere and is registered with a practice. */
    public static Demographics atHome(NhsNumber owner, String practice, boolean restricted) {
        return DemographicsBuilder.builder(bornOn(owner, "1950-01-01"))
                .address(new Address(List.of("1 Loom Street"), "Manchester", "M18 1AA"))
                .telecoms(List.of(new Telecom("phone", "0161 496 0001", "home")))
                .practice(new Organisation(practice, "Elm Bank Surgery"))
                .restricted(restricted)
                .build();
    }

    public static PersonReply found(PersonKey person, Entry... entries) {
        return new PersonReply.Found(person, List.of(entries), Extent.whole(DateWindow.ALWAYS), null, List.of());
    }
}
