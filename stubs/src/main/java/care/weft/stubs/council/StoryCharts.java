package care.weft.stubs.council;

import static care.weft.stubs.council.SocialCareAssessmentType.CA;
import static care.weft.stubs.council.SocialCareAssessmentType.CN;
import static care.weft.stubs.council.SocialCareAssessmentType.OT;
import static care.weft.stubs.council.SocialCareAssessmentType.OTH;

import care.weft.stubs.council.Assessments.Assessment;
import care.weft.stubs.council.Packages.Funding;
import care.weft.stubs.council.Packages.Service;
import care.weft.stubs.council.Packages.Terms;
import care.weft.stubs.council.Relations.Relation;
import care.weft.stubs.council.Relations.Role;
import care.weft.stubs.population.Organisation;
import care.weft.stubs.population.Person;
import care.weft.stubs.population.PersonName;
import care.weft.stubs.population.Population;
import care.weft.stubs.population.SpecialPerson;
import care.weft.stubs.population.Story;
import java.math.BigDecimal;

/** Writes what the council holds of the people of the stories, and of the wife of one of them. */
final class StoryCharts {

    static final Provider LEVENSHULME_HOME_CARE = new Provider.Registered("Levenshulme Home Care", "1-990000101");
    static final Provider DAY_CENTRE = new Provider.Registered("Debdale Day Centre", "1-990000115");

    private final Population population;
    private final Chart chart;
    private final Contacts contacts;
    private final Assessments assessments;
    private final Packages packages;
    private final Relations relations;
    private final CareTeams teams;

    StoryCharts(Population population, Chart chart) {
        this.population = population;
        this.chart = chart;
        contacts = new Contacts(chart);
        assessments = new Assessments(chart);
        packages = new Packages(chart);
        relations = new Relations(chart);
        teams = new CareTeams(chart);
    }

    void write(Story story) {
        switch (story) {
            case THREE_ASSESSMENTS -> threeAssessments();
            case ASSESSMENT_IN_PROGRESS -> assessmentInProgress();
            case CONFLICTING_BIRTH_DATE -> conflictingBirthDate();
            case SUPERSEDED_NUMBER -> supersededNumber();
            case RESTRICTED -> restricted();
            case DEATH_KNOWN_TO_ONE -> death();
            case NO_NHS_NUMBER -> noNhsNumber();
            case CARER -> carer();
            case DISCHARGE -> discharge();
            case CLASHING_APPOINTMENTS -> {
                // Known, and nothing more.
            }
        }
    }

    private void threeAssessments() {
        contacts.fromPractice(
                SocialCareContactReason.REQ_ASS, "Reassessment/assessment request", "completed", chart.day(-30));
        assessments.add(completed(
                        CN,
                        "Care Act needs assessment",
                        -30,
                        -25,
                        -24,
                        socialWork(),
                        SocialCareAssessmentOutcome.PRO_SUP)
                .by("Yasmin Okafor"));
        assessments.add(
                new Assessment(
                        OT,
                        "Occupational therapy assessment, falls risk at home",
                        "completed",
                        chart.day(-28),
                        chart.day(-20),
                        chart.day(-20),
                        Team.OCCUPATIONAL_THERAPY,
                        "Gareth Lindqvist",
                        null),
                SocialCareAssessmentOutcome.POS,
                "Equipment and adaptations");
        packages.add(
                Service.active(
                        SocialCareServiceType.HS,
                        SocialCareServiceCategory.LTS_C,
                        "Home care, 7 hours a week, morning and evening calls",
                        LEVENSHULME_HOME_CARE,
                        chart.day(-6)),
                new Terms(
                        new BigDecimal("7"),
                        14,
                        new BigDecimal("154.70"),
                        chart.today().plusDays(36),
                        Funding.COMMISSIONED));
        packages.add(Service.active(
                SocialCareServiceType.EQ,
                SocialCareServiceCategory.STS_OLL,
                "Community alarm",
                new Provider.Own(Team.COMMUNITY_ALARM),
                chart.day(-19)));
        teams.allocated(socialWork(), "Yasmin Okafor", "social worker", chart.day(-29), null);
        relations.add(
                Relation.DAU,
                new PersonName("Ms", "Julie", "Gallimore"),
                "07700 900771",
                chart.day(-29),
                Role.of(SocialCareSupportRole.NOK),
                new Role(SocialCareSupportRole.LPA, "Lasting power of attorney for health and welfare"));
    }

    private void assessmentInProgress() {
        contacts.fromPractice(SocialCareContactReason.REQ_AE, "Cannot manage the stairs", "active", chart.day(-14));
        assessments.add(new Assessment(
                OT,
                "Occupational therapy assessment",
                "in-progress",
                chart.day(-12),
                chart.day(-2),
                null,
                Team.OCCUPATIONAL_THERAPY,
                "Gareth Lindqvist",
                null));
        assessments.stopped(
                new Assessment(
                        CN,
                        "Care Act needs assessment",
                        "cancelled",
                        chart.day(-47),
                        chart.day(-40),
                        null,
                        socialWork(),
                        null,
                        null),
                "Person in hospital");
    }

    private void conflictingBirthDate() {
        packages.add(Service.active(
                        SocialCareServiceType.R,
                        SocialCareServiceCategory.STS_STMAX,
                        "Reablement after a broken wrist",
                        new Provider.Own(Team.REABLEMENT),
                        chart.day(-142))
                .ended(chart.day(-100)));
    }

    private void supersededNumber() {
        packages.add(Service.active(
                SocialCareServiceType.HS,
                SocialCareServiceCategory.LTS_C,
                "Home care, one call a day",
                LEVENSHULME_HOME_CARE,
                chart.day(-90)));
        assessments.add(completed(CN, "Care Act review", -95, -88, -88, socialWork(), SocialCareAssessmentOutcome.NCP));
    }

    private void restricted() {
        packages.add(Service.active(
                SocialCareServiceType.PS,
                SocialCareServiceCategory.STS_OLL,
                "Floating support",
                new Provider.Registered("Matthews Lane Housing Support", "1-990000122"),
                chart.day(-60)));
        assessments.add(completed(
                OTH, "Housing support assessment", -66, -62, -62, socialWork(), SocialCareAssessmentOutcome.PRO_SUP));
    }

    private void death() {
        packages.add(Service.active(
                SocialCareServiceType.DS, SocialCareServiceCategory.LTS_C, "Day care", DAY_CENTRE, chart.day(-300)));
        assessments.add(Assessment.accepted(CN, "Care Act review", chart.day(-3), socialWork()));
    }

    private void noNhsNumber() {
        contacts.fromHospital(
                SocialCareContactReason.CFW, "No settled address after leaving hospital", "completed", chart.day(-16));
        assessments.add(new Assessment(
                CN,
                "Care Act needs assessment",
                "in-progress",
                chart.day(-16),
                chart.day(-12),
                null,
                socialWork(),
                "Tobias Greenhalgh",
                null));
        teams.allocated(socialWork(), "Tobias Greenhalgh", "social worker", chart.day(-15), null);
    }

    private void carer() {
        assessments.add(completed(
                CA, "Carer's assessment", -428, -420, -420, Team.CARERS, SocialCareAssessmentOutcome.PRO_SUP));
        assessments.add(Assessment.accepted(CA, "Carer's assessment", chart.day(-4), Team.CARERS));
        packages.add(
                Service.active(
                                SocialCareServiceType.DP,
                                SocialCareServiceCategory.CS_DC,
                                "Carer's direct payment",
                                new Provider.Body(Organisation.COUNCIL),
                                chart.day(-400))
                        .managedBy("Bernadette Hallam"),
                new Terms(
                        new BigDecimal("3.5"),
                        1,
                        new BigDecimal("62.30"),
                        chart.today().minusDays(35),
                        Funding.DIRECT));
        related(Relation.WIFE, population.of(SpecialPerson.CARED_FOR), Role.of(SocialCareSupportRole.CF));
    }

    /** The wife of the person of the story {@link Story#CARER}. */
    void caredFor() {
        packages.add(Service.active(
                SocialCareServiceType.HS,
                SocialCareServiceCategory.LTS_C,
                "Home care, two calls a day",
                LEVENSHULME_HOME_CARE,
                chart.day(-200)));
        assessments.add(completed(
                CN, "Care Act needs assessment", -218, -210, -210, socialWork(), SocialCareAssessmentOutcome.PRO_SUP));
        related(Relation.HUSB, population.of(Story.CARER), Role.of(SocialCareSupportRole.CAR));
    }

    private void discharge() {
        contacts.fromHospital(SocialCareContactReason.HD, "Going home after a broken hip", "active", chart.day(-3));
        assessments.add(completed(
                SocialCareAssessmentType.HD,
                "Hospital discharge assessment",
                -3,
                -1,
                -1,
                Team.HOSPITAL,
                SocialCareAssessmentOutcome.PRO_R));
        packages.add(Service.planned(
                SocialCareServiceType.R,
                SocialCareServiceCategory.STS_STMAX,
                "Reablement at home",
                new Provider.Own(Team.REABLEMENT),
                chart.day(1)));
        packages.add(Service.planned(
                SocialCareServiceType.OSTS,
                SocialCareServiceCategory.STS_OST,
                "Follow-up visits and shopping",
                new Provider.Body(Organisation.VOLUNTARY),
                chart.day(2)));
    }

    private void related(Relation relation, Person other, Role role) {
        relations.add(relation, other.name(), other.phone(), chart.day(-420), role);
    }

    private Assessment completed(
            SocialCareAssessmentType type,
            String words,
            int asked,
            int begun,
            int ended,
            Team team,
            SocialCareAssessmentOutcome outcome) {
        return new Assessment(
                type, words, "completed", chart.day(asked), chart.day(begun), chart.day(ended), team, null, outcome);
    }

    private Team socialWork() {
        return Team.socialWork(chart.person());
    }
}
