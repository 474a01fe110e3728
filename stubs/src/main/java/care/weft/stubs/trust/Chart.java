package care.weft.stubs.trust;

import static care.weft.stubs.fhir.Json.array;
import static care.weft.stubs.fhir.Json.object;

import care.weft.stubs.fhir.DateBounds;
import care.weft.stubs.fhir.Elements;
import care.weft.stubs.fhir.Json;
import care.weft.stubs.fhir.StoredResource;
import care.weft.stubs.fhir.Times;
import care.weft.stubs.population.Person;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What the trust holds of one patient, while it is being written down. */
final class Chart {

    private static final Comparator<StoredResource> OLDEST_FIRST = Comparator.<StoredResource, Instant>comparing(
                    resource -> resource.date() == null
                            ? Instant.MIN
                            : resource.date().from())
            .thenComparing(StoredResource::id);

    private final Person person;
    private final String patientId;
    private final LocalDate today;
    private final Map<String, List<StoredResource>> resources = new HashMap<>();
    private int written;

    Chart(Person person, String patientId, LocalDate today) {
        this.person = person;
        this.patientId = patientId;
        this.today = today;
    }

    Person person() {
        return person;
    }

    LocalDate today() {
        return today;
    }

    /** Free text, with the mark by which this person's records are known wherever they turn up. */
    String text(String words) {
        return person.marked(words);
    }

    ObjectNode patient() {
        return Elements.reference("Patient", patientId);
    }

    /** The beginning of a resource. Its id is the same in every population. */
    ObjectNode begin(String type, LocalDate recorded) {
        var id = stableId(patientId + "/" + type + "/" + written++);
        return object("resourceType", type, "id", id, "meta", meta(type, recorded));
    }

    ObjectNode meta(String type, LocalDate recorded) {
        // Before anything can have happened today, so that no record is from the future.
        var updated = recorded.isBefore(today) ? Times.text(recorded, 17, 30) : Times.text(today, 0, 5);
        var security = person.restricted() ? array(Elements.hl7Coding("v3-Confidentiality", "R", "restricted")) : null;
        return object(
                "versionId",
                "1",
                "lastUpdated",
                updated,
                "profile",
                array(Elements.profile(type)),
                "security",
                security);
    }

    /**
     * Keeps a finished resource.
     *
     * @param date what it is found by; null when it has none
     * @param coded the concepts by which it is found, by parameter, besides its status
     * @return its id
     */
    String keep(ObjectNode resource, @Nullable DateBounds date, Map<String, JsonNode> coded) {
        var type = resource.get("resourceType").asString();
        var id = resource.get("id").asString();
        var tokens = new HashMap<String, Set<String>>();
        tokens.put("status", Set.of(resource.get("status").asString()));
        coded.forEach((parameter, coding) -> tokens.put(parameter, tokens(coding)));
        var updated = DateBounds.of(resource.get("meta").get("lastUpdated").asString());
        resources
                .computeIfAbsent(type, key -> new ArrayList<>())
                .add(new StoredResource(id, Json.text(resource), date, updated, tokens));
        return id;
    }

    /** Everything written, by type, each oldest first. */
    Map<String, List<StoredResource>> finished() {
        return resources.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey,
                        entry -> entry.getValue().stream().sorted(OLDEST_FIRST).toList()));
    }

    static String stableId(String name) {
        return UUID.nameUUIDFromBytes(("trust/" + name).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    private static Set<String> tokens(JsonNode coding) {
        var tokens = new HashSet<String>();
        var code = coding.get("code").asString();
        tokens.add(code);
        tokens.add(coding.get("system").asString() + "|" + code);
        return tokens;
    }
}
