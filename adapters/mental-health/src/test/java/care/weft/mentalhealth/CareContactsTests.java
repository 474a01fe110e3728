package care.weft.mentalhealth;

import static care.weft.mentalhealth.Asking.found;
import static care.weft.mentalhealth.Asking.one;
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
import org.junit.jupiter.params.provider.ValueSource;

class CareContactsTests {

    private static final String TABLE = "MHS201CareContact";
    private static final String KEPT = """
            "CareContactId": "C1", "ServiceRequestId": "S1", "CareContDate": "2026-03-02", "CareContTime": "2026-03-02 10:30:00\"""";

    private final FakeTrust trust = FakeTrust.empty();

    @Test
    void wholeContactIsRead() {
        trust.holding(TABLE, KEPT + """
                , "AttendStatus": "5", "ConsMechanismMH": "01", "ClinContDurOfCareCont": 45, "CareContNote": "Side door",
                "CareProfLocalId": "CP1", "CareProfLocalIdName": "B. Nurse", "CareProfLocalIdRole": "community nurse",
                "SiteIDOfTreat": "RXV01", "SiteIDOfTreatName": "Gorton clinic", "OrgIDProv": "RXV", "OrgIDProvName": "A Trust\"""");
        trust.holding("MHS102ServiceTypeReferredTo", """
                "ServiceRequestId": "S1", "ServTeamTypeRefToMH": "A06",
                "CareProfTeamLocalId": "T1", "CareProfTeamLocalIdName": "Community mental health team (older adults)\"""", """
                "ServiceRequestId": "S2", "ServTeamTypeRefToMH": "A17\"""");

        var read = one(trust, Section.APPOINTMENTS, Appointment.class);

        assertThat(read.source().recordId()).isEqualTo("MHS201CareContact/C1");
        assertThat(read.source().owner()).isEqualTo(Owner.of(new LocalId("GM1")));
        assertThat(read.title()).isEqualTo("Care contact, community mental health team (older adults)");
        assertThat(read.appointmentStatus()).isEqualTo(AppointmentStatus.FULFILLED);
        assertThat(read.attendance()).isEqualTo(Attendance.ATTENDED);
        assertThat(read.startsAt()).isEqualTo(Instant.parse("2026-03-02T10:30:00Z"));
        assertThat(read.endsAt()).isEqualTo(Instant.parse("2026-03-02T11:15:00Z"));
        assertThat(read.service())
                .isEqualTo(new Coding(
                        "urn:mhsds:v6:ServTeamTypeRefToMH", "A06", "Community mental health team (older adults)"));
        assertThat(read.description()).isEqualTo("Side door");
        assertThat(read.channel()).isEqualTo(ContactChannel.IN_PERSON);
        assertThat(read.location()).isEqualTo(new Location("Gorton clinic", null));
        assertThat(read.practitioner()).isEqualTo(new Practitioner("B. Nurse", "community nurse"));
        assertThat(read.organisation()).isEqualTo(new Organisation("RXV", "A Trust"));
    }

    @Test
    void kindOfTeamIsSaidInWordsWhereTheTeamHasNoName() {
        trust.holding(TABLE, KEPT);
        trust.holding("MHS102ServiceTypeReferredTo", """
                "ServiceRequestID": "S1", "ServTeamTypeRefToMH": "A17\"""");

        assertThat(one(trust, Section.APPOINTMENTS, Appointment.class).title())
                .isEqualTo("Care contact, memory service");
    }

    @Test
    void anotherPatientsTeamIsNeverTold() {
        trust.holding(TABLE, KEPT);
        trust.holding("MHS102ServiceTypeReferredTo", """
                {"LocalPatientId": "GM2", "ServiceRequestId": "S1", "ServTeamTypeRefToMH": "B01"}""");

        var found = found(trust, Section.APPOINTMENTS);
        assertThat(((Appointment) found.entries().getFirst()).title()).isEqualTo("Care contact");
        assertThat(found.rejected())
                .containsExactly(new Rejection("MHS102ServiceTypeReferredTo", "holds a row of another patient"));
    }

    @ParameterizedTest
    @CsvSource({
        "5, , FULFILLED, ATTENDED",
        "05, , FULFILLED, ATTENDED",
        "6, , FULFILLED, ATTENDED",
        "3, , NO_SHOW, DID_NOT_ATTEND",
        "7, , NO_SHOW, DID_NOT_ATTEND",
        "2, , CANCELLED,",
        "4, 2026-03-01, CANCELLED,",
        "5, 2026-03-01, UNKNOWN,",
        "3, 2026-03-01, UNKNOWN,",
        "'', 2026-03-01, CANCELLED,",
        "'', , UNKNOWN,",
        "0, , UNKNOWN,",
        "9, , UNKNOWN,"
    })
    void attendanceTellsWhereAContactStands(
            String code, @Nullable String cancelled, AppointmentStatus status, @Nullable Attendance attendance) {
        trust.holding(
                TABLE,
                KEPT
                        + ", \"AttendStatus\": \"%s\", \"CareContCancelDate\": \"%s\""
                                .formatted(code, cancelled == null ? "" : cancelled));

        var read = one(trust, Section.APPOINTMENTS, Appointment.class);
        assertThat(read.appointmentStatus()).isEqualTo(status);
        assertThat(read.attendance()).isEqualTo(attendance);
    }

    @ParameterizedTest
    @CsvSource({"'', BOOKED", "0, BOOKED", "2, CANCELLED"})
    void whatIsToComeWithoutAttendanceIsBooked(String code, AppointmentStatus status) {
        trust.holding(TABLE, KEPT.replace("2026-03-02", "2026-03-11") + ", \"AttendStatus\": \"" + code + "\"");

        assertThat(one(trust, Section.APPOINTMENTS, Appointment.class).appointmentStatus())
                .isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-07-01, 10:30, 2026-07-01T09:30:00Z",
        "2026-07-01, 10:30:00, 2026-07-01T09:30:00Z",
        "2026-07-01, 1900-01-01 10:30:00, 2026-07-01T09:30:00Z",
        "2026-07-01, 2026-07-01T10:30:00.000, 2026-07-01T09:30:00Z",
        "2026-07-01 00:00:00, 10:30:00, 2026-07-01T09:30:00Z",
        "2026-10-25, 01:30, 2026-10-25T00:30:00Z",
        "2026-03-29, 01:30, 2026-03-29T01:30:00Z"
    })
    void dateAndTimeAreJoinedAsLondonsTime(String date, String time, Instant start) {
        trust.holding(TABLE, """
                "CareContactId": "C1", "CareContDate": "%s", "CareContTime": "%s\"""".formatted(date, time));

        assertThat(one(trust, Section.APPOINTMENTS, Appointment.class).startsAt())
                .isEqualTo(start);
    }

    @Test
    void oneMalformedFieldCostsItsRowOnly() {
        trust.holding(
                TABLE,
                KEPT,
                KEPT.replace("\"CareContDate\": \"2026-03-02\"", "\"CareContDate\": \"31/02/2026\""),
                KEPT.replace("2026-03-02 10:30:00", "half ten"),
                KEPT.replace("2026-03-02 10:30:00", ""),
                KEPT.replace("\"CareContDate\": \"2026-03-02\"", "\"CareContDate\": \"2026-03\""),
                KEPT.replace("C1", ""),
                KEPT + ", \"ClinContDurOfCareCont\": \"an hour\"",
                "{\"CareContactId\": \"C9\", \"CareContDate\": \"2026-03-02\", \"CareContTime\": \"10:30\"}",
                "{}");

        var found = found(trust, Section.APPOINTMENTS);
        assertThat(found.entries()).hasSize(1);
        assertThat(found.rejected())
                .extracting(Rejection::reason)
                .containsExactly(
                        "CareContDate is missing or not readable",
                        "CareContTime is missing or not readable",
                        "CareContTime is missing or not readable",
                        "CareContDate is not a whole day",
                        "CareContactId is missing or not readable",
                        "ClinContDurOfCareCont is missing or not readable",
                        "LocalPatientId is missing or not readable",
                        "CareContTime is missing or not readable");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-5", "5485"})
    void durationThatCannotBeSaysNoEnd(String minutes) {
        trust.holding(TABLE, KEPT + ", \"ClinContDurOfCareCont\": " + minutes);

        assertThat(one(trust, Section.APPOINTMENTS, Appointment.class).endsAt()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"01, IN_PERSON", "1, IN_PERSON", "02, TELEPHONE", "11, VIDEO", "05, OTHER", "98, OTHER", "77,", "'',"})
    void mechanismIsTheChannel(String code, @Nullable ContactChannel channel) {
        trust.holding(TABLE, KEPT + ", \"ConsMechanismMH\": \"" + code + "\"");

        assertThat(one(trust, Section.APPOINTMENTS, Appointment.class).channel())
                .isEqualTo(channel);
    }
}
