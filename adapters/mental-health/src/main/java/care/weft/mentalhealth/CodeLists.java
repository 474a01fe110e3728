package care.weft.mentalhealth;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** What the codes of the data set mean, by field, from {@code codes.txt}. */
final class CodeLists {

    private static final Map<String, String> WORDS = read();

    private CodeLists() {}

    /** Has the list read now: the first code may come on a thread that must not wait for a file. */
    static void load() {}

    /** The words for a code; the code itself where the list does not have it. */
    static String words(String field, String code) {
        return Objects.requireNonNull(WORDS.getOrDefault(field + " " + code, code));
    }

    private static Map<String, String> read() {
        var words = new HashMap<String, String>();
        var field = "";
        for (var line : Lines.of("codes.txt")) {
            if (line.startsWith(" ")) {
                var parts = line.strip().split(" ", 2);
                words.put(field + " " + parts[0], parts[1]);
            } else {
                field = line;
            }
        }
        return Map.copyOf(words);
    }
}
