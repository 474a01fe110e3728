package care.weft.gateway.journey.canary;

import static java.util.stream.Collectors.toSet;

import care.weft.stubs.population.Canaries;
import care.weft.stubs.population.Person;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Whose everything is by which somebody can be known: the word that stands in their texts, their NHS numbers, and the ids of their
 * records, which are learned from records in which that word stands too. Learning comes first; from then on safe for many threads.
 */
final class Marks {

    private final Map<String, Person> owners = new HashMap<>();
    private final Set<String> ofSeveral = new HashSet<>();
    private final Map<String, Person> byWord = new HashMap<>();

    Marks(List<Person> people) {
        for (var person : people) {
            byWord.put(person.canary(), person);
            own(person.canary(), person);
            if (person.nhsNumber() != null) {
                own(person.nhsNumber(), person);
            }
            if (person.formerNhsNumber() != null) {
                own(person.formerNhsNumber(), person);
            }
        }
    }

    /** Null when it is nobody's, or of several people alike. */
    @Nullable
    Person owner(String mark) {
        return owners.get(mark);
    }

    int size() {
        return owners.size();
    }

    /** States whose an id is. */
    void own(String id, Person person) {
        if (ofSeveral.contains(id)) {
            return;
        }
        var other = owners.put(id, person);
        if (other != null && !other.equals(person)) {
            owners.remove(id);
            ofSeveral.add(id);
        }
    }

    /** Learns the ids of every record that holds a word of one person; what holds none teaches nothing. */
    void learn(JsonNode json) {
        if (json.isObject() && (json.has("id") || json.has("provenance"))) {
            var people = Canaries.PATTERN
                    .matcher(json.toString())
                    .results()
                    .map(found -> byWord.get(found.group()))
                    .collect(toSet());
            var id = json.path("id").asString("");
            var recordId = json.path("provenance").path("recordId").asString("");
            for (var person : people.size() == 1 ? people : Set.<Person>of()) {
                own(id, person);
                own(recordId, person);
            }
        }
        json.forEach(this::learn);
    }
}
