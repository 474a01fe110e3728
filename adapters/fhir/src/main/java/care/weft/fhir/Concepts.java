package care.weft.fhir;

import care.weft.spi.model.Coding;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The one coding that stands for a concept: the coding that the user selected, else the first with words, else the concept's
 * own text beside the first code, else that code.
 */
final class Concepts {

    private Concepts() {}

    static @Nullable Coding coding(Element concept) {
        var words = concept.text();
        if (words != null) {
            return Coding.text(words);
        }
        var codings = concept.each("coding");
        if (codings.isEmpty()) {
            // A Coding where a CodeableConcept is due, or the other way round, reads the same.
            codings = List.of(concept);
        }
        var text = concept.text("text");
        Element selected = null;
        Element worded = null;
        Element coded = null;
        for (var coding : codings) {
            boolean hasWords = coding.text("display") != null;
            boolean hasCode = coding.text("code") != null;
            if (selected == null && Boolean.TRUE.equals(coding.bool("userSelected")) && (hasWords || hasCode)) {
                selected = coding;
            }
            if (worded == null && hasWords) {
                worded = coding;
            }
            if (coded == null && hasCode) {
                coded = coding;
            }
        }
        var chosen = selected != null ? selected : worded != null ? worded : coded;
        if (chosen == null) {
            return text == null ? null : Coding.text(text);
        }
        var code = chosen.text("code");
        var display = chosen.text("display");
        if (display == null) {
            display = text == null ? code : text;
        }
        return display == null ? null : new Coding(chosen.text("system"), code, display);
    }
}
