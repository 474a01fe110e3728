package care.weft.gateway.advice;

import care.weft.gateway.settings.SettingException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What the concepts of one partner, or of one kind of partner, mean in the catalogue. */
final class ConceptMap {

    /** For a concept that is known and that the catalogue does not have. */
    static final String NONE = "-";

    private final Map<Concept, String> meanings = new HashMap<>();
    private final Map<String, List<Concept>> byName = new HashMap<>();

    /**
     * Adds one.
     *
     * @param instrument an id of the catalogue, or {@link #NONE}
     * @param where as it is told where it is wrong
     * @throws SettingException when it was given to another already
     */
    void add(Concept concept, String instrument, String where) {
        var before = meanings.put(concept, instrument);
        if (before == null) {
            byName.computeIfAbsent(concept.name(), _ -> new ArrayList<>()).add(concept);
        } else if (!before.equals(instrument)) {
            throw new SettingException(
                    where, "gives to " + instrument + " what means " + before + " already", "Name it once.");
        }
    }

    /** What a name means under this title, the more special first; empty where that is not known. */
    Optional<String> meaning(String name, String title) {
        return byName.getOrDefault(name, List.of()).stream()
                .filter(concept -> concept.isWithin(title))
                .max(Comparator.comparing(concept -> !concept.word().isEmpty()))
                .map(meanings::get);
    }

    /**
     * Reads lines of an instrument's id and a concept; empty ones and those that begin with # are skipped.
     *
     * @param where the file, as it is told where a line is wrong
     * @param instrument checks and completes an id
     */
    static ConceptMap read(List<String> lines, String where, UnaryOperator<String> instrument) {
        var map = new ConceptMap();
        for (int number = 0; number < lines.size(); number++) {
            var line = lines.get(number).strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                var parts = line.split("\\s+", 2);
                var place = where + ", line " + (number + 1);
                if (parts.length < 2) {
                    throw new SettingException(place, "has no concept", "Write the instrument's id, then the concept.");
                }
                try {
                    map.add(Concept.of(parts[1]), instrument.apply(parts[0]), place);
                } catch (IllegalArgumentException unknown) {
                    throw new SettingException(
                            place,
                            "names '" + parts[0] + "', which the catalogue does not have",
                            "Name one by its id.");
                }
            }
        }
        return map;
    }
}
