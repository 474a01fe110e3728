package care.weft.stubs.trust;

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

/** Everything the trust holds: each person's resources are made when they are first asked for, and kept as text. */
final class TrustRecords implements SearchAnswers.Records {

    private final Population population;
    private final Patients patients;
    private final Map<String, Registration> byPatientId = new HashMap<>();
    private final Map<String, List<Registration>> byIdentifier = new HashMap<>();
    private final Map<String, StoredResource> written = new ConcurrentHashMap<>();
    private final Map<String, Map<String, List<StoredResource>>> charts = new ConcurrentHashMap<>();

    TrustRecords(Population population) {
        this.population = population;
        patients = new Patients(population);
        var hasTwo = population.of(SpecialPerson.TWO_TRUST_RECORDS);
        for (var person : population.people()) {
            Registration.of(person, person.equals(hasTwo)).forEach(this::register);
        }
    }

    /** The Patients that a person is to the trust: mostly one, sometimes none or two. */
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
        var chart = new Chart(person, patientId, population.today());
        story(person).ifPresent(story -> new StoryCharts(chart).write(story));
        special(person).ifPresent(special -> new SpecialCharts(chart, registration.part()).write(special));
        if (person.ofTheCrowd()) {
            new CrowdCharts(chart).write();
        }
        return chart.finished();
    }

    private static Optional<Story> story(Person person) {
        return Story.named(person.key());
    }

    private Optional<SpecialPerson> special(Person person) {
        return Stream.of(SpecialPerson.values())
                .filter(special -> population.of(special).equals(person))
                .findFirst();
    }

    private void register(Registration registration) {
        byPatientId.put(registration.patientId(), registration);
        identify(Local.HOSPITAL_NUMBER, registration.hospitalNumber(), registration);
        identify(Elements.NHS_NUMBER, registration.person().nhsNumber(), registration);
        identify(Elements.NHS_NUMBER, registration.person().formerNhsNumber(), registration);
    }

    private void identify(String system, @Nullable String value, Registration registration) {
        if (value != null) {
            byIdentifier
                    .computeIfAbsent(system + "|" + value, key -> new ArrayList<>())
                    .add(registration);
        }
    }
}
