package care.weft.stubs.council;

import care.weft.stubs.fhir.DateBounds;
import care.weft.stubs.fhir.Elements;
import care.weft.stubs.fhir.Json;
import care.weft.stubs.fhir.SearchAnswers;
import care.weft.stubs.fhir.StoredResource;
import care.weft.stubs.population.Person;
import care.weft.stubs.population.Population;
import care.weft.stubs.population.SpecialPerson;
import care.weft.stubs.population.Story;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Everything the council holds: each person's resources are made when they are first asked for, and kept as text. */
final class CouncilRecords implements SearchAnswers.Records {

    private final Population population;
    private final Patients patients;
    private final Map<String, Registration> byPatientId = new HashMap<>();
    private final Map<String, List<Registration>> byIdentifier = new HashMap<>();
    private final Map<String, StoredResource> written = new ConcurrentHashMap<>();
    private final Map<String, Map<String, List<StoredResource>>> charts = new ConcurrentHashMap<>();

    CouncilRecords(Population population) {
        this.population = population;
        patients = new Patients(population.today());
        var hasTwo = population.of(SpecialPerson.CLOCK_CHANGES);
        for (var person : population.people()) {
            Registration.of(person, person.equals(hasTwo)).forEach(this::register);
        }
    }

    /** The records that a person is to the council: one, none, or two. */
    List<Registration> registrations(Person person) {
        return byPatientId.values().stream()
                .filter(registration -> registration.person().equals(person))
                .sorted(Comparator.comparingInt(Registration::part))
                .toList();
    }

    /** Patients with this identifier. */
    List<StoredResource> patients(String system, String value) {
        return byIdentifier.getOrDefault(system + "|" + value, List.of()).stream()
                .map(this::patient)
                .toList();
    }

    Optional<StoredResource> patient(String patientId) {
        return Optional.ofNullable(byPatientId.get(patientId)).map(this::patient);
    }

    @Override
    public List<StoredResource> of(String patient, String type) {
        return byPatientId.containsKey(patient)
                ? charts.computeIfAbsent(patient, this::chart).getOrDefault(type, List.of())
                : List.of();
    }

    private StoredResource patient(Registration registration) {
        return written.computeIfAbsent(registration.patientId(), id -> {
            var patient = patients.patient(registration);
            var updated = DateBounds.of(patient.get("meta").get("lastUpdated").asString());
            return new StoredResource(id, Json.text(patient), null, updated, Map.of());
        });
    }

    private Map<String, List<StoredResource>> chart(String patientId) {
        var registration = byPatientId.get(patientId);
        if (registration == null) {
            return Map.of();
        }
        var person = registration.person();
        var chart = new Chart(registration, population.today());
        Story.named(person.key()).ifPresent(story -> new StoryCharts(population, chart).write(story));
        special(person).ifPresent(special -> new SpecialCharts(population, chart, registration.part()).write(special));
        if (person.ofTheCrowd()) {
            new CrowdCharts(registration, chart).write();
        }
        return chart.finished();
    }

    private Optional<SpecialPerson> special(Person person) {
        return Stream.of(SpecialPerson.values())
                .filter(special -> population.of(special).equals(person))
                .findFirst();
    }

    private void register(Registration registration) {
        byPatientId.put(registration.patientId(), registration);
        identify(Elements.NHS_NUMBER, registration.nhsNumber(), registration);
        var local = Interweave.localIdentifier("patient", registration.patientId());
        identify(local.get("system").asString(), local.get("value").asString(), registration);
    }

    private void identify(String system, @Nullable String value, Registration registration) {
        if (value != null) {
            byIdentifier
                    .computeIfAbsent(system + "|" + value, key -> new ArrayList<>())
                    .add(registration);
        }
    }
}
