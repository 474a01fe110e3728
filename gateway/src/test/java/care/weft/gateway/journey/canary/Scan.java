package care.weft.gateway.journey.canary;

import care.weft.stubs.population.Canaries;
import care.weft.stubs.population.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/**
 * Finds every mark in the text of an answer, wherever it stands, and says whose node that is. No tree is made: the parser is asked only
 * where each person's node begins and ends.
 */
final class Scan {

    /** A word; or the value of a field that names somebody or one of their records; or what a partner's answer is worth. */
    private static final Pattern MARK = Pattern.compile("(" + Canaries.PATTERN.pattern()
            + ")|\"(?:id|recordId|localId|nhsNumber|askedFor)\":\"([^\"]++)\"|\"outcome\":\"([A-Z_]++)\"");

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Marks marks;

    Scan(Marks marks) {
        this.marks = marks;
    }

    /**
     * What was found in one response.
     *
     * @param answers one for each person's node that is not null
     * @param foreign the marks that stand where they must not
     */
    record Found(List<Answer> answers, List<Foreign> foreign) {}

    /** A mark that is somebody else's, or stands outside every person's node. */
    record Foreign(String mark, Person owner, String where) {}

    /** One person in one response. */
    static final class Answer {

        private final Person person;
        private final String where;
        private final int begin;
        private int end;
        private final List<Part> parts = new ArrayList<>();
        private final Set<String> marked = new TreeSet<>();
        private final Set<String> outcomes = new TreeSet<>();
        private int words;
        private int ids;

        private Answer(Person person, String where, int begin) {
            this.person = person;
            this.where = where;
            this.begin = begin;
        }

        Person person() {
            return person;
        }

        /** How often a word of the person's stands in it. */
        int words() {
            return words;
        }

        /** How often a number of the person's or an id of their records stands in it. */
        int ids() {
            return ids;
        }

        /** The sections in which a word or id stands. */
        Set<String> marked() {
            return marked;
        }

        /** All that partners were said to have answered. */
        Set<String> outcomes() {
            return outcomes;
        }

        String text(String response) {
            return response.substring(begin, end);
        }

        private String part(int at) {
            return parts.stream()
                    .filter(part -> part.begin <= at && at < part.end)
                    .map(Part::name)
                    .findFirst()
                    .orElse("");
        }
    }

    private record Part(String name, int begin, int end) {}

    /**
     * Scans a whole response.
     *
     * @param expected whose nodes stand under each alias; a node that nobody was expected in is somebody else's whatever is in it
     */
    Found of(String response, Map<String, List<Person>> expected) {
        var answers = answers(response, expected);
        var foreign = new ArrayList<Foreign>();
        int next = 0;
        var found = MARK.matcher(response);
        while (found.find()) {
            int at = found.start();
            while (next < answers.size() && answers.get(next).end <= at) {
                next++;
            }
            var answer = next < answers.size() && answers.get(next).begin <= at ? answers.get(next) : null;
            if (found.group(3) != null) {
                if (answer != null) {
                    answer.outcomes.add(found.group(3));
                }
                continue;
            }
            boolean word = found.group(1) != null;
            var mark = word ? found.group(1) : found.group(2);
            var owner = marks.owner(mark);
            if (owner != null) {
                take(answer, mark, owner, word, at, foreign);
            }
        }
        return new Found(answers, foreign);
    }

    private static void take(
            @Nullable Answer answer, String mark, Person owner, boolean word, int at, List<Foreign> foreign) {
        if (answer == null) {
            foreign.add(new Foreign(mark, owner, "outside all people"));
            return;
        }
        var part = answer.part(at);
        if (!owner.equals(answer.person)) {
            foreign.add(new Foreign(mark, owner, answer.where + " " + part));
            return;
        }
        if (!part.isEmpty()) {
            answer.marked.add(part);
        }
        if (word) {
            answer.words++;
        } else {
            answer.ids++;
        }
    }

    private static List<Answer> answers(String response, Map<String, List<Person>> expected) {
        var answers = new ArrayList<Answer>();
        try (var parser = JSON.createParser(response)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                boolean data = parser.currentName().equals("data");
                if (parser.nextToken() == JsonToken.START_OBJECT && data) {
                    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                        var alias = parser.currentName();
                        under(parser, alias, expected.getOrDefault(alias, List.of()), answers);
                    }
                } else {
                    parser.skipChildren();
                }
            }
        }
        return answers;
    }

    private static void under(JsonParser parser, String alias, List<Person> people, List<Answer> answers) {
        if (parser.nextToken() == JsonToken.START_ARRAY) {
            for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
                node(parser, alias + "[" + i + "]", people.get(i), answers);
            }
        } else {
            node(parser, alias, people.getFirst(), answers);
        }
    }

    private static void node(JsonParser parser, String where, Person person, List<Answer> answers) {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            return;
        }
        var answer = new Answer(person, where, at(parser));
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            var name = parser.currentName();
            parser.nextToken();
            int begin = at(parser);
            parser.skipChildren();
            // One section may stand there twice, under aliases that end in a digit.
            answer.parts.add(new Part(name.replaceFirst("\\d$", ""), begin, at(parser) + 1));
        }
        answer.end = at(parser) + 1;
        answers.add(answer);
    }

    /** Where the current token begins. */
    private static int at(JsonParser parser) {
        return (int) parser.currentTokenLocation().getCharOffset();
    }
}
