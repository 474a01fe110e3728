package care.weft.stubs.council;

import static care.weft.stubs.fhir.Json.object;

import care.weft.stubs.fhir.DateBounds;
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
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** What the council holds of one person, while it is being written down. */
final class Chart {

    private static final Comparator<StoredResource> LATEST_FIRST = Comparator.<StoredResource, Instant>comparing(
                    resource -> resource.lastUpdated().from())
            .reversed()
            .thenComparing(StoredResource::id);

    private final Registration registration;
    private final LocalDate today;
    private final Map<String, List<StoredResource>> resources = new HashMap<>();
    private int written;

    Chart(Registration registration, LocalDate today) {
        this.registration = registration;
        this.today = today;
    }

    Person person() {
        return registration.person();
    }

    LocalDate today() {
        return today;
    }

    /** The day so many days from today, to come or, if negative, past. */
    String day(int days) {
        return today.plusDays(days).toString();
    }

    /** Free text, with the mark by which this person's records are known wherever they turn up. */
    String text(String words) {
        return person().marked(words);
    }

    ObjectNode patient() {
        return object(
                "reference",
                "Patient/" + registration.patientId(),
                "display",
                text(registration.name().full()));
    }

    /** The beginning of a resource. Its id is the same in every population. */
    ObjectNode begin(String type, LocalDate recorded) {
        var name = "council/" + registration.patientId() + "/" + type + "/" + written++;
        var id = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
        return object("resourceType", type, "id", id, "meta", meta(type, recorded));
    }

    ObjectNode meta(String type, LocalDate recorded) {
        // Before anything can have happened today, so that no record is from the future.
        var updated = recorded.isBefore(today) ? Times.text(recorded, 18, 10) : Times.text(today, 0, 15);
        return object(
                "versionId",
                "1",
                "lastUpdated",
                updated,
                "profile",
                Interweave.profiles(type),
                "tag",
                Interweave.tags());
    }

    /**
     * Keeps a finished resource.
     *
     * @param date what it is found by; null when it has none
     */
    void keep(ObjectNode resource, @Nullable DateBounds date) {
        var type = resource.get("resourceType").asString();
        var status = resource.path("status").asString("");
        var updated = DateBounds.of(resource.get("meta").get("lastUpdated").asString());
        resources
                .computeIfAbsent(type, key -> new ArrayList<>())
                .add(new StoredResource(
                        resource.get("id").asString(),
                        Json.text(resource),
                        date,
                        updated,
                        Map.of("status", Set.of(status))));
    }

    /** Everything written, by type, each latest first. */
    Map<String, List<StoredResource>> finished() {
        return resources.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey,
                        entry -> entry.getValue().stream().sorted(LATEST_FIRST).toList()));
    }
}
