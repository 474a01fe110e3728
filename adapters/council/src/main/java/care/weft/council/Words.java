package care.weft.council;

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

    /**
     * A concept under its own text, where it has one: councils say there what their few codes leave open, such as what a
     * power of attorney is for.
     */
    static @Nullable Coding worded(Element concept) {
        var coding = concept.coding();
        var text = concept.text("text");
        return coding == null || text == null ? coding : new Coding(coding.system(), coding.code(), text);
    }

    /** The same of the first readable concept of this name. */
    static @Nullable Coding worded(Element element, String name) {
        return element.each(name).stream()
                .map(Words::worded)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    static @Nullable String display(@Nullable Coding coding) {
        return coding == null ? null : coding.display();
    }

    static <T> @Nullable T firstOf(@Nullable T first, @Nullable T otherwise) {
        return first == null ? otherwise : first;
    }
}
