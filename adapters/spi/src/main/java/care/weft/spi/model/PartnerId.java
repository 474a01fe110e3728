package care.weft.spi.model;

import java.util.regex.Pattern;

/**
 * The name of one configured partner, such as {@code trust} or {@code mental-health}: lower-case letters, digits and
 * hyphens, as in settings, metrics and the API.
 */
public record PartnerId(String value) implements Comparable<PartnerId> {

    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{0,62}");

    public PartnerId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "A partner id is lower-case letters, digits and hyphens, beginning with a letter: '" + value + "'");
        }
    }

    @Override
    public int compareTo(PartnerId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
