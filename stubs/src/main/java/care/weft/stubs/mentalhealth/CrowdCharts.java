package care.weft.stubs.mentalhealth;

import care.weft.stubs.population.Chance;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Writes what the trust holds of somebody of the crowd: always the same for the same person and day. */
final class CrowdCharts {

    /** More than three pages of fifty. */
    static final int LONG_HISTORY = 170;

    private static final List<String> REASONS = List.of(
            "Hears voices",
            "Panic in crowds",
            "Low since losing work",
            "Not eating enough",
            "Checks the door for hours",
            "Drinks to sleep");
    private static final List<String> REASON_CODES = List.of("02", "05", "04", "12", "06", "09");
    private static final List<String> CHANNELS = List.of("01", "01", "01", "02", "11", "98");
    private static final List<String> ATTENDANCES = List.of("5", "5", "5", "5", "6", "3", "2", "4", "7");

    private final Chart chart;
    private final LocalDate today;
    private final Chance chance;
    private final CaseNotes notes;
    private final Scores scores;
    private final Team team;

    CrowdCharts(Chart chart) {
        this.chart = chart;
        today = chart.today();
        chance = new Chance(chart.person(), 0x9FB21C651E98DF25L);
        notes = new CaseNotes(chart);
        scores = new Scores(chart);
        team = chart.person().birthDate().isBefore(today.minusYears(65)) ? Team.OLDER_ADULTS : Team.ADULTS;
    }

    void write() {
        int place = Registration.crowdPlace(chart.person());
        int reason = chance.below(REASONS.size());
        // One in four began before the two years that are usually asked for, and goes on.
        int since = chance.oneIn(4) ? -900 - chance.below(700) : -40 - chance.below(600);
        boolean open = since < -700 || !chance.oneIn(4);
        Integer closed = open ? null : since + 30;
        var referral = notes.referral(
                team, since, closed, chance.oneIn(5) ? "2" : "3", REASON_CODES.get(reason), REASONS.get(reason));
        contacts(referral, place % 7 == 5 ? LONG_HISTORY : chance.below(9), since, closed);
        scores(referral, Math.max(since + 7, -700));
        if (open) {
            careFor(referral, since);
        }
        if (chance.oneIn(6)) {
            notes.rejectedReferral(Team.PSYCHOLOGY, -80, -75, "Asks for talking treatment");
        }
        if (place % 7 == 3) {
            unreadable(referral);
        }
    }

    private void careFor(String referral, int since) {
        notes.contact(referral, team, 3 + chance.below(60), 9 + chance.below(7), chance.pick(CHANNELS));
        notes.coordinator(team, since + 10, null);
        notes.plan("10", since + 14, null, "Keeping well");
        if (chance.oneIn(3)) {
            notes.plan("12", Math.max(since + 14, -300), null, "What helps in a crisis");
        }
        if (chance.oneIn(4)) {
            notes.coordinator(Team.LIAISON, since - 200, since + 9);
            notes.onward(referral, Math.max(since + 20, -500), "R0A", "Manchester University NHS Foundation Trust");
        }
        if (chance.oneIn(8)) {
            notes.stay(referral, "200", "Juniper ward", -12, null);
        } else if (chance.oneIn(5)) {
            notes.stay(referral, "201", "Rowan ward", -420, -377);
        }
    }

    private void contacts(String referral, int count, int since, @Nullable Integer closed) {
        int span = (closed == null ? 0 : closed) - Math.max(since, -700);
        for (int i = 0; i < count; i++) {
            var day = today.plusDays(Math.max(since, -700) + (long) span * i / Math.max(count, 1));
            if (day.isBefore(today)) {
                notes.contact(referral, team, day, 9 + i % 8, chance.pick(ATTENDANCES), chance.pick(CHANNELS));
            }
        }
    }

    private void scores(String referral, int days) {
        var honos = team == Team.OLDER_ADULTS ? Instrument.HONOS_65 : Instrument.HONOS;
        var rated = IntStream.range(0, 12)
                .mapToObj(item -> String.valueOf(chance.below(5)))
                .toList();
        scores.add(referral, honos, team, days, rated);
        switch (chance.below(5)) {
            case 0 -> scores.add(referral, Instrument.PHQ_9, team, days + 7, List.of("" + chance.below(28)));
            case 1 ->
                scores.addInContact(
                        Instrument.DIALOG,
                        IntStream.range(0, 11)
                                .mapToObj(item -> String.valueOf(1 + chance.below(7)))
                                .toList());
            case 2 -> scores.add(referral, Instrument.STRESS_SCALE, team, days + 7, List.of("31"));
            case 3 -> scores.add(referral, Instrument.REQOL_10, team, days + 7, List.of("999"));
            // One scale was not rated: 9 is the data set's word for that.
            default ->
                scores.add(
                        referral,
                        honos,
                        team,
                        days + 20,
                        List.of("1", "0", "2", "9", "1", "0", "2", "1", "1", "0", "1", "1"));
        }
    }

    /** Rows as hurried hands leave them: each is spoilt in one field. */
    private void unreadable(String referral) {
        chart.add(
                Table.MHS201_CARE_CONTACT,
                "CareContactId",
                chart.id("CC"),
                "ServiceRequestId",
                referral,
                "CareContDate",
                "31/02/2026",
                "CareContTime",
                "10:00:00",
                "CareContNote",
                chart.text("Moved twice"));
        chart.add(
                Table.MHS101_REFERRAL,
                "ServiceRequestId",
                "",
                "ReferralRequestReceivedDate",
                today.minusDays(20).toString());
        chart.add(
                Table.MHS008_CARE_PLAN,
                "CarePlanID",
                chart.id("CPL"),
                "CarePlanTypeMH",
                "10",
                "CarePlanCreatDate",
                "last week");
        chart.add(
                Table.MHS606_SCORE_OF_REFERRAL,
                "ServiceRequestId",
                referral,
                "CodedAssToolType",
                Instrument.PHQ_9.codes().getFirst(),
                "PersScore",
                "12P",
                "AssToolCompTimestamp",
                "no time");
    }
}
