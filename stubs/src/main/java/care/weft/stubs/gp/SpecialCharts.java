package care.weft.stubs.gp;

import static care.weft.stubs.gp.Appointments.Booking.inPerson;

import care.weft.stubs.gp.Referrals.Service;
import care.weft.stubs.gp.Scores.Score;
import care.weft.stubs.population.SpecialPerson;
import java.time.LocalDate;
import java.time.ZonedDateTime;

/** Writes what practices hold of the people made for tests. */
final class SpecialCharts {

    private final GpChart chart;
    private final Appointments appointments;
    private final Referrals referrals;
    private final Scores scores;

    SpecialCharts(GpChart chart) {
        this.chart = chart;
        appointments = new Appointments(chart);
        referrals = new Referrals(chart);
        scores = new Scores(chart);
    }

    void write(SpecialPerson special) {
        switch (special) {
            case CHILD -> appointments.add(inPerson(at(6, 16, 0), Staff.PRACTICE_NURSE, "Nurse clinic", "Vaccination"));
            case TWO_TRUST_RECORDS -> {
                appointments.add(inPerson(at(8, 9, 0), Staff.GP, "GP surgery", "Chest pain, review"));
                appointments.add(inPerson(at(2, 9, 0), Staff.GP, "GP surgery", "Chest pain")
                        .cancelledBecause("Went to hospital instead"));
            }
            case MANY_APPOINTMENTS ->
                appointments.add(inPerson(at(14, 14, 0), Staff.PHARMACIST, "Clinical pharmacist", "Medication review"));
            case UNREADABLE_RECORD ->
                appointments.add(inPerson(at(4, 10, 10), Staff.GP, "GP surgery", "Asthma review"));
            case PARTIAL_DATES -> {
                appointments.add(inPerson(at(16, 12, 0), Staff.GP, "GP surgery", "Heart review"));
                scores.add(Score.MUST, "0", chart.day(-200), Staff.PRACTICE_NURSE, "Eats well");
            }
            case CLOCK_CHANGES -> {
                appointments.add(inPerson(onTheDayAfterAChange(3), Staff.GP, "GP surgery", "Sleep, review"));
                appointments.add(inPerson(onTheDayAfterAChange(10), Staff.GP, "GP surgery", "Sleep, second review"));
            }
            case CARED_FOR -> {
                appointments.add(inPerson(at(11, 10, 0), Staff.GP, "GP surgery", "Joint appointment with her husband")
                        .lasting(30));
                referrals.add(Service.MEMORY, chart.day(-230), "routine", "Forgetful, gets lost");
            }
            case INVALIDATED_NUMBER, OUT_OF_AREA -> {
                // Of the one nobody may ask any more, and the other is the patient of a practice elsewhere.
            }
        }
    }

    private ZonedDateTime at(int days, int hour, int minute) {
        return GpChart.at(chart.day(days), hour, minute);
    }

    /** On the Monday after the next last Sunday of this month. */
    private ZonedDateTime onTheDayAfterAChange(int month) {
        var sunday = lastSunday(chart.today().getYear(), month);
        if (!sunday.isAfter(chart.today())) {
            sunday = lastSunday(chart.today().getYear() + 1, month);
        }
        return GpChart.at(sunday.plusDays(1), 8, 30);
    }

    private static LocalDate lastSunday(int year, int month) {
        var last = LocalDate.of(year, month, 1).plusMonths(1).minusDays(1);
        return last.minusDays(last.getDayOfWeek().getValue() % 7);
    }
}
