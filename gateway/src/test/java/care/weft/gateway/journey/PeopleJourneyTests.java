package care.weft.gateway.journey;

import static org.assertj.core.api.Assertions.assertThat;

import care.weft.stubs.population.Person;
import care.weft.stubs.population.SpecialPerson;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A team's list. */
class PeopleJourneyTests extends TrustJourney {

    /** Declared by the trust adapter's profile. */
    private static final int MOST_CALLS_AT_ONCE = 8;

    private static final String EVERYTHING = """
            id nhsNumber
            demographics { value { name { display } birthDate { date } } completeness }
            timeline(first: 100) { nodes { id title when state } totalCount { value atLeast } completeness }""";

    @Test
    void thirtyPeopleUnderTwoAliasesMakeOneSetOfReadsAndEachAliasItsOwnRange() {
        var today = StoryClock.TODAY;
        var numbers = thirty();
        STUBS.trust().delay(Duration.ofMillis(20));

        var data =
                ask("mdt", """
                query($n: [NhsNumber!]!, $today: Date!) {
                  past: people(nhsNumbers: $n) { nhsNumber appointments(to: $today, first: 100) { nodes { startsAt } } }
                  future: people(nhsNumbers: $n) { nhsNumber appointments(from: $today, first: 100) { nodes { startsAt } } }
                }""", Map.of("n", numbers, "today", today.toString())).data();

        assertThat(STUBS.trust().calls("Patient")).as("one look-up each").isEqualTo(30);
        var known = people(data.path("past")).stream()
                .filter(person -> person.path("appointments").path("nodes").isArray())
                .count();
        assertThat(known).isEqualTo(30);
        assertThat(STUBS.trust().calls("Appointment"))
                .as("one read for each known")
                .isLessThanOrEqualTo(30);
        assertThat(STUBS.trust().peakConcurrentCalls()).isLessThanOrEqualTo(MOST_CALLS_AT_ONCE);
        assertThat(days(data.path("past")))
                .isNotEmpty()
                .allSatisfy(day -> assertThat(day).isBeforeOrEqualTo(today));
        assertThat(days(data.path("future")))
                .isNotEmpty()
                .allSatisfy(day -> assertThat(day).isAfterOrEqualTo(today));
    }

    @Test
    void orderIsKeptAndANumberMayBeAskedTwice() {
        var numbers = new ArrayList<>(thirty().subList(0, 5));
        numbers.add(numbers.getFirst());
        Collections.reverse(numbers);

        var people = ask(
                        "gp", "query($n: [NhsNumber!]!) { people(nhsNumbers: $n) { nhsNumber } }", Map.of("n", numbers))
                .data()
                .path("people");

        assertThat(OnePersonJourneyTests.values(people, "nhsNumber")).containsExactlyElementsOf(numbers);
        assertThat(STUBS.trust().calls("Patient")).isEqualTo(5);
    }

    @Test
    void moreThanFiftyAreRefusedBeforeAnyPartnerIsAsked() {
        var answer = ask(
                "gp",
                "query($n: [NhsNumber!]!) { people(nhsNumbers: $n) { nhsNumber } }",
                Map.of("n", Collections.nCopies(51, thirty().getFirst())));

        assertThat(answer.errorCode()).isEqualTo("TOO_MANY_PEOPLE");
        assertThat(answer.error().path("message").asString())
                .isEqualTo("Argument 'nhsNumbers' must hold at most 50 NHS numbers.");
        assertThat(STUBS.trust().calls()).isEmpty();
    }

    @Test
    void aliasesDoNotGetAroundTheLimit() {
        var numbers = everybody();
        assertThat(numbers).hasSizeGreaterThan(60);

        var answer = ask(
                "gp",
                "query($a: [NhsNumber!]!, $b: [NhsNumber!]!) { a: people(nhsNumbers: $a) { id } b: people(nhsNumbers: $b) { id } }",
                Map.of("a", numbers.subList(0, 40), "b", numbers.subList(40, 60)));

        assertThat(answer.body().path("errors").size()).isEqualTo(10);
        assertThat(answer.body()
                        .path("errors")
                        .path(0)
                        .path("extensions")
                        .path("code")
                        .asString())
                .isEqualTo("TOO_MANY_PEOPLE");
        assertThat(STUBS.trust().calls("Patient")).isEqualTo(50);
    }

    @Test
    void aRefusedPersonIsNullWithAnErrorOfTheirOwn() {
        var child = SpecialPerson.CHILD.nhsNumber();
        var adult = thirty().getFirst();

        var answer = ask(
                "gp",
                "query($n: [NhsNumber!]!) { people(nhsNumbers: $n) { nhsNumber } }",
                Map.of("n", List.of(adult, child, adult)));

        var people = answer.body().path("data").path("people");
        assertThat(people.path(0).path("nhsNumber").asString()).isEqualTo(adult);
        assertThat(people.path(1).isNull()).isTrue();
        assertThat(people.path(2).path("nhsNumber").asString()).isEqualTo(adult);
        assertThat(answer.errorCode()).isEqualTo("NOT_IN_SCOPE");
        assertThat(answer.error().path("path")).hasToString("[\"people\",1]");
    }

    @Test
    void everybodysAnswerIsTheSameAloneAndAmongThirty() {
        var numbers = thirty();
        var together = ask(
                        "gp",
                        "query($n: [NhsNumber!]!) { people(nhsNumbers: $n) { " + EVERYTHING + " } }",
                        Map.of("n", numbers))
                .data()
                .path("people");

        for (int i = 0; i < numbers.size(); i++) {
            var alone = ask(
                            "gp",
                            "query($n: NhsNumber!) { person(nhsNumber: $n) { " + EVERYTHING + " } }",
                            Map.of("n", numbers.get(i)))
                    .person();

            assertThat(together.path(i)).isEqualTo(alone);
        }
    }

    private static List<String> thirty() {
        return everybody().subList(0, 30);
    }

    /** Adults with a number, in the order of the population. */
    private static List<String> everybody() {
        Set<String> special = new HashSet<>();
        for (var one : SpecialPerson.values()) {
            special.add(one.nhsNumber());
        }
        return STUBS.population().people().stream()
                .map(Person::nhsNumber)
                .filter(number -> number != null && !special.contains(number))
                .collect(Collectors.toList());
    }

    private static List<JsonNode> people(JsonNode people) {
        var all = new ArrayList<JsonNode>();
        people.forEach(all::add);
        return all;
    }

    private static List<LocalDate> days(JsonNode people) {
        var days = new ArrayList<LocalDate>();
        people.forEach(person -> person.path("appointments")
                .path("nodes")
                .forEach(node -> days.add(
                        LocalDate.parse(node.path("startsAt").asString().substring(0, 10)))));
        return days;
    }
}
