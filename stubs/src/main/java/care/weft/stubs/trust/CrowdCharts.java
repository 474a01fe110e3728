package care.weft.stubs.trust;

import care.weft.stubs.fhir.Times;
import care.weft.stubs.population.Chance;
import care.weft.stubs.population.Organisation;
import care.weft.stubs.trust.Bookings.Booking;
import care.weft.stubs.trust.Stays.Ward;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;

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
    private final Chance chance;
    private final Bookings bookings;
    private final Stays stays;
    private final Referrals referrals;
    private final Assessments assessments;
    private final Episodes episodes;

    CrowdCharts(Chart chart) {
        today = chart.today();
        chance = new Chance(chart.person(), 0xD1B54A32D192ED03L);
        bookings = new Bookings(chart);
        stays = new Stays(chart);
        referrals = new Referrals(chart);
        assessments = new Assessments(chart);
        episodes = new Episodes(chart);
    }

    void write() {
        Chance.times(chance.below(9), this::pastAppointment);
        Chance.times(chance.below(5), this::futureAppointment);
        Chance.times(chance.below(4), this::referral);
        Chance.times(chance.oneIn(3) ? 1 : 0, this::stay);
        Chance.times(chance.below(3), this::score);
        Chance.times(chance.oneIn(4) ? 1 : 0, this::form);
        Chance.times(chance.oneIn(5) ? 1 : 0, this::task);
        Chance.times(chance.oneIn(4) ? 1 : 0, this::episode);
    }

    private void pastAppointment() {
        var booking = booking(clinicTime(-1 - chance.below(700)), "fulfilled");
        switch (chance.below(10)) {
            case 0 -> bookings.add(booking.with("noshow", null));
            case 1 -> bookings.add(booking.with("cancelled", null));
            default -> bookings.addKept(booking, 1 + chance.below(3));
        }
    }

    private void futureAppointment() {
        bookings.add(booking(clinicTime(1 + chance.below(180)), chance.oneIn(12) ? "cancelled" : "booked"));
    }

    private void referral() {
        var authored = today.minusDays(3 + chance.below(500)).toString();
        referrals.fromPractice(
                chance.pick(List.of(Clinic.values())),
                authored,
                chance.pick(STATUSES),
                chance.oneIn(6) ? "urgent" : "routine",
                chance.pick(REASONS));
    }

    private void stay() {
        int daysAgo = 10 + chance.below(600);
        var ward = chance.pick(List.of(Ward.values()));
        if (chance.oneIn(6)) {
            stays.current(ward, time(-1 - chance.below(9), 16), chance.pick(REASONS));
            return;
        }
        int nights = 1 + chance.below(9);
        var stay = stays.ended(ward, time(-daysAgo, 16), time(nights - daysAgo, 11), chance.pick(REASONS));
        assessments.score(
                Instrument.WATERLOW, 4 + chance.below(16), time(1 - daysAgo, 9), "Staff nurse Joy Abara", stay);
        assessments.weight(45 + chance.below(60), time(1 - daysAgo, 9));
        referrals.bloodTest("Full blood count", today.minusDays(daysAgo).toString());
        if (chance.oneIn(2)) {
            var authored = today.plusDays(nights - daysAgo).toString();
            referrals.fromWard(
                    "Reablement", Organisation.COUNCIL, authored, "completed", "Help at home after the stay");
        }
    }

    private void score() {
        var instrument = chance.pick(List.of(Instrument.values()));
        int value = chance.below(instrument.highFrom() + 2);
        assessments.score(instrument, value, time(-1 - chance.below(400), 10), chance.pick(ASSESSORS), null);
    }

    private void form() {
        var kind = chance.pick(List.of(AssessmentKind.values()));
        assessments.form(kind, "completed", time(-1 - chance.below(400), 11), chance.pick(ASSESSORS), null);
    }

    private void task() {
        var kind = chance.pick(List.of(AssessmentKind.values()));
        int askedDaysAgo = 2 + chance.below(30);
        var asked = today.minusDays(askedDaysAgo).toString();
        switch (chance.below(4)) {
            case 0 -> assessments.task(kind, "in-progress", asked, time(-1, 10), null, "community therapy team");
            case 1 -> assessments.task(kind, "requested", asked, null, null, "community therapy team");
            case 2 -> assessments.task(kind, "cancelled", asked, null, null, "integrated discharge team");
            default ->
                assessments.task(
                        kind,
                        "accepted",
                        asked,
                        null,
                        Times.weekday(today.plusDays(1 + chance.below(20))),
                        "falls team");
        }
    }

    private void episode() {
        if (chance.oneIn(4)) {
            var admitted = today.minusDays(5 + chance.below(30));
            episodes.add(
                    "Bed-based intermediate care",
                    admitted,
                    chance.oneIn(2) ? admitted.plusDays(4) : null,
                    "Therapy lead Colin Brough");
            return;
        }
        var begun = today.minusDays(40 + chance.below(500));
        episodes.add(
                chance.oneIn(2) ? "Community nursing" : "Community therapy",
                begun,
                chance.oneIn(2) ? begun.plusDays(30) : null,
                "District nurse Orla Finnegan");
    }

    private Booking booking(ZonedDateTime start, String status) {
        var channel = chance.oneIn(5) ? chance.pick(List.of(Channel.TELEPHONE, Channel.VIDEO)) : Channel.IN_PERSON;
        return new Booking(
                chance.pick(List.of(Clinic.values())), start, 20 + 10 * chance.below(3), status, channel, null);
    }

    private ZonedDateTime clinicTime(int days) {
        var day = today.plusDays(days);
        return Times.at(days > 0 ? Times.weekday(day) : day, 9 + chance.below(7), 10 * chance.below(6));
    }

    private String time(int days, int hour) {
        return Times.text(today.plusDays(days), hour, 5 * chance.below(12));
    }
}
