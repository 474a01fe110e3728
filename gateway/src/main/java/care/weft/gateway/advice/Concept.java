package care.weft.gateway.advice;

import care.weft.spi.model.Coding;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a partner writes for a kind of assessment: {@code system|code}, the address of a questionnaire, or words that are the whole
 * of a display or a title; each perhaps followed by {@code & word}, for one whose title has that word too.
 *
 * @param name in lower case
 * @param word that the title must have, in lower case; empty for none
 */
record Concept(String name, String word) {

    private static final String ADDRESSES = "urn:ietf:rfc:3986";

    static Concept of(String written) {
        int more = written.lastIndexOf(" & ");
        return more < 0
                ? new Concept(plain(written), "")
                : new Concept(plain(written.substring(0, more)), plain(written.substring(more + 3)));
    }

    /** The names that a coding has by its code: none without both system and code. The version of an address does not count. */
    static List<String> coded(Coding coding) {
        var system = coding.system();
        var code = coding.code();
        if (system == null || code == null) {
            return List.of();
        }
        var names = new ArrayList<>(List.of(plain(system + "|" + code)));
        if (system.equals(ADDRESSES)) {
            names.add(plain(code));
            int version = code.indexOf('|');
            if (version > 0) {
                names.add(plain(code.substring(0, version)));
            }
        }
        return List.copyOf(names);
    }

    static String plain(String words) {
        return words.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }

    /** Whether these words, in lower case, have the one that is asked for. */
    boolean isWithin(String title) {
        return word.isEmpty() || (" " + title.replaceAll("[^\\p{L}\\p{N}]+", " ") + " ").contains(" " + word + " ");
    }
}
