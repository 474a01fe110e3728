package care.weft.trust;

import static care.weft.trust.Asking.NHS_NUMBER;
import static care.weft.trust.Asking.NUMBER;
import static org.assertj.core.api.Assertions.assertThat;

import care.weft.spi.Rejection;
import care.weft.spi.model.Appointment;
import care.weft.spi.model.AppointmentStatus;
import care.weft.spi.model.Attendance;
import care.weft.spi.model.Coding;
import care.weft.spi.model.ContactChannel;
import care.weft.spi.model.LocalId;
import care.weft.spi.model.Location;
import care.weft.spi.model.Organisation;
import care.weft.spi.model.Owner;
import care.weft.spi.model.Practitioner;
import care.weft.spi.model.Section;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AppointmentsTests {

    private static final String PATIENT = """
            {"actor": {"reference": "Patient/123", "display": "Ada Example"}, "status": "accepted"}""";

    private final FakeTrust trust = new FakeTrust();

    @Test
    void wholeAppointmentIsRead() {
        var read = read("""
                "meta": {"versionId": "3", "lastUpdated": "2026-03-01T09:00:00Z"},
                "extension": [{"url": "https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-DeliveryChannel",
                  "valueCodeableConcept": {"coding": [{"code": "In-person", "display": "In person"}]}}],
                "status": "booked", "start": "2026-04-01T10:00:00+01:00", "end": "2026-04-01T10:30:00+01:00",
                "serviceType": [{"coding": [{"system": "https://codes.example", "code": "218", "display": "Podiatry"}]}],
                "specialty": [{"text": "Foot health"}], "description": "Follow-up after surgery",
                "participant": [%s, {"actor": {"reference": "Practitioner/7", "display": "Ms Sample"}},
                  {"actor": {"reference": "Location/4", "display": "Clinic 4"}}]""".formatted(PATIENT));

        assertThat(read.source().recordId()).isEqualTo("Appointment/a1");
        assertThat(read.source().owner()).isEqualTo(Owner.of(new LocalId("123")));
        assertThat(read.source().version()).isEqualTo("3");
        assertThat(read.source().recordedAt()).isEqualTo(Instant.parse("2026-03-01T09:00:00Z"));
        assertThat(read.title()).isEqualTo("Podiatry");
        assertThat(read.appointmentStatus()).isEqualTo(AppointmentStatus.BOOKED);
        assertThat(read.startsAt()).isEqualTo(Instant.parse("2026-04-01T09:00:00Z"));
        assertThat(read.endsAt()).isEqualTo(Instant.parse("2026-04-01T09:30:00Z"));
        assertThat(read.service()).isEqualTo(new Coding("https://codes.example", "218", "Podiatry"));
        assertThat(read.description()).isEqualTo("Follow-up after surgery");
        assertThat(read.channel()).isEqualTo(ContactChannel.IN_PERSON);
        assertThat(read.location()).isEqualTo(new Location("Clinic 4", null));
        assertThat(read.practitioner()).isEqualTo(new Practitioner("Ms Sample", null));
        assertThat(read.attendance()).isNull();
        assertThat(read.organisation()).isNull();
    }

    @Test
    void organisationIsTheServiceThatTakesPartOrTheProfessionalsEmployer() {
        assertThat(readWith(PATIENT + """
                , {"actor": {"reference": "Location/4", "display": "Clinic 4"}},
                {"actor": {"reference": "HealthcareService/1", "display": "Podiatry, Example Trust"}}""", "").organisation())
                .isEqualTo(new Organisation(null, "Podiatry, Example Trust"));
        assertThat(readWith(PATIENT + ", {\"actor\": {\"reference\": \"#r\"}}", """
                , "contained": [{"resourceType": "PractitionerRole", "id": "r", "practitioner": {"display": "Ms Sample"},
                  "organization": {"display": "Example Trust"}}]""")
                        .organisation())
                .isEqualTo(new Organisation(null, "Example Trust"));
    }

    @Test
    void barestAppointmentHasATitleToo() {
        var read = readWith(PATIENT, "");

        assertThat(read.title()).isEqualTo("Appointment");
        assertThat(read.appointmentStatus()).isEqualTo(AppointmentStatus.UNKNOWN);
        assertThat(read.endsAt()).isNull();
        assertThat(read.channel()).isNull();
        assertThat(read.location()).isNull();
        assertThat(read.practitioner()).isNull();
    }

    @Test
    void titleIsTheServiceElseTheDescriptionElseTheKindOfAppointment() {
        assertThat(readWith(PATIENT, """
                , "specialty": {"text": "Cardiology"}, "description": "Review\"""").title()).isEqualTo("Cardiology");
        assertThat(readWith(PATIENT, """
                , "description": "Review", "appointmentType": {"text": "Follow-up"}""").title()).isEqualTo("Review");
        assertThat(readWith(PATIENT, """
                , "description": " ", "appointmentType": {"text": "Follow-up"}""").title()).isEqualTo("Follow-up");
    }

    @ParameterizedTest
    @CsvSource({
        "proposed, PROPOSED,",
        "pending, PENDING,",
        "booked, BOOKED,",
        "waitlist, WAITLISTED,",
        "arrived, ARRIVED, ATTENDED",
        "checked-in, ARRIVED, ATTENDED",
        "fulfilled, FULFILLED, ATTENDED",
        "noshow, NO_SHOW, DID_NOT_ATTEND",
        "cancelled, CANCELLED,",
        "entered-in-error, ENTERED_IN_ERROR,",
        "Booked, BOOKED,",
        "confirmed, UNKNOWN,"
    })
    void statusTellsWhereItStandsAndWhetherThePersonCame(
            String status, AppointmentStatus expected, @Nullable Attendance attendance) {
        var read = readWith(PATIENT, ", \"status\": \"" + status + "\"");

        assertThat(read.appointmentStatus()).isEqualTo(expected);
        assertThat(read.attendance()).isEqualTo(attendance);
    }

    @Test
    void outcomeOfAttendanceSaysThatThePersonCame() {
        var outcome = """
                , "status": "%s", "extension": [{
                  "url": "https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-OutcomeOfAttendance",
                  "valueCodeableConcept": {"coding": [{"code": "2", "display": "Another appointment given"}]}}]""";

        assertThat(readWith(PATIENT, outcome.formatted("booked")).attendance()).isEqualTo(Attendance.ATTENDED);
        assertThat(readWith(PATIENT, outcome.formatted("cancelled")).attendance())
                .isNull();
        assertThat(readWith(PATIENT, outcome.formatted("noshow")).attendance()).isEqualTo(Attendance.DID_NOT_ATTEND);
    }

    @ParameterizedTest
    @CsvSource({
        "In-person, IN_PERSON",
        "Telephone, TELEPHONE",
        "Video, VIDEO",
        "VIDEO_CONSULTATION, VIDEO",
        "FACE_TO_FACE, IN_PERSON",
        "VIRTUAL, OTHER"
    })
    void channelIsReadFromEitherExtension(String code, ContactChannel channel) {
        assertThat(readWith(PATIENT, """
                , "extension": [{"url": "https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-DeliveryChannel",
                  "valueCodeableConcept": {"coding": [{"code": "%s"}]}}]""".formatted(code)).channel()).isEqualTo(channel);
        assertThat(readWith(PATIENT, """
                , "extension": [{"url": "https://fhir.nhs.uk/StructureDefinition/Extension-Consultation-Medium",
                  "valueCode": "%s"}]""".formatted(code)).channel()).isEqualTo(channel);
    }

    @Test
    void placeWithANameComesBeforeOneThatIsOnlyACode() {
        var read = readWith(PATIENT + """
                , {"actor": {"type": "Location", "identifier": {"system": "https://fhir.nhs.uk/Id/ods-organization-code", "value": "RX9"}}},
                  {"actor": {"type": "Location", "display": "Clinic 4"}}""", "");

        assertThat(read.location()).isEqualTo(new Location("Clinic 4", null));
    }

    @Test
    void patientByNumberIsTheOwnerThoughIdentifiersStandInLists() {
        var read = readWith("""
                {"actor": {"type": "Patient", "identifier": [{"system": "https://fhir.nhs.uk/Id/nhs-number", "value": "%s"}]}}""".formatted(NUMBER), """
                , "basedOn": {"identifier": [{"system": "https://fhir.nhs.uk/Id/UBRN", "value": "000000000001"}]}""");

        assertThat(read.source().owner()).isEqualTo(Owner.of(NHS_NUMBER));
    }

    @Test
    void groupAppointmentBelongsToThePatientAskedForAmongOthers() {
        var others = """
                {"actor": {"reference": "Patient/456"}}, {"actor": {"reference": "Patient/789"}}""";

        assertThat(readWith(others + "," + PATIENT, "").source().owner()).isEqualTo(Owner.of(new LocalId("123")));

        trust.holding(
                "Appointment",
                appointment("a1", "\"start\": \"2026-04-01T10:00:00Z\", \"participant\": [" + others + "]"));
        assertThat(Asking.found(trust, Section.APPOINTMENTS).rejected())
                .containsExactly(new Rejection("Appointment", "participant names several patients"));
    }

    @Test
    void oneThatCannotBeReadCostsItselfAlone() {
        var good = "\"start\": \"2026-04-01T10:00:00Z\", \"participant\": [" + PATIENT + "]";
        trust.holding(
                "Appointment",
                appointment("a1", good),
                appointment("a2", "\"participant\": [" + PATIENT + "]"),
                appointment("a3", "\"start\": \"2026-04-01\", \"participant\": [" + PATIENT + "]"),
                appointment("a4", "\"start\": \"2026-04-01T10:00:00Z\""),
                appointment(
                        "a5",
                        "\"start\": \"2026-04-01T10:00:00Z\", \"participant\": [{\"actor\": {\"reference\": \"Device/1\"}}]"),
                "{\"resourceType\": \"Appointment\", " + good + "}",
                appointment("a7", good));

        var found = Asking.found(trust, Section.APPOINTMENTS);

        assertThat(found.entries())
                .extracting(entry -> entry.source().recordId())
                .containsExactly("Appointment/a1", "Appointment/a7");
        assertThat(found.rejected())
                .containsExactly(
                        new Rejection("Appointment", "start is missing or not readable"),
                        new Rejection("Appointment", "start is missing or not readable"),
                        new Rejection("Appointment", "participant is missing"),
                        new Rejection("Appointment", "participant names no patient"),
                        new Rejection("Appointment", "id is missing or not readable"));
        assertThat(found.extent().truncated()).isFalse();
    }

    private Appointment readWith(String participants, String more) {
        return read("\"start\": \"2026-04-01T10:00:00Z\", \"participant\": [" + participants + "]" + more);
    }

    private Appointment read(String content) {
        trust.holding("Appointment", appointment("a1", content));
        return Asking.one(trust, Section.APPOINTMENTS, Appointment.class);
    }

    private static String appointment(String id, String content) {
        return "{\"resourceType\": \"Appointment\", \"id\": \"" + id + "\", " + content + "}";
    }
}
