package care.weft.gp;

import static care.weft.gp.Asking.NHS_NUMBER;
import static care.weft.gp.Asking.PERSON;
import static care.weft.gp.Asking.found;
import static care.weft.gp.Asking.one;
import static care.weft.gp.FakePractices.APPOINTMENTS;
import static care.weft.gp.FakePractices.patient;
import static org.assertj.core.api.Assertions.assertThat;

import care.weft.spi.DateWindow;
import care.weft.spi.Extent;
import care.weft.spi.Fault;
import care.weft.spi.HttpCall.Parameter;
import care.weft.spi.PersonReply;
import care.weft.spi.Rejection;
import care.weft.spi.model.Appointment;
import care.weft.spi.model.AppointmentStatus;
import care.weft.spi.model.Coding;
import care.weft.spi.model.ContactChannel;
import care.weft.spi.model.LocalId;
import care.weft.spi.model.Location;
import care.weft.spi.model.Organisation;
import care.weft.spi.model.Owner;
import care.weft.spi.model.Practitioner;
import care.weft.spi.model.Section;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AppointmentsTests {

    private static final String TIME = "\"start\": \"2026-03-30T09:40:00+01:00\"";

    private final FakePractices practices = FakePractices.open();

    @Test
    void patientIsFoundFirstThenTheDaysFromTodayOnAreAskedFor() {
        practices.holding(APPOINTMENTS);

        var found = found(practices, Section.APPOINTMENTS);

        assertThat(practices.paths())
                .containsExactly("Device", "Endpoint", "Device", "Endpoint", "Patient", APPOINTMENTS);
        assertThat(practices.last(APPOINTMENTS).query())
                .containsExactly(new Parameter("start", "ge2026-03-10"), new Parameter("start", "le2027-04-10"));
        assertThat(found.entries()).isEmpty();
        assertThat(found.rejected()).isEmpty();
        assertThat(found.extent()).isEqualTo(Extent.whole(new DateWindow(Asking.TODAY, LocalDate.of(2027, 4, 10))));
    }

    @Test
    void dayThatHasPassedSinceTheWindowWasMadeIsNotAskedFor() {
        practices.holding(APPOINTMENTS);
        var afterMidnight = Clock.fixed(Instant.parse("2026-03-11T00:00:01Z"), ZoneOffset.UTC);

        var reply = Asking.adapter(practices, Asking.SETTINGS, afterMidnight)
                .read(Asking.request(Section.APPOINTMENTS))
                .single()
                .block();

        assertThat(practices.last(APPOINTMENTS).query()).contains(new Parameter("start", "ge2026-03-11"));
        assertThat(((PersonReply.Found) Objects.requireNonNull(reply))
                        .extent()
                        .covered()
                        .from())
                .isEqualTo(LocalDate.of(2026, 3, 11));
    }

    @Test
    void wholeAppointmentIsRead() {
        var read = read("""
                "status": "booked", %s, "end": "2026-03-30T10:00:00+01:00", "minutesDuration": 15,
                "serviceCategory": {"text": "General practice"}, "serviceType": [{"text": "Nurse clinic"}],
                "description": "Blood pressure", "comment": "Bring the diary",
                "contained": [
                  {"resourceType": "Organization", "id": "1", "name": "Who booked it"},
                  {"resourceType": "Location", "id": "2", "name": "Branch surgery"},
                  {"resourceType": "Practitioner", "id": "3", "name": [{"family": "Sample", "prefix": ["Ms"]}]}],
                "extension": [
                  {"url": "https://fhir.nhs.uk/STU3/StructureDefinition/Extension-GPConnect-BookingOrganisation-1",
                   "valueReference": {"reference": "#1"}},
                  {"url": "https://fhir.nhs.uk/STU3/StructureDefinition/Extension-GPConnect-PractitionerRole-1",
                   "valueCodeableConcept": {"coding": [{"code": "R0600", "display": "Practice Nurse"}]}},
                  {"url": "https://fhir.nhs.uk/STU3/StructureDefinition/Extension-GPConnect-DeliveryChannel-2",
                   "valueCode": "In-person"}],
                "participant": [{"actor": {"reference": "Patient/7"}}, {"actor": {"reference": "#2"}},
                                {"actor": {"reference": "#3"}}]""".formatted(TIME));

        assertThat(read.source().recordId()).isEqualTo("Appointment/a1");
        assertThat(read.source().owner()).isEqualTo(new Owner(NHS_NUMBER, new LocalId("7")));
        assertThat(read.title()).isEqualTo("Nurse clinic");
        assertThat(read.appointmentStatus()).isEqualTo(AppointmentStatus.BOOKED);
        assertThat(read.startsAt()).isEqualTo(Instant.parse("2026-03-30T08:40:00Z"));
        assertThat(read.endsAt()).isEqualTo(Instant.parse("2026-03-30T09:00:00Z"));
        assertThat(read.service()).isEqualTo(Coding.text("Nurse clinic"));
        assertThat(read.description()).isEqualTo("Blood pressure; Bring the diary");
        assertThat(read.channel()).isEqualTo(ContactChannel.IN_PERSON);
        assertThat(read.location()).isEqualTo(new Location("Branch surgery", null));
        assertThat(read.practitioner()).isEqualTo(new Practitioner("Ms Sample", "Practice Nurse"));
        assertThat(read.organisation()).isEqualTo(new Organisation("P99001", "Example Surgery"));
        assertThat(read.attendance()).isNull();
    }

    @Test
    void barestAppointmentHasATitleToo() {
        var read = read(TIME + ", \"participant\": [{\"actor\": {\"reference\": \"Patient/7\"}}]");

        assertThat(read.title()).isEqualTo("Appointment");
        assertThat(read.appointmentStatus()).isEqualTo(AppointmentStatus.UNKNOWN);
        assertThat(read.endsAt()).isNull();
        assertThat(read.description()).isNull();
        assertThat(read.channel()).isNull();
        assertThat(read.location()).isNull();
        assertThat(read.practitioner()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"15, 2026-03-30T08:55:00Z", "0,", "-5,", "100000,", "'\"x\"',"})
    void endFollowsFromTheLengthWhereItIsNotStated(String minutes, @Nullable Instant end) {
        assertThat(read(mine(TIME + ", \"minutesDuration\": " + minutes)).endsAt())
                .isEqualTo(end);
    }

    @Test
    void reasonWhyItWasCancelledIsTold() {
        var read = read(mine(TIME + """
                , "status": "cancelled", "description": "Blood test", "extension": [
                {"url": "https://fhir.nhs.uk/STU3/StructureDefinition/Extension-GPConnect-AppointmentCancellationReason-1",
                 "valueString": "Feels better"}]"""));

        assertThat(read.appointmentStatus()).isEqualTo(AppointmentStatus.CANCELLED);
        assertThat(read.description()).isEqualTo("Blood test; Cancelled: Feels better");
    }

    @ParameterizedTest
    @CsvSource({"In-person, IN_PERSON", "Telephone, TELEPHONE", "Video, VIDEO", "Carrier pigeon, OTHER"})
    void channelIsABareCode(String code, ContactChannel channel) {
        assertThat(read(mine(TIME + """
                        , "extension": [{"url":
                        "https://fhir.nhs.uk/STU3/StructureDefinition/Extension-GPConnect-DeliveryChannel-2", "valueCode": "%s"}]""".formatted(code))).channel()).isEqualTo(channel);
    }

    @ParameterizedTest
    @CsvSource({
        "proposed, PROPOSED",
        "pending, PENDING",
        "booked, BOOKED",
        "arrived, ARRIVED",
        "fulfilled, FULFILLED",
        "noshow, NO_SHOW",
        "cancelled, CANCELLED",
        "entered-in-error, ENTERED_IN_ERROR",
        "confirmed, UNKNOWN"
    })
    void statusIsNeverGuessed(String stated, AppointmentStatus status) {
        assertThat(read(mine(TIME + ", \"status\": \"" + stated + "\"")).appointmentStatus())
                .isEqualTo(status);
    }

    @Test
    void oneThatCannotBeReadDoesNotCostTheOthers() {
        practices.holding(
                APPOINTMENTS, appointment("a1", mine(TIME)), appointment("a2", mine("\"status\": \"booked\"")));

        var found = found(practices, Section.APPOINTMENTS);

        assertThat(found.entries()).hasSize(1);
        assertThat(found.rejected()).containsExactly(new Rejection("Appointment", "start is missing or not readable"));
    }

    @Test
    void ownerIsTheOneStatedWhoeverThatIs() {
        practices.holding(
                APPOINTMENTS,
                appointment("a1", TIME + ", \"participant\": [{\"actor\": {\"reference\": \"Patient/8\"}}]"),
                appointment("a2", TIME));

        var found = found(practices, Section.APPOINTMENTS);

        assertThat(found.entries())
                .extracting(entry -> entry.source().owner())
                .containsExactly(Owner.of(new LocalId("8")));
        assertThat(found.rejected()).containsExactly(new Rejection("Appointment", "participant is missing"));
    }

    @Test
    void appointmentsMovedToAnotherPageAreSaidToBeCutOff() {
        practices.answering(APPOINTMENTS, 200, """
                {"resourceType": "Bundle", "link": [{"relation": "next", "url": "https://practice.example/p2"}],
                 "entry": [{"resource": %s}]}""".formatted(appointment("a1", mine(TIME))));

        assertThat(found(practices, Section.APPOINTMENTS).extent().truncated()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"../x", "7/Appointment?x=", "7 8", "..;", "é"})
    void idThatLeadsElsewhereIsNotFollowed(String id) {
        practices.holding("Patient", patient("").replace("\"7\"", "\"" + id + "\""));

        assertThat(Asking.read(practices, Section.APPOINTMENTS))
                .isEqualTo(new PersonReply.Failed(PERSON, Fault.INVALID_ANSWER));
    }

    private Appointment read(String fields) {
        practices.holding(APPOINTMENTS, appointment("a1", fields));
        return one(practices, Section.APPOINTMENTS, Appointment.class);
    }

    private static String mine(String fields) {
        return fields + ", \"participant\": [{\"actor\": {\"reference\": \"Patient/7\"}}]";
    }

    private static String appointment(String id, String fields) {
        return "{\"resourceType\": \"Appointment\", \"id\": \"%s\", %s}".formatted(id, fields);
    }
}
