package care.weft.trust;

import care.weft.fhir.Element;
import care.weft.spi.model.Coding;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The first of several things that a record may say in words. */
final class Words {

    private Words() {}

    /** A code such as a status, in lower case; empty when there is none. */
    static String code(Element element, String name) {
        return Objects.requireNonNullElse(element.text(name), "").toLowerCase(Locale.ROOT);
    }

    /** The first concept of the first of these fields that has one. */
    static @Nullable Coding firstCoding(Element element, String... fields) {
        for (var field : fields) {
            var coding = element.coding(field);
            if (coding != null) {
                return coding;
            }
        }
        return null;
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
