package care.weft.stubs.trust;

import static care.weft.stubs.trust.Bookings.inPerson;

import care.weft.stubs.fhir.Times;
import care.weft.stubs.population.Organisation;
import care.weft.stubs.population.SpecialPerson;
import care.weft.stubs.trust.Bookings.Booking;
import care.weft.stubs.trust.Stays.Ward;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZonedDateTime;

/** Writes what the trust holds of the people made for tests. */
final class SpecialCharts {

    static final int DIALYSIS_SESSIONS = 130;

    private final LocalDate today;
    private final int part;
    private final Bookings bookings;
    private final Stays stays;
    private final Referrals referrals;
    private final Assessments assessments;

    /** @param part which of the person's Patients this is for */
    SpecialCharts(Chart chart, int part) {
        this.part = part;
        today = chart.today();
        bookings = new Bookings(chart);
        stays = new Stays(chart);
        referrals = new Referrals(chart);
        assessments = new Assessments(chart);
    }

    void write(SpecialPerson special) {
        switch (special) {
            case CHILD -> child();
            case TWO_TRUST_RECORDS -> oneOfTwo();
            case MANY_APPOINTMENTS -> dialysis();
            case UNREADABLE_RECORD -> unreadable();
            case PARTIAL_DATES -> partialDates();
            case CLOCK_CHANGES -> clockChanges();
            case CARED_FOR -> caredFor();
            case INVALIDATED_NUMBER -> invalidatedNumber();
            case OUT_OF_AREA -> outOfArea();
        }
    }

    private void child() {
        referrals.fromPractice(Clinic.ORTHOPAEDICS, day(-9), "active", "urgent", "Broken wrist");
        bookings.add(inPerson(Clinic.ORTHOPAEDICS, at(12, 10), "booked"));
    }

    private void oneOfTwo() {
        if (part == 0) {
            bookings.addKept(inPerson(Clinic.CARDIOLOGY, at(-100, 9), "fulfilled"), 2);
            bookings.add(inPerson(Clinic.CARDIOLOGY, at(20, 9), "booked"));
            bookings.add(inPerson(Clinic.EYE, at(33, 14), "booked"));
            referrals.fromPractice(Clinic.CARDIOLOGY, day(-140), "active", "routine", "Chest pain on walking");
        } else {
            stays.emergency(time(-12, 21), time(-12, 23), "Cut hand");
            bookings.add(inPerson(Clinic.ORTHOPAEDICS, at(3, 11), "booked"));
            assessments.score(Instrument.MORSE_FALLS, 15, time(-12, 22), "Staff nurse Joy Abara", null);
        }
    }

    /** Monday, Wednesday and Friday mornings: as many before today as after, give or take a session. */
    private void dialysis() {
        int written = 0;
        for (var day = today.minusDays(DIALYSIS_SESSIONS * 7 / 6); written < DIALYSIS_SESSIONS; day = day.plusDays(1)) {
            boolean session = switch (day.getDayOfWeek()) {
                case MONDAY, WEDNESDAY, FRIDAY -> true;
                case TUESDAY, THURSDAY, SATURDAY, SUNDAY -> false;
            };
            if (session) {
                var status = day.isBefore(today) ? "fulfilled" : "booked";
                bookings.add(new Booking(Clinic.RENAL, Times.at(day, 7, 30), 240, status, Channel.IN_PERSON, null));
                written++;
            }
        }
    }

    private void unreadable() {
        bookings.add(inPerson(Clinic.RESPIRATORY, at(-30, 9), "fulfilled"));
        bookings.addWithoutTime(inPerson(Clinic.PHYSIOTHERAPY, at(7, 9), "booked"));
        bookings.add(inPerson(Clinic.PHYSIOTHERAPY, at(14, 9), "booked"));
        bookings.add(inPerson(Clinic.PHYSIOTHERAPY, at(21, 9), "booked"));
        assessments.score(Instrument.CLINICAL_FRAILTY_SCALE, 2, time(-30, 9), "Dr Laila Haddad", null);
    }

    private void partialDates() {
        var month = YearMonth.from(today).minusMonths(8).toString();
        var year = Year.from(today).minusYears(1).toString();
        referrals.fromPractice(Clinic.NEUROLOGY, month, "active", "routine", "Tremor of the left hand");
        referrals.fromPractice(Clinic.EYE, year, "completed", "routine", "Cataract");
        stays.ended(Ward.CARDIAC, month, month, "Heart attack");
        assessments.form(AssessmentKind.COMPREHENSIVE_GERIATRIC, "completed", month, "Dr Stephen Lomas", null);
        assessments.score(Instrument.CLINICAL_FRAILTY_SCALE, 5, year, "Dr Stephen Lomas", null);
        assessments.task(AssessmentKind.CONTINENCE, "completed", year, year, null, "continence service");
    }

    /** The nights of the next spring change, when 01:30 does not exist, and of the next autumn one, when it is there twice. */
    private void clockChanges() {
        var spring = next(3);
        bookings.add(overnight(Times.at(spring.minusDays(1), 22, 0)));
        bookings.add(overnight(Times.at(spring, 0, 30)));
        bookings.add(overnight(Times.at(spring, 2, 30)));
        bookings.add(inPerson(Clinic.SLEEP, Times.at(spring.plusDays(1), 9, 0), "booked"));
        var autumn = next(10);
        bookings.add(overnight(Times.at(autumn.minusDays(1), 22, 0)));
        bookings.add(overnight(Times.at(autumn, 1, 30).withEarlierOffsetAtOverlap()));
        bookings.add(overnight(Times.at(autumn, 1, 30).withLaterOffsetAtOverlap()));
        bookings.add(inPerson(Clinic.SLEEP, Times.at(autumn.plusDays(1), 9, 0), "booked"));
    }

    private void caredFor() {
        bookings.addKept(inPerson(Clinic.NEUROLOGY, at(-75, 11), "fulfilled"), 2);
        bookings.add(inPerson(Clinic.NEUROLOGY, at(27, 11), "booked"));
        assessments.score(Instrument.SIX_ITEM_COGNITIVE_IMPAIRMENT_TEST, 17, time(-75, 11), "Dr Shreya Kulkarni", null);
        assessments.form(AssessmentKind.CONTINENCE, "completed", time(-28, 10), "Continence nurse Fran Doyle", null);
        // The ward did not know that the mental health trust has her on its list.
        referrals.fromWard(
                "Memory assessment service",
                Organisation.TRUST,
                day(-12),
                "active",
                "Loses her way, repeats questions");
    }

    private void invalidatedNumber() {
        referrals.fromPractice(Clinic.RHEUMATOLOGY, day(-35), "active", "routine", "Stiff hands in the morning");
        bookings.add(inPerson(Clinic.RHEUMATOLOGY, at(18, 14), "booked"));
    }

    private void outOfArea() {
        referrals.fromPractice(Clinic.CARDIOLOGY, day(-20), "active", "routine", "Palpitations");
        bookings.add(inPerson(Clinic.CARDIOLOGY, at(15, 10), "booked"));
        assessments.score(Instrument.MORSE_FALLS, 20, time(-60, 9), "Staff nurse Joy Abara", null);
    }

    private static Booking overnight(ZonedDateTime start) {
        return new Booking(Clinic.SLEEP, start, 60, "booked", Channel.IN_PERSON, null);
    }

    private LocalDate next(int month) {
        var thisYear = Times.lastSunday(today.getYear(), month);
        return thisYear.isAfter(today) ? thisYear : Times.lastSunday(today.getYear() + 1, month);
    }

    private String day(int days) {
        return today.plusDays(days).toString();
    }

    private String time(int days, int hour) {
        return Times.text(today.plusDays(days), hour, 0);
    }

    private ZonedDateTime at(int days, int hour) {
        return Times.at(today.plusDays(days), hour, 0);
    }
}
