package care.weft.gp;

import care.weft.fhir.Element;
import care.weft.spi.model.Coding;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a record says in words. */
final class Words {

    private Words() {}

    /** A code such as a status, in lower case; empty when there is none. */
    static String code(Element element, String name) {
        return Objects.requireNonNullElse(element.text(name), "").toLowerCase(Locale.ROOT);
    }

    static @Nullable String display(@Nullable Coding coding) {
        return coding == null ? null : coding.display();
    }

    /** The first that is there, else these words. */
    static String firstOf(String otherwise, @Nullable String... words) {
        for (var word : words) {
            if (word != null) {
                return word;
            }
        }
        return otherwise;
    }
}
