package care.weft.gateway.access;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A team, service or ward, as an issuer or a partner names it.
 *
 * @param code null when not stated
 * @param name null when not stated
 */
public record Team(@Nullable String code, @Nullable String name) {

    private static final Pattern NUMBER = Pattern.compile("\\p{N}+");

    /** By one word of which it is not said whether it is a code or a name. */
    public static Team of(String word) {
        return new Team(word, word);
    }

    /**
     * Whether it is the same: by code, else by name. Letter case, spaces and punctuation do not count. Another code does not make it
     * another team, because partners state the kind of team as the code of its name.
     */
    public boolean is(Team other) {
        return same(code, other.code) || same(name, other.name);
    }

    private static boolean same(@Nullable String one, @Nullable String other) {
        if (one == null || other == null) {
            return false;
        }
        var plain = plain(one);
        return !plain.isEmpty() && plain.equals(plain(other)) && numbers(one).equals(numbers(other));
    }

    /** Ward 1-2 is not Ward 12. */
    private static List<String> numbers(String words) {
        return NUMBER.matcher(words).results().map(MatchResult::group).toList();
    }

    /** Letters and digits alone, in lower case. */
    public static String plain(String words) {
        return Normalizer.normalize(words, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]", "");
    }

    /** Its name, or its code where it has none. */
    public String words() {
        return name != null ? name : String.valueOf(code);
    }
}
