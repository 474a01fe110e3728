package care.weft.gateway.journey.canary;

import care.weft.stubs.population.Person;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Thinks of questions as users of a neighbourhood team ask them, each at random. */
final class Questions {

    private static final int MOST_PEOPLE = 30;
    private static final int FEWEST_PEOPLE = 10;
    private static final Pattern NEXT = Pattern.compile("\"hasNextPage\":true,\"endCursor\":\"([^\"]+)\"");

    private final List<Person> people;
    private final Map<Person, List<LocalId>> localIds;

    /**
     * Questions about these people, all of whom have NHS numbers.
     *
     * @param localIds under which ids partners know them
     */
    Questions(List<Person> people, Map<Person, List<LocalId>> localIds) {
        this.people = people;
        this.localIds = localIds;
    }

    /** A partner's own id of a person. */
    record LocalId(String partner, String id) {}

    /** What the demo user of this login asks next. */
    Question next(String caller, SplittableRandom random) {
        int choice = random.nextInt(100);
        if (choice < 38) {
            return lists(caller, 1, random);
        }
        if (choice < 60) {
            return lists(caller, 2, random);
        }
        if (choice < 78) {
            return several(caller, random);
        }
        if (choice < 86) {
            return of(caller, someone(random), Selections.some(random), random);
        }
        if (choice < 93) {
            return whole(caller, someone(random));
        }
        return choice < 97 ? page(caller, someone(random), null) : byRecord(caller, someone(random), random);
    }

    /** What somebody asks about their own record, or, which is refused, about somebody else's. */
    Question ofOneself(Person oneself, SplittableRandom random) {
        return switch (random.nextInt(10)) {
            case 0 ->
                new Question(
                        "person",
                        "query($n: NhsNumber!, $m: NhsNumber!) { a: person(nhsNumber: $n) {" + Selections.some(random)
                                + "} b: person(nhsNumber: $m) { id " + Selections.some(random) + "} }",
                        Map.of("n", number(oneself), "m", number(someone(random))),
                        Map.of("a", List.of(oneself), "b", List.of(oneself)),
                        false);
            case 1, 2 -> whole("person", oneself);
            case 3 ->
                new Question(
                        "person",
                        "{ me { person {" + Selections.some(random) + "} } }",
                        Map.of(),
                        Map.of("me", List.of(oneself)),
                        false);
            default -> of("person", oneself, Selections.some(random), random);
        };
    }

    static Question whole(String caller, Person person) {
        return new Question(
                caller,
                "query($n: NhsNumber!) { a: person(nhsNumber: $n) { " + Selections.WHOLE + " } }",
                Map.of("n", number(person)),
                Map.of("a", List.of(person)),
                true);
    }

    /** The page after the one that was answered, if there is one. */
    @Nullable
    Question following(Question question, String response) {
        if (!question.document().contains("$after")) {
            return null;
        }
        var next = NEXT.matcher(response);
        return next.find()
                ? page(
                        question.caller(),
                        Objects.requireNonNull(question.expected().get("a")).getFirst(),
                        next.group(1))
                : null;
    }

    private static Question page(String caller, Person person, @Nullable String after) {
        var variables = new HashMap<String, Object>();
        variables.put("n", number(person));
        if (after != null) {
            variables.put("after", after);
        }
        return new Question(
                caller,
                "query($n: NhsNumber!, $after: String) { a: person(nhsNumber: $n) { id " + Selections.PAGE + " } }",
                variables,
                Map.of("a", List.of(person)),
                false);
    }

    private static Question of(String caller, Person person, String selection, SplittableRandom random) {
        var number =
                person.formerNhsNumber() != null && random.nextBoolean() ? person.formerNhsNumber() : number(person);
        return new Question(
                caller,
                "query($n: NhsNumber!) { a: person(nhsNumber: $n) {" + selection + "} }",
                Map.of("n", number),
                Map.of("a", List.of(person)),
                false);
    }

    /** The same people under each alias, in different orders, some of them twice, and other things asked of them. */
    private Question lists(String caller, int aliases, SplittableRandom random) {
        var some = new ArrayList<Person>();
        int many = random.nextInt(FEWEST_PEOPLE, MOST_PEOPLE + 1);
        for (int i = 0; i < many; i++) {
            some.add(random.nextInt(6) == 0 && i > 0 ? some.get(random.nextInt(i)) : someone(random));
        }
        var declared = new ArrayList<String>();
        var asked = new StringBuilder();
        var variables = new LinkedHashMap<String, Object>();
        var expected = new LinkedHashMap<String, List<Person>>();
        for (int i = 0; i < aliases; i++) {
            var alias = "l" + i;
            Collections.shuffle(some, java.util.Random.from(random));
            declared.add("$" + alias + ": [NhsNumber!]!");
            asked.append(alias + ": people(nhsNumbers: $" + alias + ") {" + Selections.some(random) + "} ");
            variables.put(alias, some.stream().map(Questions::number).toList());
            expected.put(alias, List.copyOf(some));
        }
        return new Question(
                caller, "query(" + String.join(", ", declared) + ") { " + asked + "}", variables, expected, false);
    }

    /** Two people under several aliases, and something else asked under each. */
    private Question several(String caller, SplittableRandom random) {
        var two = List.of(someone(random), someone(random));
        var asked = new StringBuilder();
        var expected = new LinkedHashMap<String, List<Person>>();
        int aliases = random.nextInt(3, 7);
        for (int i = 0; i < aliases; i++) {
            int which = random.nextInt(2);
            asked.append("p" + i + ": person(nhsNumber: $n" + which + ") {" + Selections.some(random) + "} ");
            expected.put("p" + i, List.of(two.get(which)));
        }
        return new Question(
                caller,
                "query($n0: NhsNumber!, $n1: NhsNumber!) { " + asked + "same: person(nhsNumber: $n0) { id nhsNumber } "
                        + "other: person(nhsNumber: $n1) { id nhsNumber } }",
                Map.of("n0", number(two.get(0)), "n1", number(two.get(1))),
                with(expected, two),
                false);
    }

    private static Map<String, List<Person>> with(Map<String, List<Person>> expected, List<Person> two) {
        expected.put("same", List.of(two.get(0)));
        expected.put("other", List.of(two.get(1)));
        return expected;
    }

    private Question byRecord(String caller, Person person, SplittableRandom random) {
        var ids = localIds.getOrDefault(person, List.of());
        if (ids.isEmpty()) {
            return whole(caller, person);
        }
        var id = ids.get(random.nextInt(ids.size()));
        return new Question(
                caller,
                "query($p: ID!, $i: String!) { a: personByRecord(partner: $p, localId: $i) {" + Selections.some(random)
                        + "} }",
                Map.of("p", id.partner(), "i", id.id()),
                Map.of("a", List.of(person)),
                false);
    }

    private Person someone(SplittableRandom random) {
        return people.get(random.nextInt(people.size()));
    }

    private static String number(Person person) {
        return Objects.requireNonNull(person.nhsNumber());
    }
}
