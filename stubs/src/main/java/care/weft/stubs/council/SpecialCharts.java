package care.weft.stubs.council;

import static care.weft.stubs.council.SocialCareAssessmentType.CN;
import static care.weft.stubs.council.SocialCareAssessmentType.OT;

import care.weft.stubs.council.Assessments.Assessment;
import care.weft.stubs.council.Packages.Service;
import care.weft.stubs.council.Relations.Relation;
import care.weft.stubs.council.Relations.Role;
import care.weft.stubs.population.PersonName;
import care.weft.stubs.population.Population;
import care.weft.stubs.population.SpecialPerson;
import java.time.Year;
import java.time.YearMonth;

/** Writes what the council holds of the people made for tests. */
final class SpecialCharts {

    static final int TRANSPORT_CONTACTS = 64;

    private final Population population;
    private final Chart chart;
    private final int part;
    private final Contacts contacts;
    private final Assessments assessments;
    private final Packages packages;
    private final Relations relations;

    /** @param part which of the person's records this is for */
    SpecialCharts(Population population, Chart chart, int part) {
        this.population = population;
        this.chart = chart;
        this.part = part;
        contacts = new Contacts(chart);
        assessments = new Assessments(chart);
        packages = new Packages(chart);
        relations = new Relations(chart);
    }

    void write(SpecialPerson special) {
        switch (special) {
            case CHILD, INVALIDATED_NUMBER, OUT_OF_AREA -> {
                // Known, and nothing more.
            }
            case TWO_TRUST_RECORDS -> booked();
            case MANY_APPOINTMENTS -> transport();
            case UNREADABLE_RECORD -> unreadable();
            case PARTIAL_DATES -> partialDates();
            case CLOCK_CHANGES -> oneOfTwo();
            case CARED_FOR -> new StoryCharts(population, chart).caredFor();
        }
    }

    private void booked() {
        assessments.booked(
                Assessment.accepted(OT, "Occupational therapy assessment", chart.day(-5), Team.OCCUPATIONAL_THERAPY),
                chart.today().plusDays(4));
        new CareTeams(chart)
                .allocated(socialWork(), "Ines Dacosta", "social care assessor", chart.day(-300), chart.day(-220));
    }

    /** More than one page, the last of them from before any standard window, and a service that has gone on for longer still. */
    private void transport() {
        for (int week = 0; week < TRANSPORT_CONTACTS; week++) {
            contacts.add(
                    SocialCareContactReason.TRAN,
                    "Transport to dialysis",
                    SocialCareRequesterType.S,
                    "completed",
                    chart.day(-1 - week * 13));
        }
        packages.add(Service.active(
                SocialCareServiceType.TRAN,
                SocialCareServiceCategory.STS_OLL,
                "Transport to dialysis, three days a week",
                new Provider.Registered("Openshaw Community Transport", "1-990000138"),
                chart.day(-1_200)));
    }

    private void unreadable() {
        assessments.add(Assessment.accepted(CN, "Care Act needs assessment", chart.day(-8), socialWork()));
        assessments.ofNobody(Assessment.accepted(OT, "Equipment check", chart.day(-9), Team.OCCUPATIONAL_THERAPY));
        assessments.add(Assessment.accepted(OT, "Bathing assessment", chart.day(-10), Team.OCCUPATIONAL_THERAPY));
    }

    private void partialDates() {
        var month = YearMonth.from(chart.today()).minusMonths(8).toString();
        var year = Year.from(chart.today()).minusYears(1).toString();
        contacts.fromPractice(SocialCareContactReason.REQ_ASS, "Request for assessment", "completed", month);
        assessments.add(new Assessment(
                CN,
                "Care Act needs assessment",
                "completed",
                year,
                month,
                month,
                socialWork(),
                null,
                SocialCareAssessmentOutcome.PRO_SUP));
        packages.add(Service.active(
                SocialCareServiceType.M,
                SocialCareServiceCategory.LTS_C,
                "Meals at home",
                new Provider.Registered("Beswick Kitchen", "1-990000144"),
                year));
        relations.add(
                Relation.NBOR,
                new PersonName("Mr", "Patrick", "Garrity"),
                "07700 900772",
                year,
                Role.of(SocialCareSupportRole.EC));
    }

    private void oneOfTwo() {
        if (part == 0) {
            assessments.add(Assessment.accepted(CN, "Care Act needs assessment", chart.day(-20), socialWork()));
        } else {
            contacts.add(
                    SocialCareContactReason.CFW,
                    "Worried about a neighbour",
                    SocialCareRequesterType.FFN,
                    "active",
                    chart.day(-2));
        }
    }

    private Team socialWork() {
        return Team.socialWork(chart.person());
    }
}
