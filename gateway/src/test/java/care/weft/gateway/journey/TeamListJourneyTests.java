package care.weft.gateway.journey;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import care.weft.stubs.gp.GpStub;
import care.weft.stubs.population.Canaries;
import care.weft.stubs.population.Person;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.MatchResult;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A team's list at five partners: what it costs each of them, and that nobody is mixed up with anybody. */
class TeamListJourneyTests extends Journey {

    private static final int BATCH = 30;
    private static final String WORTH = "totalCount { value } sources { partner { id } outcome }";
    private static final String LISTS = """
            nhsNumber demographics { value { name { display } } sources { partner { id } outcome } }
            appointments(from: "2026-03-10", first: 100) { nodes { title description } %1$s }
            assessments(first: 100) { nodes { title summary } %1$s } referrals { nodes { title } %1$s }
            carePackages { nodes { title } %1$s }""".formatted(WORTH);

    /** Thirty whom each partner knows for what they are, at twelve practices. */
    private static final List<Person> THIRTY = STUBS.population().people().stream()
            .filter(Person::ofTheCrowd)
            .filter(person -> !person.practice().ods().equals(GpStub.PRACTICE_WITHOUT_APPOINTMENTS))
            .limit(BATCH)
            .toList();

    @Test
    void thirtyPeopleCostEachPartnerWhatItsInterfaceForcesAndNoMore() {
        STUBS.partners().values().forEach(partner -> partner.delay(Duration.ofMillis(30)));

        var people = askForThirty();

        assertThat(people.size()).isEqualTo(BATCH);
        assertThat(STUBS.demographics().calls()).as("one trace each").isEqualTo(Map.of("Patient", BATCH));

        int atTheCouncil = answering(people, "carePackages", "council");
        assertThat(STUBS.council().calls())
                .as("one look-up each, and one search of each section for those whom it knows")
                .isEqualTo(Map.of(
                        "Patient",
                        BATCH,
                        "EpisodeOfCare",
                        atTheCouncil,
                        "ServiceRequest",
                        atTheCouncil,
                        "Task",
                        atTheCouncil));
        assertThat(STUBS.council().peakConcurrentCalls()).isLessThanOrEqualTo(8);

        int atTheTrust = answering(people, "referrals", "trust");
        assertThat(STUBS.trust().calls("Patient")).isEqualTo(BATCH);
        assertThat(STUBS.trust().calls("Appointment")).isEqualTo(atTheTrust);
        assertThat(STUBS.trust().calls("Observation")).isEqualTo(atTheTrust);
        assertThat(STUBS.trust().peakConcurrentCalls()).isLessThanOrEqualTo(8);

        int practices = (int) THIRTY.stream().map(Person::practice).distinct().count();
        assertThat(STUBS.gp().calls("$gpc.getstructuredrecord"))
                .as("for referrals and assessments in one")
                .isEqualTo(BATCH);
        assertThat(STUBS.gp().calls("Patient"))
                .as("for demographics and before appointments in one")
                .isEqualTo(BATCH);
        assertThat(STUBS.gp().calls("Appointment")).isLessThanOrEqualTo(BATCH);
        assertThat(STUBS.gp().calls("Device")).as("kept for a day").isLessThanOrEqualTo(3 * practices);
        assertThat(STUBS.gp().calls("Endpoint")).isEqualTo(STUBS.gp().calls("Device"));

        assertThat(STUBS.mentalHealth().calls("MHS001MPI"))
                .as("one look-up each")
                .isEqualTo(BATCH);
        int atMentalHealth = answering(people, "appointments", "mental-health");
        assertThat(STUBS.mentalHealth().calls("MHS201CareContact"))
                .as("one has two pages of contacts")
                .isBetween(atMentalHealth, atMentalHealth + 1);
        assertThat(STUBS.mentalHealth().calls("MHS102ServiceTypeReferredTo"))
                .as("for contacts and referrals in one")
                .isEqualTo(atMentalHealth);
        assertThat(STUBS.mentalHealth().peakConcurrentCalls()).isLessThanOrEqualTo(6);
    }

    @Test
    void whatSeveralSectionsNeedOfAPartnerIsAskedForOnce() {
        var people = ask(
                        "mdt",
                        """
                        query($n: [NhsNumber!]!) { people(nhsNumbers: $n) {
                          relationships { nodes { name } sources { partner { id } outcome } } involvements { totalCount { value } }
                          carePackages { %1$s } } }""".formatted(WORTH),
                        Map.of("n", THIRTY.stream().map(FrontDoor::number).toList()))
                .data()
                .path("people");

        assertThat(STUBS.trust().calls("Patient"))
                .as("who is found has stated whom to turn to")
                .isEqualTo(BATCH);
        assertThat(STUBS.mentalHealth().calls("MHS006MHCareCoord"))
                .as("for care plans and involvements in one")
                .isEqualTo(answering(people, "carePackages", "mental-health"));
    }

    @Test
    void practicesAreFoundOnceADay() {
        askForThirty();
        STUBS.reset();

        askForThirty();

        assertThat(STUBS.gp().calls("Device")).isZero();
        assertThat(STUBS.gp().calls("Endpoint")).isZero();
    }

    /** The stub lets two seconds' worth through at once, and refuses what is more: asked without a pace, it would refuse some of these. */
    @Test
    void theRegisterIsNeverAskedFasterThanItAllows() {
        var fifty = STUBS.population().people().stream()
                .filter(Person::ofTheCrowd)
                .map(FrontDoor::number)
                .limit(50)
                .toList();

        var lists = Stream.generate(() -> sendAsync(post(
                                "query($n: [NhsNumber!]!) { people(nhsNumbers: $n) { neighbourhood { id } } }",
                                Map.of("n", fifty))
                        // Else three lists of the same people would be one trace each.
                        .header("Cache-Control", "no-cache")
                        .header(
                                "Authorization",
                                "Bearer " + STUBS.identityProvider().token("mdt"))))
                .limit(3)
                .toList();

        assertThat(lists.stream()
                        .map(CompletableFuture::join)
                        .flatMap(answer -> answer.data().path("people").valueStream()))
                .hasSize(150)
                .noneMatch(person -> person.path("neighbourhood").isNull());
        assertThat(STUBS.demographics().calls()).isEqualTo(Map.of("Patient", 150));
    }

    @Test
    void nobodyIsShownAnythingOfAnybodyElse() {
        var people = STUBS.population().people().stream()
                .filter(person -> person.nhsNumber() != null)
                .toList();
        int shown = 0;

        for (int from = 0; from < people.size(); from += BATCH) {
            var batch = people.subList(from, Math.min(from + BATCH, people.size()));
            for (var part : List.of(
                    LISTS,
                    "nhsNumber relationships { nodes { name relation { display } } } involvements { nodes { team role practitioner { name } } }")) {
                var answer = ask(
                        "mdt",
                        "query($n: [NhsNumber!]!) { people(nhsNumbers: $n) { " + part + " } }",
                        Map.of("n", batch.stream().map(FrontDoor::number).toList()));
                var answers = answer.body().path("data").path("people");
                assertThat(answers.size()).isEqualTo(batch.size());
                for (int i = 0; i < batch.size(); i++) {
                    var found = Canaries.PATTERN
                            .matcher(answers.path(i).toString())
                            .results()
                            .map(MatchResult::group)
                            .collect(toSet());
                    assertThat(found)
                            .as(batch.get(i).key())
                            .isSubsetOf(batch.get(i).canary());
                    shown += found.size();
                }
            }
        }

        assertThat(shown).isGreaterThan(people.size());
    }

    private JsonNode askForThirty() {
        return ask(
                        "mdt",
                        "query($n: [NhsNumber!]!) { people(nhsNumbers: $n) { " + LISTS + " } }",
                        Map.of("n", THIRTY.stream().map(FrontDoor::number).toList()))
                .data()
                .path("people");
    }

    private static int answering(JsonNode people, String list, String partner) {
        return (int) people.valueStream()
                .filter(person -> !outcome(person.path(list), partner).equals("NO_RECORD"))
                .filter(person -> !outcome(person.path(list), partner).equals("NOT_LINKED"))
                .count();
    }
}
