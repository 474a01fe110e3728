package care.weft.gateway.journey.canary;

import care.weft.stubs.population.Person;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Whose everything is by which somebody can be known: the word that stands in their texts, their NHS numbers, and all ids that
 * they were given when they were asked for alone. Learning comes first; from then on safe for many threads.
 */
final class Marks {

    private static final Set<String> IDS = Set.of("id", "recordId", "localId");

    private final Map<String, Person> owners = new HashMap<>();
    private final Set<String> ofSeveral = new HashSet<>();

    Marks(List<Person> people) {
        for (var person : people) {
            own(person.canary(), person);
            own(person.nhsNumber(), person);
            own(person.formerNhsNumber(), person);
        }
    }

    /** Null when it is nobody's, or of several people alike, as a partner's id is. */
    @Nullable
    Person owner(String mark) {
        return owners.get(mark);
    }

    int size() {
        return owners.size();
    }

    /** Learns every id in what was told of a person. */
    void learn(JsonNode told, Person person) {
        told.properties().forEach(field -> {
            if (IDS.contains(field.getKey())) {
                own(field.getValue().asString(null), person);
            }
        });
        told.forEach(part -> learn(part, person));
    }

    private void own(@Nullable String mark, Person person) {
        if (mark == null || ofSeveral.contains(mark)) {
            return;
        }
        var other = owners.putIfAbsent(mark, person);
        if (other != null && !other.equals(person)) {
            owners.remove(mark);
            ofSeveral.add(mark);
        }
    }
}
