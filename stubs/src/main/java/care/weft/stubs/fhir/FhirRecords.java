package care.weft.stubs.fhir;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Everything that a FHIR server holds: each patient's resources are made when they are first asked for, and kept as text.
 *
 * @param <R> what makes somebody a patient there
 */
public final class FhirRecords<R> implements SearchAnswers.Records {

    private final Function<R, ObjectNode> patients;
    private final Function<R, Map<String, List<StoredResource>>> charts;
    private final Map<String, R> byPatientId = new HashMap<>();
    private final Map<String, List<String>> byIdentifier = new HashMap<>();
    private final Map<String, StoredResource> writtenPatients = new ConcurrentHashMap<>();
    private final Map<String, Map<String, List<StoredResource>>> writtenCharts = new ConcurrentHashMap<>();

    /**
     * Makes one that holds nobody yet.
     *
     * @param patients writes the Patient
     * @param charts writes the rest, by type
     */
    public FhirRecords(Function<R, ObjectNode> patients, Function<R, Map<String, List<StoredResource>>> charts) {
        this.patients = patients;
        this.charts = charts;
    }

    /** Adds a patient, who can be asked for from now on. */
    public void register(String patientId, R registration) {
        byPatientId.put(patientId, registration);
    }

    /** Lets a patient be found by an identifier; without a value by none. */
    public void identify(String system, @Nullable String value, String patientId) {
        if (value != null) {
            byIdentifier
                    .computeIfAbsent(system + "|" + value, key -> new ArrayList<>())
                    .add(patientId);
        }
    }

    /** Patients with this identifier. */
    List<StoredResource> patients(String system, String value) {
        return byIdentifier.getOrDefault(system + "|" + value, List.of()).stream()
                .map(this::patient)
                .flatMap(Optional::stream)
                .toList();
    }

    /** The Patient of this id; empty when there is none. */
    public Optional<StoredResource> patient(String patientId) {
        return Optional.ofNullable(byPatientId.get(patientId))
                .map(registration -> writtenPatients.computeIfAbsent(patientId, id -> written(registration)));
    }

    @Override
    public List<StoredResource> of(String patient, String type) {
        var registration = byPatientId.get(patient);
        return registration == null
                ? List.of()
                : writtenCharts
                        .computeIfAbsent(patient, id -> charts.apply(registration))
                        .getOrDefault(type, List.of());
    }

    private StoredResource written(R registration) {
        var patient = patients.apply(registration);
        var updated = DateBounds.of(patient.get("meta").get("lastUpdated").asString());
        return new StoredResource(patient.get("id").asString(), Json.text(patient), null, updated, Map.of());
    }
}
