package care.weft.spi.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person's name. {@link #toString()} is redacted.
 *
 * @param family surname, when stated
 * @param given forenames in order; empty when none is stated
 * @param prefix title, such as {@code Mrs}
 */
public record PersonName(
        @Nullable String family,
        List<String> given,
        @Nullable String prefix) {

    public PersonName {
        given = List.copyOf(given);
    }

    /** The whole name in the usual order: {@code Mrs Ada Mary Example}. */
    public String display() {
        var words = new StringBuilder();
        if (prefix != null) {
            words.append(prefix);
        }
        given.forEach(name -> words.append(' ').append(name));
        if (family != null) {
            words.append(' ').append(family);
        }
        return words.toString().strip();
    }

    @Override
    public String toString() {
        return "PersonName[redacted]";
    }
}
