package care.weft.gateway.journey.canary;

import care.weft.stubs.population.Person;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Thinks of questions, at random. All of it may be used by many threads, each with a randomness of its own. */
final class Questions {

    /** Those who may read the same of everybody. */
    private static final List<String> STAFF = List.of("gp", "nurse", "social-worker", "mental-health", "mdt");

    private static final int FEWEST_PEOPLE = 10;
    private static final int MOST_PEOPLE = 30;

    private static final String PAGE =
            "query($n: NhsNumber!, $after: String) { a: person(nhsNumber: $n) { " + Selections.PAGE + " } }";
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

    /** What someone asks who looks at one person or two at a time. */
    Question few(String caller, SplittableRandom random) {
        int choice = random.nextInt(100);
        if (choice < 55) {
            return two(caller, random);
        }
        if (choice < 80) {
            return one(caller, someone(random), Selections.of(Selections.section(random), random), random);
        }
        if (choice < 85) {
            return whole(someone(random));
        }
        return choice < 93 ? page(caller, someone(random), null) : byRecord(caller, someone(random), random);
    }

    /** What somebody asks about their own record, or, which is refused, about somebody else's. */
    Question ofOneself(Person oneself, SplittableRandom random) {
        var selection = Selections.of(Selections.section(random), random);
        var own = List.of(oneself);
        return switch (random.nextInt(4)) {
            case 0 ->
                new Question(
                        "person",
                        "query($n: NhsNumber!, $m: NhsNumber!) { a: person(nhsNumber: $n) {" + selection
                                + "} b: person(nhsNumber: $m) {" + selection + "} }",
                        Map.of("n", number(oneself), "m", number(someone(random))),
                        Map.of("a", own, "b", own));
            case 1 -> new Question("person", "{ me { person {" + selection + "} } }", Map.of(), Map.of("me", own));
            default -> one("person", oneself, selection, random);
        };
    }

    /** Everything of one person, always asked by the same user. */
    static Question whole(Person person) {
        return new Question(
                STAFF.get(person.position() % STAFF.size()),
                "query($n: NhsNumber!) { a: person(nhsNumber: $n) { " + Selections.WHOLE + " } }",
                Map.of("n", number(person)),
                Map.of("a", List.of(person)),
                person);
    }

    /** A team's list under four aliases: the same people in different orders, some of them twice, and of each alias other things. */
    Question lists(String caller, SplittableRandom random) {
        var some = new ArrayList<Person>();
        int many = random.nextInt(FEWEST_PEOPLE, MOST_PEOPLE + 1);
        for (int i = 0; i < many; i++) {
            some.add(random.nextInt(6) == 0 && i > 0 ? some.get(random.nextInt(i)) : someone(random));
        }
        var declared = new ArrayList<String>();
        var asked = new StringBuilder();
        var variables = new LinkedHashMap<String, Object>();
        var expected = new LinkedHashMap<String, List<Person>>();
        var sections = List.of(Selections.section(random), Selections.section(random));
        for (int i = 0; i < 4; i++) {
            var alias = "l" + i;
            Collections.shuffle(some, Random.from(random));
            declared.add("$" + alias + ": [NhsNumber!]!");
            asked.append(alias + ": people(nhsNumbers: $" + alias + ") {" + Selections.of(sections.get(i % 2), random)
                    + "} ");
            variables.put(alias, some.stream().map(Questions::number).toList());
            expected.put(alias, List.copyOf(some));
        }
        return new Question(caller, "query(" + String.join(", ", declared) + ") { " + asked + "}", variables, expected);
    }

    /** Two people under several aliases. */
    private Question two(String caller, SplittableRandom random) {
        var two = List.of(someone(random), someone(random));
        var sections = List.of(Selections.section(random), Selections.section(random));
        var asked = new StringBuilder();
        var expected = new LinkedHashMap<String, List<Person>>();
        int aliases = random.nextInt(3, 8);
        for (int i = 0; i < aliases; i++) {
            int which = random.nextInt(2);
            var selection = Selections.of(sections.get(random.nextInt(2)), random);
            asked.append("p" + i + ": person(nhsNumber: $n" + which + ") {" + selection + "} ");
            expected.put("p" + i, List.of(two.get(which)));
        }
        expected.put("one", List.of(two.getFirst()));
        expected.put("other", List.of(two.getLast()));
        return new Question(
                caller,
                "query($n0: NhsNumber!, $n1: NhsNumber!) { " + asked
                        + "one: person(nhsNumber: $n0) { id } other: person(nhsNumber: $n1) { id } }",
                Map.of("n0", number(two.getFirst()), "n1", number(two.getLast())),
                expected);
    }

    private static Question one(String caller, Person person, String selection, SplittableRandom random) {
        var former = person.formerNhsNumber();
        return new Question(
                caller,
                "query($n: NhsNumber!) { a: person(nhsNumber: $n) {" + selection + "} }",
                Map.of("n", former != null && random.nextBoolean() ? former : number(person)),
                Map.of("a", List.of(person)));
    }

    private Question byRecord(String caller, Person person, SplittableRandom random) {
        var ids = localIds.getOrDefault(person, List.of());
        if (ids.isEmpty()) {
            return whole(person);
        }
        var id = ids.get(random.nextInt(ids.size()));
        return new Question(
                caller,
                "query($p: ID!, $i: String!) { a: personByRecord(partner: $p, localId: $i) {"
                        + Selections.of(Selections.section(random), random) + "} }",
                Map.of("p", id.partner(), "i", id.id()),
                Map.of("a", List.of(person)));
    }

    /** The page after the one that was answered; null when there is none, or none was asked for. */
    static @Nullable Question following(Question question, String response) {
        var next = NEXT.matcher(response);
        return question.document().equals(PAGE) && next.find()
                ? page(
                        question.caller(),
                        question.expected().getOrDefault("a", List.of()).getFirst(),
                        next.group(1))
                : null;
    }

    private static Question page(String caller, Person person, @Nullable String after) {
        var variables = new HashMap<String, Object>(Map.of("n", number(person)));
        if (after != null) {
            variables.put("after", after);
        }
        return new Question(caller, PAGE, variables, Map.of("a", List.of(person)));
    }

    private Person someone(SplittableRandom random) {
        return people.get(random.nextInt(people.size()));
    }

    static String number(Person person) {
        return Objects.requireNonNull(person.nhsNumber());
    }
}
