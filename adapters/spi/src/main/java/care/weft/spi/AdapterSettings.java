package care.weft.spi;

import java.util.Map;

/**
 * An adapter's own settings: {@code weft.partners.<id>.adapter.*}, as words. {@link #toString()} shows the keys alone.
 */
public record AdapterSettings(Map<String, String> values) {

    public static final AdapterSettings NONE = new AdapterSettings(Map.of());

    public AdapterSettings {
        values = Map.copyOf(values);
    }

    public String text(String key, String otherwise) {
        return values.getOrDefault(key, otherwise);
    }

    /**
     * A setting that is a whole number.
     *
     * @throws IllegalArgumentException when it is not a whole number of at least {@code least}; the message names the key
     */
    public int number(String key, int otherwise, int least) {
        var written = values.get(key);
        if (written == null) {
            return otherwise;
        }
        try {
            int number = Integer.parseInt(written);
            if (number >= least) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // said below
        }
        throw new IllegalArgumentException("Setting '" + key + "' must be a whole number of at least " + least);
    }

    @Override
    public String toString() {
        return "AdapterSettings" + values.keySet();
    }
}
