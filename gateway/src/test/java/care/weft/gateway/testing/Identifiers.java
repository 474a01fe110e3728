package care.weft.gateway.testing;

import care.weft.spi.model.NhsNumber;
import care.weft.stubs.population.Person;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What tells who somebody of the population is, or is a word of their record; found in a text in one pass. */
public final class Identifiers {

    /** Shorter ones cannot be told from a word. */
    private static final int SHORTEST = 5;

    /** Later ones are days on which something may have happened. */
    private static final int LATEST_YEAR_OF_BIRTH = 2008;

    /** Family names that software has as words, too: looked for with the given name alone. */
    private static final Set<String> WORDS_TOO = Set.of("Grant");

    private static final Pattern NUMBER = Pattern.compile("[0-9]{3}[ -]?[0-9]{3}[ -]?[0-9]{4}");

    private record Identifier(String text, String kind) {}

    private final Map<String, List<Identifier>> byFirstWord = new HashMap<>();

    public Identifiers(List<Person> people) {
        people.forEach(this::add);
    }

    private void add(Person person) {
        add(person.canary(), "word of a record");
        if (!WORDS_TOO.contains(person.name().family())) {
            add(person.name().family(), "family name");
        }
        add(person.name().given() + " " + person.name().family(), "name");
        add(person.address().line(), "address");
        add(person.address().postcode(), "postcode");
        add(person.address().postcode().replace(" ", ""), "postcode");
        add(person.phone(), "telephone number");
        if (person.birthDate().getYear() <= LATEST_YEAR_OF_BIRTH) {
            add(person.birthDate().toString(), "birth date");
        }
    }

    private void add(String text, String kind) {
        if (text.length() >= SHORTEST) {
            byFirstWord
                    .computeIfAbsent(text.substring(0, end(text, 0)), _ -> new ArrayList<>())
                    .add(new Identifier(text, kind));
        }
    }

    /** The kinds of what is in a text, never what it is: NHS numbers of whomever, the rest of the population alone. */
    public Set<String> in(String text) {
        Set<String> found = Set.of();
        for (int at = 0; at < text.length(); ) {
            int end = end(text, at);
            if (end == at) {
                at++;
                continue;
            }
            var kind = Character.isDigit(text.charAt(at)) && isNhsNumber(text, at) ? "NHS number" : at(text, at, end);
            if (kind != null) {
                found = found.isEmpty() ? new TreeSet<>() : found;
                found.add(kind);
            }
            at = end;
        }
        return found;
    }

    private @Nullable String at(String text, int at, int end) {
        for (var identifier : byFirstWord.getOrDefault(text.substring(at, end), List.of())) {
            int after = at + identifier.text().length();
            if (text.startsWith(identifier.text(), at) && end(text, after) == after) {
                return identifier.kind();
            }
        }
        return null;
    }

    /** In the range that is for tests, with or without spaces. */
    private static boolean isNhsNumber(String text, int at) {
        if (!text.startsWith("999", at)) {
            return false;
        }
        var number = NUMBER.matcher(text).region(at, text.length());
        return number.lookingAt()
                && end(text, number.end()) == number.end()
                && NhsNumber.parse(number.group().replaceAll("[ -]", "")).isPresent();
    }

    /** Where a word that begins there ends: at once when none does. */
    private static int end(String text, int at) {
        int end = at;
        while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
            end++;
        }
        return end;
    }
}
