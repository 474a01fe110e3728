package care.weft.stubs.council;

import care.weft.stubs.council.Assessments.Assessment;
import care.weft.stubs.council.Packages.Funding;
import care.weft.stubs.council.Packages.Service;
import care.weft.stubs.council.Packages.Terms;
import care.weft.stubs.council.Relations.Relation;
import care.weft.stubs.council.Relations.Role;
import care.weft.stubs.population.PersonName;
import java.math.BigDecimal;
import java.util.List;
import java.util.SplittableRandom;

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
    private final SplittableRandom random;
    private final Contacts contacts;
    private final Assessments assessments;
    private final Packages packages;
    private final Relations relations;
    private final CareTeams teams;

    CrowdCharts(Registration registration, Chart chart) {
        this.registration = registration;
        this.chart = chart;
        random = new SplittableRandom((chart.person().position() + 1) * 0xE7037ED1A0B428DBL);
        contacts = new Contacts(chart);
        assessments = new Assessments(chart);
        packages = new Packages(chart);
        relations = new Relations(chart);
        teams = new CareTeams(chart);
    }

    void write() {
        times(oneIn(50) ? OFTEN_IN_TOUCH : random.nextInt(4), this::contact);
        times(random.nextInt(3), this::service);
        times(random.nextInt(3), this::assessment);
        times(oneIn(12) ? 1 : 0, this::oddAssessment);
        times(oneIn(2) ? 1 : 0, this::relative);
        times(oneIn(3) ? 1 : 0, this::worker);
        if (registration.carer()) {
            caringForAnother();
        }
    }

    private void contact() {
        var reason = pick(List.of(SocialCareContactReason.values()));
        var made = chart.day(-1 - random.nextInt(700));
        var status = pick(List.of("active", "completed", "completed", "completed", "revoked", "on-hold"));
        if (oneIn(3)) {
            contacts.fromPractice(reason, reason.display(), status, made);
        } else {
            contacts.add(reason, reason.display(), pick(List.of(SocialCareRequesterType.values())), status, made);
        }
    }

    private void service() {
        var type = pick(List.of(SocialCareServiceType.HS, SocialCareServiceType.DS, SocialCareServiceType.M));
        int daysAgo = 20 + random.nextInt(1_000);
        var service = Service.active(
                type, SocialCareServiceCategory.LTS_C, type.display(), pick(PROVIDERS), chart.day(-daysAgo));
        switch (random.nextInt(6)) {
            case 0 -> packages.add(service.ended(chart.day(-1 - random.nextInt(daysAgo))));
            case 1 ->
                packages.add(new Service(
                        type,
                        service.category(),
                        service.words(),
                        service.provider(),
                        pick(List.of("onhold", "cancelled", "waitlist")),
                        service.start(),
                        null,
                        null));
            case 2 -> packages.add(service.managedBy(pick(WORKERS)));
            default ->
                packages.add(
                        service,
                        new Terms(
                                new BigDecimal(2 + random.nextInt(26)).add(new BigDecimal("0.5")),
                                1 + random.nextInt(28),
                                new BigDecimal(4_000 + random.nextInt(60_000)).movePointLeft(2),
                                chart.today().plusDays(random.nextInt(365) - 90),
                                pick(List.of(Funding.values()))));
        }
    }

    private void assessment() {
        var type = pick(List.of(
                SocialCareAssessmentType.CN,
                SocialCareAssessmentType.OT,
                SocialCareAssessmentType.RA,
                SocialCareAssessmentType.SA));
        int daysAgo = 30 + random.nextInt(600);
        var accepted = Assessment.accepted(type, type.display(), chart.day(-daysAgo), team());
        switch (random.nextInt(6)) {
            case 0 -> assessments.add(accepted);
            case 1 -> assessments.booked(accepted, chart.today().plusDays(1 + random.nextInt(20)));
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
                                pick(List.of(SocialCareAssessmentOutcome.values())))
                        .by(pick(WORKERS)));
        }
    }

    /** As some always are, in any living system. */
    private void oddAssessment() {
        var accepted = Assessment.accepted(
                SocialCareAssessmentType.CN, "Care Act needs assessment", chart.day(-5 - random.nextInt(90)), team());
        switch (random.nextInt(3)) {
            case 0 -> assessments.withoutStatus(accepted);
            case 1 -> assessments.withoutWords(accepted);
            default -> assessments.ofAnotherKind(accepted, "SENS", "Sensory impairment assessment");
        }
    }

    private void relative() {
        relations.add(
                pick(List.of(Relation.DAU, Relation.SON, Relation.NBOR)),
                pick(RELATIVES),
                "07700 900%03d".formatted(random.nextInt(1_000)),
                chart.day(-100 - random.nextInt(900)),
                Role.of(pick(List.of(
                        SocialCareSupportRole.NOK,
                        SocialCareSupportRole.CAR,
                        SocialCareSupportRole.EC,
                        SocialCareSupportRole.HM))));
    }

    private void worker() {
        int daysAgo = 10 + random.nextInt(400);
        teams.allocated(
                team(),
                pick(WORKERS),
                "social worker",
                chart.day(-daysAgo),
                oneIn(4) ? chart.day(-random.nextInt(daysAgo)) : null);
    }

    private void caringForAnother() {
        assessments.add(Assessment.accepted(
                SocialCareAssessmentType.CA, "Carer's assessment", chart.day(-3 - random.nextInt(40)), Team.CARERS));
        packages.add(Service.active(
                SocialCareServiceType.C_SS,
                SocialCareServiceCategory.CS_SIPC,
                "Sitting service",
                pick(PROVIDERS),
                chart.day(-200)));
        relations.add(
                Relation.MTH,
                pick(RELATIVES),
                "07700 900%03d".formatted(random.nextInt(1_000)),
                chart.day(-300),
                Role.of(SocialCareSupportRole.CF));
    }

    private Team team() {
        return Team.socialWork(chart.person());
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
