package care.weft.stubs.trust;

import static care.weft.stubs.trust.Bookings.inPerson;

import care.weft.stubs.fhir.Times;
import care.weft.stubs.population.Organisation;
import care.weft.stubs.population.Story;
import care.weft.stubs.trust.Bookings.Booking;
import care.weft.stubs.trust.Stays.Pathway;
import care.weft.stubs.trust.Stays.Ward;
import java.time.LocalDate;
import java.time.ZonedDateTime;

/** Writes what the trust holds of the people of the stories. */
final class StoryCharts {

    private final LocalDate today;
    private final Bookings bookings;
    private final Stays stays;
    private final Referrals referrals;
    private final Assessments assessments;
    private final Episodes episodes;

    StoryCharts(Chart chart) {
        today = chart.today();
        bookings = new Bookings(chart);
        stays = new Stays(chart);
        referrals = new Referrals(chart);
        assessments = new Assessments(chart);
        episodes = new Episodes(chart);
    }

    void write(Story story) {
        switch (story) {
            case THREE_ASSESSMENTS -> threeAssessments();
            case ASSESSMENT_IN_PROGRESS -> assessmentInProgress();
            case CONFLICTING_BIRTH_DATE -> conflictingBirthDate();
            case SUPERSEDED_NUMBER -> supersededNumber();
            case RESTRICTED -> restricted();
            case DEATH_KNOWN_TO_ONE -> death();
            case NO_NHS_NUMBER -> noNhsNumber();
            case CARER -> carer();
            case DISCHARGE -> discharge();
            case CLASHING_APPOINTMENTS -> clashingAppointments();
        }
    }

    private void threeAssessments() {
        referrals.fromPractice(Clinic.FALLS, day(-70), "completed", "routine", "Two falls at home in three months");
        referrals.fromPractice(Clinic.PODIATRY, day(-33), "active", "routine", "Painful feet, unsteady in shoes");
        bookings.addKept(inPerson(Clinic.FALLS, at(-38, 10, 0), "fulfilled"), 2);
        assessments.form(
                AssessmentKind.MULTIFACTORIAL_FALLS, "completed", time(-38, 11, 5), "Falls nurse Tessa Quigley", null);
        bookings.add(inPerson(Clinic.EYE, at(-25, 14, 20), "noshow"));

        stays.emergency(time(-15, 8, 40), time(-15, 12, 55), "Breathless and unsteady");
        var stay = stays.ended(Ward.ELDERLY_CARE, time(-15, 12, 55), time(-8, 15, 30), "Chest infection");
        assessments.score(Instrument.CLINICAL_FRAILTY_SCALE, 6, time(-14, 9, 30), "Dr Stephen Lomas", stay);
        assessments.score(
                Instrument.MALNUTRITION_UNIVERSAL_SCREENING_TOOL, 1, time(-14, 11, 0), "Staff nurse Joy Abara", stay);
        assessments.score(Instrument.WATERLOW, 16, time(-14, 11, 10), "Staff nurse Joy Abara", stay);
        assessments.weight(54, time(-14, 11, 15));
        referrals.fromWard(
                "Community nursing", Organisation.TRUST, day(-9), "active", "Wound check after leaving the ward");
        referrals.fromWard(
                "Elderly medicine clinic", Organisation.TRUST, day(-8), "active", "Frailty, for full assessment");
        assessments.task(
                AssessmentKind.COMPREHENSIVE_GERIATRIC, "accepted", day(-8), null, weekday(9), "elderly medicine team");
        episodes.add("Community nursing", today.minusDays(7), null, "District nurse Orla Finnegan");

        bookings.add(new Booking(
                Clinic.ELDERLY_MEDICINE,
                at(9, 10, 0),
                120,
                "booked",
                Channel.IN_PERSON,
                "Comprehensive geriatric assessment, allow two hours"));
        bookings.add(inPerson(Clinic.PHYSIOTHERAPY, at(16, 13, 30), "booked"));
        bookings.add(new Booking(Clinic.RESPIRATORY, at(23, 9, 15), 20, "booked", Channel.TELEPHONE, null));
        bookings.add(inPerson(Clinic.PODIATRY, at(31, 15, 0), "booked"));
        bookings.add(inPerson(Clinic.CARDIOLOGY, at(4, 11, 40), "cancelled"));
    }

    private void assessmentInProgress() {
        referrals.fromPractice(
                Clinic.OCCUPATIONAL_THERAPY, day(-20), "active", "urgent", "Cannot manage the stairs safely");
        assessments.task(
                AssessmentKind.OCCUPATIONAL_THERAPY, "accepted", day(-12), null, weekday(6), "community therapy team");
        assessments.score(Instrument.MORSE_FALLS, 35, time(-2, 14, 40), "Danielle Fearnley", null);
        bookings.add(
                inPerson(Clinic.OCCUPATIONAL_THERAPY, at(6, 10, 0), "booked").with("booked", "First visit"));
        bookings.add(inPerson(Clinic.DIABETES, at(40, 9, 50), "booked"));
        episodes.add("Community therapy", today.minusDays(12), null, "Danielle Fearnley");
    }

    private void conflictingBirthDate() {
        referrals.fromPractice(Clinic.RHEUMATOLOGY, day(-90), "active", "routine", "Swollen hands, morning stiffness");
        bookings.addKept(inPerson(Clinic.RHEUMATOLOGY, at(-45, 11, 0), "fulfilled"), 3);
        assessments.score(Instrument.CLINICAL_FRAILTY_SCALE, 3, time(-45, 11, 20), "Dr Brendan Tully", null);
        bookings.add(inPerson(Clinic.RHEUMATOLOGY, at(52, 11, 0), "booked"));
    }

    private void supersededNumber() {
        referrals.fromPractice(Clinic.CARDIOLOGY, day(-120), "completed", "routine", "Palpitations");
        bookings.addKept(inPerson(Clinic.CARDIOLOGY, at(-80, 9, 20), "fulfilled"), 1);
        assessments.form(
                AssessmentKind.CONTINENCE, "completed", time(-60, 10, 30), "Continence nurse Fran Doyle", null);
        bookings.add(inPerson(Clinic.PHYSIOTHERAPY, at(12, 16, 10), "booked"));
    }

    private void restricted() {
        stays.ended(Ward.ACUTE_MEDICINE, time(-30, 23, 10), time(-27, 11, 0), "Observation after an injury");
        referrals.fromWard("Physiotherapy", Organisation.TRUST, day(-27), "active", "Shoulder exercises");
        bookings.add(inPerson(Clinic.PHYSIOTHERAPY, at(8, 10, 30), "booked"));
        assessments.score(
                Instrument.MALNUTRITION_UNIVERSAL_SCREENING_TOOL, 0, time(-29, 8, 0), "Staff nurse Joy Abara", null);
    }

    private void death() {
        var stay = stays.endedByDeath(Ward.RESPIRATORY, time(-14, 18, 25), time(-9, 4, 20), "Pneumonia");
        assessments.score(Instrument.CLINICAL_FRAILTY_SCALE, 8, time(-13, 10, 0), "Dr Laila Haddad", stay);
        assessments.task(
                AssessmentKind.DISCHARGE_TO_ASSESS, "cancelled", day(-12), null, null, "integrated discharge team");
        referrals.fromPractice(Clinic.RESPIRATORY, day(-48), "revoked", "urgent", "Worsening breathlessness");
        bookings.add(inPerson(Clinic.RESPIRATORY, at(11, 9, 0), "cancelled"));
        episodes.add("Community nursing", today.minusDays(200), today.minusDays(9), "District nurse Orla Finnegan");
    }

    private void noNhsNumber() {
        stays.emergency(time(-21, 2, 15), time(-21, 6, 40), "Collapsed in the street");
        var stay = stays.ended(Ward.ACUTE_MEDICINE, time(-21, 6, 40), time(-17, 13, 0), "Uncontrolled diabetes");
        assessments.score(
                Instrument.MALNUTRITION_UNIVERSAL_SCREENING_TOOL, 2, time(-20, 9, 0), "Staff nurse Joy Abara", stay);
        referrals.fromWard("Diabetes clinic", Organisation.TRUST, day(-17), "active", "New insulin, no GP known");
        bookings.add(inPerson(Clinic.DIABETES, at(5, 12, 10), "booked"));
    }

    private void carer() {
        referrals.fromWard(
                "Carers' support", Organisation.VOLUNTARY, day(-10), "active", "Tired, asks for a break from caring");
        assessments.task(AssessmentKind.CARERS, "requested", day(-10), null, null, "carers' link team");
        assessments.score(Instrument.CLINICAL_FRAILTY_SCALE, 4, time(-40, 10, 0), "Dr Anil Deshpande", null);
        bookings.addKept(inPerson(Clinic.CARDIOLOGY, at(-40, 9, 40), "fulfilled"), 2);
        bookings.add(inPerson(Clinic.CARDIOLOGY, at(50, 9, 40), "booked"));
    }

    private void discharge() {
        stays.emergency(time(-6, 9, 5), time(-6, 14, 20), "Fall on the stairs, hip pain");
        var stay = stays.readyToLeave(
                Ward.ORTHOPAEDIC,
                time(-6, 14, 20),
                "Hip fracture, repaired",
                today.minusDays(1),
                today.plusDays(1),
                Pathway.HOME_WITH_SUPPORT);
        assessments.score(Instrument.WATERLOW, 18, time(-6, 16, 0), "Staff nurse Joy Abara", stay);
        assessments.score(
                Instrument.MALNUTRITION_UNIVERSAL_SCREENING_TOOL, 0, time(-4, 8, 0), "Staff nurse Joy Abara", stay);
        assessments.score(Instrument.CLINICAL_FRAILTY_SCALE, 5, time(-5, 10, 0), "Dr Stephen Lomas", stay);
        assessments.score(Instrument.SIX_ITEM_COGNITIVE_IMPAIRMENT_TEST, 6, time(-3, 11, 30), "Dr Stephen Lomas", stay);
        assessments.form(AssessmentKind.OCCUPATIONAL_THERAPY, "completed", time(-2, 13, 15), "Danielle Fearnley", stay);
        assessments.task(
                AssessmentKind.DISCHARGE_TO_ASSESS, "accepted", day(-1), null, weekday(2), "integrated discharge team");
        referrals.fromWard(
                "Reablement", Organisation.COUNCIL, day(-1), "active", "Help with washing and stairs at home");
        bookings.add(inPerson(Clinic.ORTHOPAEDICS, at(36, 10, 50), "booked"));
        bookings.add(inPerson(Clinic.PHYSIOTHERAPY, at(10, 11, 30), "booked"));
    }

    private void clashingAppointments() {
        referrals.fromPractice(Clinic.NEUROLOGY, day(-60), "active", "routine", "Headaches and poor balance");
        referrals.fromPractice(Clinic.EYE, day(-58), "active", "urgent", "Blurred vision");
        bookings.add(new Booking(Clinic.NEUROLOGY, at(7, 10, 0), 40, "booked", Channel.IN_PERSON, null));
        bookings.add(new Booking(Clinic.FALLS, at(7, 10, 20), 60, "booked", Channel.IN_PERSON, "Bring your medicines"));
        bookings.add(inPerson(Clinic.EYE, at(20, 14, 0), "booked"));
        bookings.addKept(inPerson(Clinic.EYE, at(-14, 9, 0), "fulfilled"), 2);
        assessments.form(
                AssessmentKind.MULTIFACTORIAL_FALLS, "completed", time(-200, 10, 0), "Falls nurse Tessa Quigley", null);
    }

    private LocalDate weekday(int days) {
        return Times.weekday(today.plusDays(days));
    }

    private String day(int days) {
        return today.plusDays(days).toString();
    }

    private String time(int days, int hour, int minute) {
        return Times.text(today.plusDays(days), hour, minute);
    }

    /** Clinics do not sit at weekends; what lies in the past stays where the story has it. */
    private ZonedDateTime at(int days, int hour, int minute) {
        var day = today.plusDays(days);
        return Times.at(days > 0 ? Times.weekday(day) : day, hour, minute);
    }
}
