package care.weft.stubs.council;

import care.weft.stubs.council.Assessments.Assessment;
import care.weft.stubs.council.Packages.Funding;
import care.weft.stubs.council.Packages.Service;
import care.weft.stubs.council.Packages.Terms;
import care.weft.stubs.council.Relations.Relation;
import care.weft.stubs.council.Relations.Role;
import care.weft.stubs.population.Chance;
import care.weft.stubs.population.PersonName;
import java.math.BigDecimal;
import java.util.List;

/** Writes what the council holds of the people of no special story. */
final class CrowdCharts {

    private static final int OFTEN_IN_TOUCH = 57;
    private static final List<Provider> PROVIDERS = List.of(
            new Provider.Registered("Ancoats Care at Home", "1-990000203"),
            new Provider.Registered("Moston Lane Support", "1-990000217"),
            new Provider.Registered("Parrs Wood Home Services", "1-990000224"),
            new Provider.Own(Team.REABLEMENT));
    private static final List<String> WORKERS =
            List.of("Femi Adebayo", "Lorraine Tickle", "Hamza Iqbal", "Siobhan Rafferty", "Agnieszka Nowak");
    private static final List<PersonName> RELATIVES = List.of(
            new PersonName("Mrs", "Angela", "Whitworth"),
            new PersonName("Mr", "Imran", "Sheikh"),
            new PersonName("Ms", "Denise", "Campbell"),
            new PersonName("Mr", "Paul", "Entwistle"));

    private final Registration registration;
    private final Chart chart;
    private final Chance chance;
    private final Contacts contacts;
    private final Assessments assessments;
    private final Packages packages;
    private final Relations relations;
    private final CareTeams teams;

    CrowdCharts(Registration registration, Chart chart) {
        this.registration = registration;
        this.chart = chart;
        chance = new Chance(chart.person(), 0xE7037ED1A0B428DBL);
        contacts = new Contacts(chart);
        assessments = new Assessments(chart);
        packages = new Packages(chart);
        relations = new Relations(chart);
        teams = new CareTeams(chart);
    }

    void write() {
        Chance.times(chance.oneIn(50) ? OFTEN_IN_TOUCH : chance.below(4), this::contact);
        Chance.times(chance.below(3), this::service);
        Chance.times(chance.below(3), this::assessment);
        Chance.times(chance.oneIn(12) ? 1 : 0, this::oddAssessment);
        Chance.times(chance.oneIn(2) ? 1 : 0, this::relative);
        Chance.times(chance.oneIn(3) ? 1 : 0, this::worker);
        if (registration.carer()) {
            caringForAnother();
        }
    }

    private void contact() {
        var reason = chance.pick(List.of(SocialCareContactReason.values()));
        var made = chart.day(-1 - chance.below(700));
        var status = chance.pick(List.of("active", "completed", "completed", "completed", "revoked", "on-hold"));
        if (chance.oneIn(3)) {
            contacts.fromPractice(reason, reason.display(), status, made);
        } else {
            contacts.add(
                    reason, reason.display(), chance.pick(List.of(SocialCareRequesterType.values())), status, made);
        }
    }

    private void service() {
        var type = chance.pick(List.of(SocialCareServiceType.HS, SocialCareServiceType.DS, SocialCareServiceType.M));
        int daysAgo = 20 + chance.below(1_000);
        var service = Service.active(
                type, SocialCareServiceCategory.LTS_C, type.display(), chance.pick(PROVIDERS), chart.day(-daysAgo));
        switch (chance.below(6)) {
            case 0 -> packages.add(service.ended(chart.day(-1 - chance.below(daysAgo))));
            case 1 ->
                packages.add(new Service(
                        type,
                        service.category(),
                        service.words(),
                        service.provider(),
                        chance.pick(List.of("onhold", "cancelled", "waitlist")),
                        service.start(),
                        null,
                        null));
            case 2 -> packages.add(service.managedBy(chance.pick(WORKERS)));
            default ->
                packages.add(
                        service,
                        new Terms(
                                new BigDecimal(2 + chance.below(26)).add(new BigDecimal("0.5")),
                                1 + chance.below(28),
                                new BigDecimal(4_000 + chance.below(60_000)).movePointLeft(2),
                                chart.today().plusDays(chance.below(365) - 90),
                                chance.pick(List.of(Funding.values()))));
        }
    }

    private void assessment() {
        var type = chance.pick(List.of(
                SocialCareAssessmentType.CN,
                SocialCareAssessmentType.OT,
                SocialCareAssessmentType.RA,
                SocialCareAssessmentType.SA));
        int daysAgo = 30 + chance.below(600);
        var accepted = Assessment.accepted(type, type.display(), chart.day(-daysAgo), team());
        switch (chance.below(6)) {
            case 0 -> assessments.add(accepted);
            case 1 -> assessments.booked(accepted, chart.today().plusDays(1 + chance.below(20)));
            case 2 ->
                assessments.stopped(
                        new Assessment(
                                type, type.display(), "cancelled", accepted.asked(), null, null, team(), null, null),
                        "Declined by the person");
            default ->
                assessments.add(new Assessment(
                                type,
                                type.display(),
                                "completed",
                                accepted.asked(),
                                chart.day(12 - daysAgo),
                                chart.day(14 - daysAgo),
                                team(),
                                null,
                                chance.pick(List.of(SocialCareAssessmentOutcome.values())))
                        .by(chance.pick(WORKERS)));
        }
    }

    /** As some always are, in any living system. */
    private void oddAssessment() {
        var accepted = Assessment.accepted(
                SocialCareAssessmentType.CN, "Care Act needs assessment", chart.day(-5 - chance.below(90)), team());
        switch (chance.below(3)) {
            case 0 -> assessments.withoutStatus(accepted);
            case 1 -> assessments.withoutWords(accepted);
            default -> assessments.ofAnotherKind(accepted, "SENS", "Sensory impairment assessment");
        }
    }

    private void relative() {
        relations.add(
                chance.pick(List.of(Relation.DAU, Relation.SON, Relation.NBOR)),
                chance.pick(RELATIVES),
                "07700 900%03d".formatted(chance.below(1_000)),
                chart.day(-100 - chance.below(900)),
                Role.of(chance.pick(List.of(
                        SocialCareSupportRole.NOK,
                        SocialCareSupportRole.CAR,
                        SocialCareSupportRole.EC,
                        SocialCareSupportRole.HM))));
    }

    private void worker() {
        int daysAgo = 10 + chance.below(400);
        teams.allocated(
                team(),
                chance.pick(WORKERS),
                "social worker",
                chart.day(-daysAgo),
                chance.oneIn(4) ? chart.day(-chance.below(daysAgo)) : null);
    }

    private void caringForAnother() {
        assessments.add(Assessment.accepted(
                SocialCareAssessmentType.CA, "Carer's assessment", chart.day(-3 - chance.below(40)), Team.CARERS));
        packages.add(Service.active(
                SocialCareServiceType.C_SS,
                SocialCareServiceCategory.CS_SIPC,
                "Sitting service",
                chance.pick(PROVIDERS),
                chart.day(-200)));
        relations.add(
                Relation.MTH,
                chance.pick(RELATIVES),
                "07700 900%03d".formatted(chance.below(1_000)),
                chart.day(-300),
                Role.of(SocialCareSupportRole.CF));
    }

    private Team team() {
        return Team.socialWork(chart.person());
    }
}
