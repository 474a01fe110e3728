package care.weft.stubs.trust;

import care.weft.stubs.population.Organisation;
import care.weft.stubs.trust.Bookings.Booking;
import care.weft.stubs.trust.Stays.Ward;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.SplittableRandom;

/** Writes what the trust holds of somebody of the crowd: always the same for the same person and day. */
final class CrowdCharts {

    private static final List<String> STATUSES =
            List.of("active", "active", "active", "completed", "completed", "revoked", "on-hold");
    private static final List<String> REASONS = List.of(
            "Unsteady on the feet",
            "Pain in both knees",
            "Short of breath on stairs",
            "Poor sight",
            "Numb toes",
            "Dizzy spells",
            "Stiff shoulder",
            "Weight loss without a cause",
            "Poor control of blood sugar");
    private static final List<String> ASSESSORS =
            List.of("Staff nurse Joy Abara", "Dr Stephen Lomas", "Danielle Fearnley", "Falls nurse Tessa Quigley");

    private final LocalDate today;
    private final SplittableRandom random;
    private final Bookings bookings;
    private final Stays stays;
    private final Referrals referrals;
    private final Assessments assessments;
    private final Episodes episodes;

    CrowdCharts(Chart chart) {
        today = chart.today();
        random = new SplittableRandom((chart.person().position() + 1) * 0xD1B54A32D192ED03L);
        bookings = new Bookings(chart);
        stays = new Stays(chart);
        referrals = new Referrals(chart);
        assessments = new Assessments(chart);
        episodes = new Episodes(chart);
    }

    void write() {
        times(random.nextInt(9), this::pastAppointment);
        times(random.nextInt(5), this::futureAppointment);
        times(random.nextInt(4), this::referral);
        times(oneIn(3) ? 1 : 0, this::stay);
        times(random.nextInt(3), this::score);
        times(oneIn(4) ? 1 : 0, this::form);
        times(oneIn(5) ? 1 : 0, this::task);
        times(oneIn(4) ? 1 : 0, this::episode);
    }

    private void pastAppointment() {
        var booking = booking(clinicTime(-1 - random.nextInt(700)), "fulfilled");
        switch (random.nextInt(10)) {
            case 0 -> bookings.add(booking.with("noshow", null));
            case 1 -> bookings.add(booking.with("cancelled", null));
            default -> bookings.addKept(booking, 1 + random.nextInt(3));
        }
    }

    private void futureAppointment() {
        bookings.add(booking(clinicTime(1 + random.nextInt(180)), oneIn(12) ? "cancelled" : "booked"));
    }

    private void referral() {
        var authored = today.minusDays(3 + random.nextInt(500)).toString();
        referrals.fromPractice(
                pick(List.of(Clinic.values())),
                authored,
                pick(STATUSES),
                oneIn(6) ? "urgent" : "routine",
                pick(REASONS));
    }

    private void stay() {
        int daysAgo = 10 + random.nextInt(600);
        var ward = pick(List.of(Ward.values()));
        if (oneIn(6)) {
            stays.current(ward, time(-1 - random.nextInt(9), 16), pick(REASONS));
            return;
        }
        int nights = 1 + random.nextInt(9);
        var stay = stays.ended(ward, time(-daysAgo, 16), time(nights - daysAgo, 11), pick(REASONS));
        assessments.score(
                Instrument.WATERLOW, 4 + random.nextInt(16), time(1 - daysAgo, 9), "Staff nurse Joy Abara", stay);
        assessments.weight(45 + random.nextInt(60), time(1 - daysAgo, 9));
        referrals.bloodTest("Full blood count", today.minusDays(daysAgo).toString());
        if (oneIn(2)) {
            var authored = today.plusDays(nights - daysAgo).toString();
            referrals.fromWard(
                    "Reablement", Organisation.COUNCIL, authored, "completed", "Help at home after the stay");
        }
    }

    private void score() {
        var instrument = pick(List.of(Instrument.values()));
        int value = random.nextInt(instrument.highFrom() + 2);
        assessments.score(instrument, value, time(-1 - random.nextInt(400), 10), pick(ASSESSORS), null);
    }

    private void form() {
        var kind = pick(List.of(AssessmentKind.values()));
        assessments.form(kind, "completed", time(-1 - random.nextInt(400), 11), pick(ASSESSORS), null);
    }

    private void task() {
        var kind = pick(List.of(AssessmentKind.values()));
        int askedDaysAgo = 2 + random.nextInt(30);
        var asked = today.minusDays(askedDaysAgo).toString();
        switch (random.nextInt(4)) {
            case 0 -> assessments.task(kind, "in-progress", asked, time(-1, 10), null, "community therapy team");
            case 1 -> assessments.task(kind, "requested", asked, null, null, "community therapy team");
            case 2 -> assessments.task(kind, "cancelled", asked, null, null, "integrated discharge team");
            default ->
                assessments.task(
                        kind,
                        "accepted",
                        asked,
                        null,
                        Times.weekday(today.plusDays(1 + random.nextInt(20))),
                        "falls team");
        }
    }

    private void episode() {
        if (oneIn(4)) {
            var admitted = today.minusDays(5 + random.nextInt(30));
            episodes.add(
                    "Bed-based intermediate care",
                    admitted,
                    oneIn(2) ? admitted.plusDays(4) : null,
                    "Therapy lead Colin Brough");
            return;
        }
        var begun = today.minusDays(40 + random.nextInt(500));
        episodes.add(
                oneIn(2) ? "Community nursing" : "Community therapy",
                begun,
                oneIn(2) ? begun.plusDays(30) : null,
                "District nurse Orla Finnegan");
    }

    private Booking booking(ZonedDateTime start, String status) {
        var channel = oneIn(5) ? pick(List.of(Channel.TELEPHONE, Channel.VIDEO)) : Channel.IN_PERSON;
        return new Booking(pick(List.of(Clinic.values())), start, 20 + 10 * random.nextInt(3), status, channel, null);
    }

    private ZonedDateTime clinicTime(int days) {
        var day = today.plusDays(days);
        return Times.at(days > 0 ? Times.weekday(day) : day, 9 + random.nextInt(7), 10 * random.nextInt(6));
    }

    private String time(int days, int hour) {
        return Times.text(today.plusDays(days), hour, 5 * random.nextInt(12));
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
