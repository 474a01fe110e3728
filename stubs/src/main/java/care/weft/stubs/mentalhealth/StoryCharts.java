package care.weft.stubs.mentalhealth;

import care.weft.stubs.population.Organisation;
import care.weft.stubs.population.Story;
import java.time.LocalDate;
import java.util.List;

/** Writes what the trust holds of the people of the stories, and of the one whom a person of a story looks after. */
final class StoryCharts {

    private static final String IN_PERSON = "01";
    private static final String VIDEO = "11";

    private final LocalDate today;
    private final CaseNotes notes;

    StoryCharts(Chart chart) {
        today = chart.today();
        notes = new CaseNotes(chart);
    }

    void write(Story story) {
        switch (story) {
            case THREE_ASSESSMENTS -> threeAssessments();
            case CONFLICTING_BIRTH_DATE -> conflictingBirthDate();
            case SUPERSEDED_NUMBER -> supersededNumber();
            case CLASHING_APPOINTMENTS -> clashingAppointments();
            case ASSESSMENT_IN_PROGRESS, RESTRICTED, DEATH_KNOWN_TO_ONE, NO_NHS_NUMBER, CARER, DISCHARGE -> {
                // The trust does not know them.
            }
        }
    }

    private void threeAssessments() {
        var referral =
                notes.referral(Team.OLDER_ADULTS, -60, null, "3", "08", "Forgetful and low since a fall, lives alone");
        notes.contact(referral, Team.OLDER_ADULTS, -28, 10, IN_PERSON);
        notes.score(
                referral,
                Instrument.HONOS_65,
                Team.OLDER_ADULTS,
                -28,
                List.of("0", "0", "0", "2", "2", "0", "2", "1", "1", "2", "1", "1"));
        notes.score(referral, Instrument.ADDENBROOKES_REVISED, Team.OLDER_ADULTS, -28, List.of("78"));
        notes.coordinator(Team.OLDER_ADULTS, -28, null);
        notes.plan("10", -26, null, "Staying safe and less alone at home");
        notes.contact(referral, Team.OLDER_ADULTS, 12, 11, IN_PERSON);
    }

    private void conflictingBirthDate() {
        var referral = notes.referral(Team.PSYCHOLOGY, -290, -200, "3", "05", "Worry that keeps her awake");
        notes.contact(referral, Team.PSYCHOLOGY, -260, 14, VIDEO);
        notes.contact(referral, Team.PSYCHOLOGY, -232, 14, VIDEO);
        notes.score(referral, Instrument.GAD_7, Team.PSYCHOLOGY, -232, List.of("6"));
    }

    private void supersededNumber() {
        var referral = notes.referral(Team.ADULTS, -50, null, "2", "04", "Low mood, not sleeping");
        notes.contact(referral, Team.ADULTS, -10, 15, IN_PERSON);
        notes.score(referral, Instrument.PHQ_9, Team.ADULTS, -10, List.of("12"));
    }

    /** On the day of the trust's clash, which is not at a weekend. */
    private void clashingAppointments() {
        var referral = notes.referral(Team.OLDER_ADULTS, -40, null, "3", "04", "Tearful since her sister died");
        notes.contact(referral, Team.OLDER_ADULTS, weekday(today.plusDays(7)), 14, "", IN_PERSON);
    }

    /** Has dementia; her husband looks after her. */
    void caredFor() {
        var referral = notes.referral(Team.MEMORY, -228, null, "3", "08", "Loses her way, repeats questions");
        notes.contact(referral, Team.MEMORY, -200, 10, IN_PERSON);
        notes.score(referral, Instrument.ADDENBROOKES_REVISED, Team.MEMORY, -200, List.of("61"));
        notes.onward(referral, -182, Organisation.VOLUNTARY.ods(), Organisation.VOLUNTARY.name());
        notes.plan("10", -180, null, "Living with dementia at home");
        notes.plan("12", -180, null, "If her husband falls ill");
        notes.coordinator(Team.MEMORY, -180, null);
        notes.contact(referral, Team.MEMORY, 15, 10, IN_PERSON);
    }

    private static LocalDate weekday(LocalDate day) {
        return switch (day.getDayOfWeek()) {
            case SATURDAY -> day.plusDays(2);
            case SUNDAY -> day.plusDays(1);
            case MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY -> day;
        };
    }
}
