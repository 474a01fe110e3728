package care.weft.stubs.gp;

import static care.weft.stubs.gp.Appointments.Booking.inPerson;

import care.weft.stubs.gp.Referrals.Service;
import care.weft.stubs.gp.Scores.Score;
import care.weft.stubs.population.Story;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZonedDateTime;

/** Writes what practices hold of the people of the stories. */
final class StoryCharts {

    private final GpChart chart;
    private final Appointments appointments;
    private final Referrals referrals;
    private final Scores scores;

    StoryCharts(GpChart chart) {
        this.chart = chart;
        appointments = new Appointments(chart);
        referrals = new Referrals(chart);
        scores = new Scores(chart);
    }

    void write(Story story) {
        switch (story) {
            case THREE_ASSESSMENTS -> threeAssessments();
            case ASSESSMENT_IN_PROGRESS -> assessmentInProgress();
            case CONFLICTING_BIRTH_DATE ->
                appointments.add(inPerson(at(9, 9, 10), Staff.PRACTICE_NURSE, "Nurse clinic", "Blood test"));
            case SUPERSEDED_NUMBER ->
                appointments.add(inPerson(at(7, 16, 40), Staff.GP, "GP surgery", "Low mood, review"));
            case DEATH_KNOWN_TO_ONE ->
                appointments.add(inPerson(at(3, 11, 20), Staff.GP, "GP surgery", "Breathlessness, review"));
            case CARER ->
                appointments.add(inPerson(at(11, 10, 0), Staff.GP, "GP surgery", "Joint appointment with his wife")
                        .lasting(30));
            case DISCHARGE ->
                appointments.add(inPerson(at(10, 15, 30), Staff.PHARMACIST, "Clinical pharmacist", "Medication review")
                        .lasting(20));
            case CLASHING_APPOINTMENTS ->
                appointments.add(inPerson(clinicDay(7, 10, 30), Staff.GP, "GP surgery", "Headaches, review"));
            case RESTRICTED, NO_NHS_NUMBER -> {
                // The one is found by nobody, the other is registered nowhere.
            }
        }
    }

    private void threeAssessments() {
        appointments.add(inPerson(at(5, 9, 40), Staff.PRACTICE_NURSE, "Nurse clinic", "Blood pressure check"));
        appointments.add(inPerson(at(19, 11, 50), Staff.GP, "GP telephone surgery", "Call about the results")
                .by("Telephone")
                .lasting(10));
        referrals.add(Service.FALLS, chart.day(-70), "routine", "Two falls at home in three months");
        referrals.add(Service.MEMORY, chart.day(-60), "routine", "Forgetful, family worried");
        referrals.add(Service.PODIATRY, chart.day(-33), "routine", "Painful feet, unsteady in shoes");
        scores.add(Score.FALLS_RISK, "3", chart.day(-45), Staff.PRACTICE_NURSE, "Two falls, five medicines");
        scores.add(Score.CLINICAL_FRAILTY, "5", chart.day(-45), Staff.GP, "Mildly frail, needs help outdoors");
        scores.addMeasurements(chart.day(-45), 148, 56);
    }

    private void assessmentInProgress() {
        appointments.add(
                inPerson(at(20, 8, 50), Staff.HEALTHCARE_ASSISTANT, "Diabetes clinic", "Diabetes annual check"));
        referrals.add(Service.OCCUPATIONAL_THERAPY, chart.day(-20), "urgent", "Cannot manage the stairs safely");
    }

    private ZonedDateTime at(int days, int hour, int minute) {
        return GpChart.at(chart.day(days), hour, minute);
    }

    /** The same day as a hospital clinic, which does not sit at weekends. */
    private ZonedDateTime clinicDay(int days, int hour, int minute) {
        LocalDate day = chart.day(days);
        while (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY) {
            day = day.plusDays(1);
        }
        return GpChart.at(day, hour, minute);
    }
}
