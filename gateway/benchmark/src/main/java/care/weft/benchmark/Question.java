package care.weft.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/**
 * A body to post, and what came back to it the first time. Every later answer must be the same: another person's record in it
 * would show. So the example operations leave out what the time of day changes, such as when a record was read or who is to be
 * seen next.
 */
record Question(String body, String expected) {

    private static final int LISTS = 8;
    private static final String ONE_PERSON = document("one-person");
    private static final String ONE_PERSON_LABELLED = document("one-person-labelled");
    private static final String SEVERAL_PEOPLE = document("several-people");

    /** The body that asks for one person's joined view. */
    static String onePerson(String nhsNumber) {
        return body(ONE_PERSON, Map.of("nhsNumber", nhsNumber));
    }

    /** The body that asks for one person, with all records and what came of asking each partner. */
    static String onePersonLabelled(String nhsNumber) {
        return body(ONE_PERSON_LABELLED, Map.of("nhsNumber", nhsNumber));
    }

    /** The body that asks for a team's list. */
    static String severalPeople(List<String> nhsNumbers) {
        return body(SEVERAL_PEOPLE, Map.of("nhsNumbers", nhsNumbers));
    }

    /** A few lists of that size that hold everyone: the bodies that ask for them. */
    static Stream<String> lists(List<String> people, int size) {
        return IntStream.range(0, LISTS)
                .map(list -> list * people.size() / LISTS)
                .mapToObj(first -> severalPeople(IntStream.range(first, first + size)
                        .mapToObj(place -> people.get(place % people.size()))
                        .distinct()
                        .toList()));
    }

    /** Asked for the first time. */
    static Question asked(Front front, String body) {
        return new Question(body, front.ask(body));
    }

    /** Shown without an error, and twice the same: not the children, nor those on several pages, whose addresses change. */
    static boolean isSteady(Front front, String body) {
        var answer = front.ask(body);
        return answer.startsWith("{") && !answer.contains("\"errors\"") && answer.equals(front.ask(body));
    }

    private static String body(String document, Map<String, Object> variables) {
        return JsonMapper.shared().writeValueAsString(Map.of("query", document, "variables", variables));
    }

    /** An example operation of the schema, or one of the benchmark's own. */
    static String document(String name) {
        var path = "/operations/" + name + ".graphql";
        try (var document = Objects.requireNonNull(Question.class.getResourceAsStream(path), path)) {
            return new String(document.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
