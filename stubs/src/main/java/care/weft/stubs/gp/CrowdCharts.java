package care.weft.stubs.gp;

import care.weft.stubs.gp.Appointments.Booking;
import care.weft.stubs.gp.Appointments.Sent;
import care.weft.stubs.gp.Referrals.Service;
import care.weft.stubs.gp.Scores.Score;
import care.weft.stubs.population.Chance;
import java.math.BigDecimal;
import java.util.List;

/** Writes what a practice holds of somebody of the crowd: always the same for the same person and day. */
final class CrowdCharts {

    private static final List<String> REASONS = List.of(
            "Blood test",
            "Medication review",
            "Cough for three weeks",
            "Diabetes annual check",
            "Knee pain, review",
            "Flu vaccination",
            "Wound dressing",
            "Low mood, review");
    private static final List<String> SERVICES = List.of(
            "GP surgery", "Nurse clinic", "GP telephone surgery", "Clinical pharmacist", "Long-term conditions");
    private static final List<String> CANCELLATIONS = List.of("Feels better", "Cannot come", "Surgery closed");

    private final GpChart chart;
    private final Chance chance;
    private final Appointments appointments;
    private final Referrals referrals;
    private final Scores scores;

    CrowdCharts(GpChart chart) {
        this.chart = chart;
        chance = new Chance(chart.person(), 0xA24BAED4963EE407L);
        appointments = new Appointments(chart);
        referrals = new Referrals(chart);
        scores = new Scores(chart);
    }

    void write() {
        Chance.times(chance.below(4), this::appointment);
        Chance.times(chance.below(4), this::referral);
        Chance.times(chance.below(3), this::score);
        if (chance.oneIn(2)) {
            scores.addMeasurements(chart.day(-1 - chance.below(700)), 115 + chance.below(50), 48 + chance.below(60));
        }
    }

    private void appointment() {
        // Those that have been, a practice does not tell.
        var start = GpChart.at(chart.day(chance.below(190) - 20), 8 + chance.below(10), 10 * chance.below(6));
        var booking = new Booking(
                start,
                10 + 5 * chance.below(3),
                chance.pick(List.of(Staff.values())),
                chance.pick(SERVICES),
                chance.pick(REASONS),
                chance.pick(List.of("In-person", "In-person", "Telephone", "Video")),
                chance.oneIn(7) ? chance.pick(CANCELLATIONS) : null,
                chance.pick(List.of(Sent.values())));
        if (chance.oneIn(6)) {
            appointments.addWithoutEnd(booking);
        } else {
            appointments.add(booking);
        }
    }

    private void referral() {
        var day = chart.day(-2 - chance.below(1_000));
        var priority = chance.oneIn(6) ? "urgent" : "routine";
        var reason = chance.pick(REASONS);
        var service = chance.pick(List.of(Service.values()));
        switch (chance.below(6)) {
            case 0 -> referrals.add(service, day, priority, reason, "cancelled", "https://fhir.nhs.uk/Id/UBRN");
            case 1 -> referrals.add(service, day, priority, reason, "unknown", null);
            case 2 -> referrals.add(service, day, priority, reason, "unknown", "https://fhir.nhs.uk/Id/ubr-number");
            default -> referrals.add(service, day, priority, reason);
        }
    }

    private void score() {
        var score = chance.pick(List.of(Score.values()));
        var value = score == Score.ELECTRONIC_FRAILTY_INDEX
                ? new BigDecimal(chance.below(60)).movePointLeft(2).toString()
                : String.valueOf(chance.below(score.highest() + 1));
        var day = chart.day(-1 - chance.below(900));
        if (chance.oneIn(5)) {
            scores.addGrouped(score, value, day, Staff.PRACTICE_NURSE, "Questionnaire filled in");
        } else {
            scores.add(score, value, day, chance.pick(List.of(Staff.GP, Staff.PRACTICE_NURSE)), "Routine check");
        }
    }
}
