package care.weft.stubs.mentalhealth;

import care.weft.stubs.population.Person;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes what the trust does for a patient. Days are counted from today, times are of London. */
final class CaseNotes {

    private final Chart chart;
    private final Person person;
    private final LocalDate today;

    CaseNotes(Chart chart) {
        this.chart = chart;
        person = chart.person();
        today = chart.today();
    }

    /**
     * A referral from the patient's practice.
     *
     * @param closed null while it is open
     * @param reason the data set's code for the main reason
     * @return its id
     */
    String referral(Team team, int received, @Nullable Integer closed, String priority, String reason, String words) {
        var id = chart.id("SR");
        chart.add(
                Table.MHS101_REFERRAL,
                "ServiceRequestId",
                id,
                "ReferralRequestReceivedDate",
                day(received),
                "ReferralRequestReceivedTime",
                time(received, 9, 40),
                "SourceOfReferralMH",
                "A1",
                "OrgIDReferringOrg",
                person.practice().ods(),
                "OrgIDReferringOrgName",
                person.practice().name(),
                "ClinRespPriorityType",
                priority,
                "PrimReasonReferralMH",
                reason,
                "PrimReasonReferralMHName",
                chart.text(words),
                "ServDischDate",
                closed == null ? "" : day(closed),
                "ServDischTime",
                closed == null ? "" : time(closed, 16, 0),
                "ReferClosReason",
                closed == null ? "" : "02");
        chart.add(
                Table.MHS102_SERVICE_REFERRED_TO,
                "ServiceRequestId",
                id,
                "ServTeamTypeRefToMH",
                team.type(),
                "CareProfTeamLocalId",
                team.localId(),
                "CareProfTeamLocalIdName",
                team.words(),
                "ReferClosureDate",
                closed == null ? "" : day(closed));
        return id;
    }

    /** A referral that was turned down. */
    void rejectedReferral(Team team, int received, int rejected, String words) {
        var id = chart.id("SR");
        chart.add(
                Table.MHS101_REFERRAL,
                "ServiceRequestId",
                id,
                "ReferralRequestReceivedDate",
                day(received),
                "SourceOfReferralMH",
                "B1",
                "ClinRespPriorityType",
                "3",
                "PrimReasonReferralMH",
                "05",
                "PrimReasonReferralMHName",
                chart.text(words),
                "ServTeamTypeRefToMH",
                team.type(),
                "ReferRejectionDate",
                day(rejected),
                "ReferRejectReason",
                "02");
    }

    void onward(String referral, int days, String organisation, String name) {
        chart.add(
                Table.MHS105_ONWARD_REFERRAL,
                "ServiceRequestId",
                referral,
                "OnwardReferDate",
                day(days),
                "OnwardReferTime",
                time(days, 15, 10),
                "OrgIDReceiving",
                organisation,
                "OrgIDReceivingName",
                name);
    }

    /** A contact that took place or is booked. */
    void contact(String referral, Team team, int days, int hour, String channel) {
        contact(referral, team, today.plusDays(days), hour, days > 0 ? "" : "5", channel);
    }

    /** @param attendance the data set's code; blank while nothing is known of it */
    void contact(String referral, Team team, LocalDate day, int hour, String attendance, String channel) {
        boolean cancelled = attendance.equals("2") || attendance.equals("4");
        chart.add(
                Table.MHS201_CARE_CONTACT,
                "CareContactId",
                chart.id("CC"),
                "ServiceRequestId",
                referral,
                "CareContDate",
                day.toString(),
                "CareContTime",
                day + " %02d:00:00".formatted(hour),
                "ClinContDurOfCareCont",
                attendance.isEmpty() || attendance.equals("5") ? 60 : null,
                "AttendStatus",
                attendance,
                "ConsMechanismMH",
                channel,
                "CareProfTeamLocalId",
                team.localId(),
                "CareProfTeamLocalIdName",
                team.words(),
                "CareProfLocalId",
                team.workerId(),
                "CareProfLocalIdName",
                team.worker(),
                "CareProfLocalIdRole",
                team.role(),
                "SiteIDOfTreatName",
                channel.equals("01") ? "Gorton health centre" : null,
                "CareContCancelDate",
                cancelled ? day.minusDays(2).toString() : "",
                "CareContNote",
                chart.text("Ask for the side entrance"));
    }

    /** @param ended null for a plan in force */
    void plan(String type, int created, @Nullable Integer ended, String words) {
        var id = chart.id("CPL");
        chart.add(
                Table.MHS008_CARE_PLAN,
                "CarePlanID",
                id,
                "CarePlanTypeMH",
                type,
                "CarePlanIDName",
                chart.text(words),
                "CarePlanCreatDate",
                day(created),
                "CarePlanCreationTime",
                time(created, 11, 0),
                "CarePlanImplementDate",
                day(created),
                "CarePlanLastUpdateDate",
                day(ended == null ? created : ended),
                "CarePlanLastUpdateTime",
                time(ended == null ? created : ended, 12, 30),
                "CarePlanEndDate",
                ended == null ? "" : day(ended));
        chart.add(
                Table.MHS009_CARE_PLAN_AGREEMENT,
                "CarePlanID",
                id,
                "CarePlanContentAgreedBy",
                "10",
                "CarePlanContentAgreedDate",
                day(created),
                "CarePlanContentAgreedTime",
                time(created, 12, 30));
    }

    void coordinator(Team team, int since, @Nullable Integer until) {
        chart.add(
                Table.MHS006_CARE_COORDINATOR,
                "CareProfLocalId",
                team.workerId(),
                "CareProfLocalIdName",
                team.worker(),
                "CareProfLocalIdRole",
                team.role(),
                "CareProfServOrTeamTypeAssoc",
                team.type(),
                "CareProfTeamLocalId",
                team.localId(),
                "CareProfTeamLocalIdName",
                team.words(),
                "CareProfTeamLocalIdTel",
                team.telephone(),
                "CareProfTeamLocalIdHours",
                team.hours(),
                "StartDateAssCareCoord",
                day(since),
                "EndDateAssCareCoord",
                until == null ? "" : day(until));
    }

    /** One row for each item of the tool. */
    void score(String referral, Instrument instrument, Team by, int days, List<String> scores) {
        for (int i = 0; i < instrument.codes().size(); i++) {
            chart.add(
                    Table.MHS606_SCORE_OF_REFERRAL,
                    "ServiceRequestId",
                    referral,
                    "CodedAssToolType",
                    instrument.codes().get(i),
                    "CodedAssToolTypeName",
                    instrument.words() == null ? null : chart.text(instrument.words()),
                    "PersScore",
                    scores.get(i),
                    "AssToolCompTimestamp",
                    time(days, 10, 35),
                    "CareProfLocalId",
                    by.workerId(),
                    "CareProfLocalIdName",
                    by.worker(),
                    "CareProfLocalIdRole",
                    by.role());
        }
    }

    /** The same in one contact, whose rows state neither a time nor a professional. */
    void scoreInContact(Instrument instrument, List<String> scores) {
        var activity = chart.id("CA");
        for (int i = 0; i < instrument.codes().size(); i++) {
            chart.add(
                    Table.MHS607_SCORE_OF_ACTIVITY,
                    "CareActId",
                    activity,
                    "CodedAssToolType",
                    instrument.codes().get(i),
                    "PersScore",
                    scores.get(i));
        }
    }

    /** @param discharged null while the patient is on the ward */
    void stay(String referral, String patientClass, String ward, int admitted, @Nullable Integer discharged) {
        var spell = chart.id("HS");
        chart.add(
                Table.MHS501_SPELL,
                "HospProvSpellID",
                spell,
                "ServiceRequestId",
                referral,
                "StartDateHospProvSpell",
                day(admitted),
                "StartTimeHospProvSpell",
                time(admitted, 18, 20),
                "PlannedDischDateHospProvSpell",
                discharged == null ? day(9) : "",
                "DischDateHospProvSpell",
                discharged == null ? "" : day(discharged),
                "DischTimeHospProvSpell",
                discharged == null ? "" : time(discharged, 14, 45),
                "DestOfDischHospProvSpell",
                discharged == null ? "" : "19");
        chart.add(
                Table.MHS502_WARD_STAY,
                "WardStayID",
                chart.id("WS"),
                "HospProvSpellID",
                spell,
                "StartDateWardStay",
                day(admitted),
                "StartTimeWardStay",
                time(admitted, 18, 20),
                "EndDateWardStay",
                discharged == null ? "" : day(discharged),
                "WardCode",
                ward.toUpperCase(Locale.ROOT).replace(' ', '-'),
                "WardCodeName",
                ward,
                "MHAdmittedPatientClass",
                patientClass);
    }

    private String day(int days) {
        return today.plusDays(days).toString();
    }

    /** Times of the data set are written with a day. */
    private String time(int days, int hour, int minute) {
        return day(days) + " %02d:%02d:00".formatted(hour, minute);
    }
}
