package care.weft.gateway.journey.canary;

import care.weft.stubs.population.Canaries;
import care.weft.stubs.population.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/**
 * Finds every mark in the text of a response, wherever it stands, and whose node that is. No tree is made: the parser is asked only
 * where the nodes begin and end.
 */
final class Scan {

    /** A word; or the value of a field that names somebody or one of their records; or what came of asking a partner. */
    private static final Pattern MARK = Pattern.compile("(" + Canaries.PATTERN.pattern()
            + ")|\"(?:id|recordId|localId|nhsNumber|askedFor)\":\\s*+\"([^\"]++)\"|\"outcome\":\\s*+\"([A-Z_]++)\"");

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Marks marks;

    Scan(Marks marks) {
        this.marks = marks;
    }

    /**
     * What was found in one response.
     *
     * @param foreign marks that stand where they must not
     */
    record Found(List<PersonAnswer> answers, List<Foreign> foreign) {}

    /** A mark of somebody else's, or outside every person's node. */
    record Foreign(String mark, Person owner, String where) {}

    /**
     * Scans a whole response.
     *
     * @param expected who is to stand under each alias
     */
    Found of(String response, Map<String, List<Person>> expected) {
        var answers = answers(response, expected);
        var foreign = new ArrayList<Foreign>();
        int next = 0;
        var found = MARK.matcher(response);
        while (found.find()) {
            int at = found.start();
            while (next < answers.size() && answers.get(next).endsBefore(at)) {
                next++;
            }
            var answer = next < answers.size() && answers.get(next).beginsBefore(at) ? answers.get(next) : null;
            if (found.group(3) != null) {
                if (answer != null) {
                    answer.outcome(found.group(3));
                }
                continue;
            }
            boolean word = found.group(1) != null;
            var mark = word ? found.group(1) : found.group(2);
            var owner = marks.owner(mark);
            if (owner != null && !isOwn(answer, owner)) {
                foreign.add(new Foreign(mark, owner, answer == null ? "outside all people" : answer.at(at)));
            } else if (owner != null && answer != null) {
                answer.mark(at, word);
            }
        }
        return new Found(answers, foreign);
    }

    private static boolean isOwn(@Nullable PersonAnswer answer, Person owner) {
        return answer != null && answer.person().equals(owner);
    }

    private static List<PersonAnswer> answers(String response, Map<String, List<Person>> expected) {
        var answers = new ArrayList<PersonAnswer>();
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

    private static void under(JsonParser parser, String alias, List<Person> people, List<PersonAnswer> answers) {
        if (parser.nextToken() == JsonToken.START_ARRAY) {
            for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
                node(parser, alias + "[" + i + "]", people.get(i), answers);
            }
        } else {
            node(parser, alias, people.getFirst(), answers);
        }
    }

    private static void node(JsonParser parser, String where, Person person, List<PersonAnswer> answers) {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            return;
        }
        var answer = new PersonAnswer(person, where, at(parser));
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            var name = parser.currentName();
            boolean section = parser.nextToken() == JsonToken.START_OBJECT;
            int begin = at(parser);
            parser.skipChildren();
            if (section) {
                answer.section(name, begin, at(parser));
            }
        }
        answer.end(at(parser));
        answers.add(answer);
    }

    /** Where the current token begins. */
    private static int at(JsonParser parser) {
        return (int) parser.currentTokenLocation().getCharOffset();
    }
}
