package care.weft.fhir;

import care.weft.spi.model.Coding;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a record says in words, and which of several things that it may say comes first. */
public final class Words {

    private Words() {}

    /** A code such as a status, in lower case; empty when there is none. */
    public static String code(Element element, String name) {
        return Objects.requireNonNullElse(element.text(name), "").toLowerCase(Locale.ROOT);
    }

    /** The first concept of the first of these fields that has one. */
    public static @Nullable Coding firstCoding(Element element, String... fields) {
        for (var field : fields) {
            var coding = element.coding(field);
            if (coding != null) {
                return coding;
            }
        }
        return null;
    }

    /**
     * A concept under its own text, where it has one: partners say there what their few codes leave open, such as what a
     * power of attorney is for.
     */
    public static @Nullable Coding worded(Element concept) {
        var coding = concept.coding();
        var text = concept.text("text");
        return coding == null || text == null ? coding : new Coding(coding.system(), coding.code(), text);
    }

    /** The same of the first readable concept of this name. */
    public static @Nullable Coding worded(Element element, String name) {
        return element.each(name).stream()
                .map(Words::worded)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    public static @Nullable String display(@Nullable Coding coding) {
        return coding == null ? null : coding.display();
    }

    /** The first that is there, else these words. */
    public static String firstOf(String otherwise, @Nullable String... words) {
        for (var word : words) {
            if (word != null) {
                return word;
            }
        }
        return otherwise;
    }

    /** The first, else the second, which may not be there either. */
    public static <T> @Nullable T either(@Nullable T first, @Nullable T second) {
        return first == null ? second : first;
    }
}
