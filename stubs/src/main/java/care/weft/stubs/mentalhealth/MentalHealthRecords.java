package care.weft.stubs.mentalhealth;

import care.weft.stubs.population.Person;
import care.weft.stubs.population.Population;
import care.weft.stubs.population.Story;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.node.ObjectNode;

/** Everything the trust holds: each patient's rows are made when they are first asked for, and kept. */
final class MentalHealthRecords {

    private final Population population;
    private final Map<String, Registration> byLocalPatientId = new HashMap<>();
    private final Map<String, List<Registration>> byNhsNumber = new HashMap<>();
    private final Map<String, Map<Table, List<ObjectNode>>> charts = new ConcurrentHashMap<>();

    MentalHealthRecords(Population population) {
        this.population = population;
        for (var person : population.people()) {
            var registrations = Registration.of(person);
            registrations.forEach(each -> byLocalPatientId.put(each.localPatientId(), each));
            if (person.nhsNumber() != null) {
                byNhsNumber.put(person.nhsNumber(), registrations);
            }
        }
    }

    List<String> patientIds(Person person) {
        return Registration.of(person).stream()
                .map(Registration::localPatientId)
                .toList();
    }

    boolean knows(String localPatientId) {
        return byLocalPatientId.containsKey(localPatientId);
    }

    /** The rows of the person table with this NHS number. */
    List<ObjectNode> withNhsNumber(String nhsNumber) {
        return byNhsNumber.getOrDefault(nhsNumber, List.of()).stream()
                .flatMap(each -> rows(Table.MHS001_MPI, each.localPatientId()).stream())
                .toList();
    }

    /** A patient's rows of one table. */
    List<ObjectNode> rows(Table table, String localPatientId) {
        return charts.computeIfAbsent(localPatientId, this::chart).getOrDefault(table, List.of());
    }

    private Map<Table, List<ObjectNode>> chart(String localPatientId) {
        var registration = byLocalPatientId.get(localPatientId);
        if (registration == null) {
            return Map.of();
        }
        var person = registration.person();
        var chart = new Chart(registration, population.today());
        if (person.ofTheCrowd()) {
            new CrowdCharts(chart).write();
        } else if (Registration.isCaredFor(person)) {
            new StoryCharts(chart).caredFor();
        } else {
            Story.named(person.key()).ifPresent(story -> new StoryCharts(chart).write(story));
        }
        return chart.finished();
    }
}
