package care.weft.stubs.gp;

import care.weft.stubs.gp.Appointments.Booking;
import care.weft.stubs.gp.Appointments.Sent;
import care.weft.stubs.gp.Referrals.Service;
import care.weft.stubs.gp.Scores.Score;
import java.math.BigDecimal;
import java.util.List;
import java.util.SplittableRandom;

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
    private final SplittableRandom random;
    private final Appointments appointments;
    private final Referrals referrals;
    private final Scores scores;

    CrowdCharts(GpChart chart) {
        this.chart = chart;
        random = new SplittableRandom((chart.person().position() + 1) * 0xA24BAED4963EE407L);
        appointments = new Appointments(chart);
        referrals = new Referrals(chart);
        scores = new Scores(chart);
    }

    void write() {
        times(random.nextInt(4), this::appointment);
        times(random.nextInt(4), this::referral);
        times(random.nextInt(3), this::score);
        if (oneIn(2)) {
            scores.addMeasurements(
                    chart.day(-1 - random.nextInt(700)), 115 + random.nextInt(50), 48 + random.nextInt(60));
        }
    }

    private void appointment() {
        // Those that have been, a practice does not tell.
        var start = GpChart.at(chart.day(random.nextInt(190) - 20), 8 + random.nextInt(10), 10 * random.nextInt(6));
        var booking = new Booking(
                start,
                10 + 5 * random.nextInt(3),
                pick(List.of(Staff.values())),
                pick(SERVICES),
                pick(REASONS),
                pick(List.of("In-person", "In-person", "Telephone", "Video")),
                oneIn(7) ? pick(CANCELLATIONS) : null,
                pick(List.of(Sent.values())));
        if (oneIn(6)) {
            appointments.addWithoutEnd(booking);
        } else {
            appointments.add(booking);
        }
    }

    private void referral() {
        var day = chart.day(-2 - random.nextInt(1_000));
        var priority = oneIn(6) ? "urgent" : "routine";
        var reason = pick(REASONS);
        var service = pick(List.of(Service.values()));
        switch (random.nextInt(6)) {
            case 0 -> referrals.add(service, day, priority, reason, "cancelled", "https://fhir.nhs.uk/Id/UBRN");
            case 1 -> referrals.add(service, day, priority, reason, "unknown", null);
            case 2 -> referrals.add(service, day, priority, reason, "unknown", "https://fhir.nhs.uk/Id/ubr-number");
            default -> referrals.add(service, day, priority, reason);
        }
    }

    private void score() {
        var score = pick(List.of(Score.values()));
        var value = score == Score.ELECTRONIC_FRAILTY_INDEX
                ? new BigDecimal(random.nextInt(60)).movePointLeft(2).toString()
                : String.valueOf(random.nextInt(score.highest() + 1));
        var day = chart.day(-1 - random.nextInt(900));
        if (oneIn(5)) {
            scores.addGrouped(score, value, day, Staff.PRACTICE_NURSE, "Questionnaire filled in");
        } else {
            scores.add(score, value, day, pick(List.of(Staff.GP, Staff.PRACTICE_NURSE)), "Routine check");
        }
    }

    private boolean oneIn(int chances) {
        return random.nextInt(chances) == 0;
    }

    private <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private static void times(int count, Runnable write) {
        for (int i = 0; i < count; i++) {
            write.run();
        }
    }
}
