package care.weft.fhir;

import care.weft.spi.AdapterSettings;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Reads settings of the kinds that several adapters have. What is wrong is refused by its key alone, never its value. */
public final class Settings {

    private Settings() {}

    /**
     * Refuses settings that are unknown.
     *
     * @param adapter what they are unknown to, such as {@code a trust}
     * @throws IllegalArgumentException when there is one
     */
    public static void refuseUnknown(AdapterSettings settings, String adapter, Collection<String> known) {
        for (var key : settings.values().keySet()) {
            if (!known.contains(key)) {
                throw new IllegalArgumentException("Setting '" + key + "' is unknown to " + adapter + ", which knows "
                        + known.stream().sorted().toList());
            }
        }
    }

    /**
     * A list, separated by commas, of some of the names that are known.
     *
     * @param kind what they name, such as {@code tables}
     * @throws IllegalArgumentException when it names anything else
     */
    public static Set<String> some(AdapterSettings settings, String key, String kind, Collection<String> known) {
        var names = list(settings, key);
        if (!known.containsAll(names)) {
            throw new IllegalArgumentException("Setting '" + key + "' must name " + kind + " of "
                    + known.stream().sorted().toList());
        }
        return Set.copyOf(names);
    }

    /**
     * A list of concepts, separated by commas.
     *
     * @throws IllegalArgumentException when one has half a name
     */
    public static Codes codes(AdapterSettings settings, String key) {
        var names = list(settings, key);
        if (names.stream().anyMatch(name -> name.startsWith("|") || name.endsWith("|"))) {
            throw new IllegalArgumentException("Setting '" + key + "' must be a list of system|code, code or words");
        }
        return Codes.of(names);
    }

    private static List<String> list(AdapterSettings settings, String key) {
        return Arrays.stream(settings.text(key, "").split(",", -1))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .toList();
    }
}
