package care.weft.spi.model;

import org.jspecify.annotations.Nullable;

/**
 * A coded or worded concept, as the partner states it.
 *
 * @param system the code system's URI
 * @param code the code within it
 * @param display the words, never blank; the code itself where the partner gave no words
 */
public record Coding(@Nullable String system, @Nullable String code, String display) {

    public Coding {
        if (display.isBlank()) {
            throw new IllegalArgumentException("A coding must have words or a code to show");
        }
    }

    /** Words without a code. */
    public static Coding text(String display) {
        return new Coding(null, null, display);
    }
}
